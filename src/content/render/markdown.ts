import type { BodyContext } from '#content/prose/body-context.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { TLP } from '#schema/vocabularies.ts'
import { readAddress } from '#text/address.ts'
import { literalValue } from '#text/literal.ts'
import { markdownLink, markdownTarget, markdownText, withoutOpeners } from '#text/markdown.ts'
import { valuesOf } from '#content/body/attributes.ts'
import { isUnread, parseBody } from '#content/body/parse.ts'
import { childrenOf, type Element, isElement, type Node } from '#content/body/tree.ts'
import { codeBlock, codeSpan, item, quoted, table } from './markdown-blocks.ts'
import { contextOf } from './render-entry.ts'

type Of<Type extends Node['type']> = Extract<Node, { type: Type }>

const INLINE = new Set<string>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'image',
  'mdxJsxTextElement',
  'mdxTextExpression',
])
const BREAK = '\\\n'

/** A line of its own where a line break cannot stand. */
const oneLine = (markdown: string) => markdown.replaceAll(BREAK, ' ').trim()

/** Text, marks, links and components within a paragraph. */
function inlines(nodes: readonly Node[], context: BodyContext): string {
  // An exclamation mark before a link would make it a picture.
  return nodes
    .map((node) => inline(node, context))
    .reduce(
      (before, next) =>
        before.endsWith('!') && next.startsWith('[') ? `${before.slice(0, -1)}\\!${next}` : before + next,
      '',
    )
}

function inline(node: Node, context: BodyContext): string {
  switch (node.type) {
    case 'text':
      return markdownText(node.value)
    case 'inlineCode':
      return codeSpan(node.value)
    case 'break':
      return BREAK
    case 'emphasis':
      return `*${inlines(node.children, context)}*`
    case 'strong':
      return `**${inlines(node.children, context)}**`
    case 'delete':
      return `~~${inlines(node.children, context)}~~`
    case 'link':
      return link(node, context)
    case 'image':
      return picture(node.url, node.alt ?? '', context)
    case 'mdxTextExpression':
      return literal(node.value)
    default:
      return isElement(node) ? component(node, context) : ''
  }
}

function link({ url, title, children }: Of<'link'>, context: BodyContext): string {
  const words = inlines(children, context)
  const address = readAddress(url)
  if (address.kind === 'refused') return words
  const href = address.kind === 'reference' ? context.reference(url)?.href : url
  const more = title ? ` "${markdownText(title).replaceAll('"', '\\"')}"` : ''
  return href === undefined ? words : `[${words}](${markdownTarget(href)}${more})`
}

function picture(file: string, alt: string, context: BodyContext): string {
  const found = context.picture(file)
  return found ? `!${markdownLink(alt, found.src)}` : ''
}

function literal(code: string): string {
  const value = literalValue(code)
  return value === undefined || typeof value === 'boolean' ? '' : markdownText(String(value))
}

/** A component in words; kbd, sub and sup stay, because Markdown has no other way to write them. */
function component(element: Element, context: BodyContext): string {
  const given = valuesOf(element)
  const inside = () =>
    element.type === 'mdxJsxTextElement' ? inlines(childrenOf(element), context) : blocks(childrenOf(element), context)
  switch (element.name) {
    case 'Ref': {
      const target = context.reference(given.get('to') ?? '')
      return target ? markdownLink(target.label, target.href) : ''
    }
    case 'Src': {
      const source = context.source(given.get('id') ?? '')
      return source ? `(${markdownLink(source.label, source.href)})` : ''
    }
    case 'Quote': {
      const quotation = context.quotation(given.get('of') ?? '')
      return quotation
        ? quoted(`${markdownText(quotation.words)}\n\n${markdownLink(quotation.label, quotation.href)}`)
        : ''
    }
    case 'Figure': {
      const shown = picture(given.get('src') ?? '', given.get('alt') ?? '', context)
      return shown && [shown, markdownText(given.get('caption') ?? '')].filter(Boolean).join('\n\n')
    }
    case 'Note':
      return `**${markdownText(given.get('title') ?? 'Note').trim()}**\n\n${inside()}`
    case 'Restricted': {
      const label = Object.entries(TLP).find(([level]) => level === given.get('tlp'))?.[1].label ?? TLP.RED.label
      return element.type === 'mdxJsxTextElement' ? `\\[${label}\\] ${inside()}` : `**${label}**\n\n${inside()}`
    }
    case 'abbr':
      return `${inside()} (${markdownText(given.get('title') ?? '').trim()})`
    case 'br':
      return BREAK
    case 'kbd':
    case 'sub':
    case 'sup':
      return childrenOf(element).every(({ type }) => INLINE.has(type))
        ? `<${element.name}>${oneLine(inlines(childrenOf(element), context))}</${element.name}>`
        : inside()
    default:
      return inside()
  }
}

/** Blocks with an empty line between them; inline nodes that stand among them make paragraphs. */
function blocks(nodes: readonly Node[], context: BodyContext): string {
  const found: string[] = []
  for (let at = 0; at < nodes.length;) {
    const end = nodes.findIndex((node, index) => index >= at && !INLINE.has(node.type))
    const next = nodes[at]
    if (end !== at) found.push(paragraph(nodes.slice(at, end === -1 ? undefined : end), context))
    else if (next) found.push(block(next, context))
    at = end === at ? at + 1 : end === -1 ? nodes.length : end
  }
  return found.filter((text) => text !== '').join('\n\n')
}

const paragraph = (nodes: readonly Node[], context: BodyContext): string =>
  withoutOpeners(
    inlines(nodes, context)
      .replace(/(?<!\\\n)(?:\\\n)+$/, '')
      .trim(),
  )

function block(node: Node, context: BodyContext): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node.children, context)
    case 'heading':
      return `${'#'.repeat(node.depth)} ${oneLine(inlines(node.children, context))}`
    case 'blockquote':
      return quoted(blocks(node.children, context))
    case 'code':
      return codeBlock(node.value, node.lang ?? '')
    case 'list':
      return list(node, context)
    case 'table':
      return table(
        node.children.map((row) => childrenOf(row).map((cell) => oneLine(inlines(childrenOf(cell), context)))),
        node.align ?? [],
      )
    case 'thematicBreak':
      return '***'
    case 'mdxFlowExpression':
      return literal(node.value)
    default:
      return isElement(node) ? component(node, context).replace(/^(?:\\\n)+$/, '') : ''
  }
}

/** An item without empty lines keeps a list beneath its words close to them. */
function within({ spread, children }: Of<'listItem'>, context: BodyContext): string {
  const [words, beneath, ...more] = children
  const close =
    !spread && words && beneath?.type === 'list' && (!beneath.ordered || beneath.start === 1) && more.length === 0
  return close ? `${block(words, context)}\n${block(beneath, context)}` : blocks(children, context)
}

function list({ ordered, start, spread, children }: Of<'list'>, context: BodyContext): string {
  const items = children.map((one, index) => {
    const done = one.checked == null ? '' : one.checked ? '[x] ' : '[ ] '
    return item(ordered ? `${(start ?? 1) + index}. ` : '- ', done + within(one, context))
  })
  return items.join(spread ? '\n\n' : '\n')
}

/**
 * A body as Markdown that needs nothing else: components in words, references as absolute links. It is written anew from the tree, because
 * plain Markdown reads some of what MDX takes for text as markup: an indented fence is none, and HTML begins at any tag.
 * @param text what `readBody` returned, after `cutReferences`; empty when it cannot be parsed.
 */
export function toMarkdown(text: string, context: BodyContext): string {
  const tree = parseBody(text)
  return isUnread(tree) ? '' : blocks(childrenOf(tree), context)
}

/** The body of a record as Markdown; empty where it has none. */
export const markdownOf = (knowledge: Knowledge, entry: AnyEntry): string =>
  entry.body ? toMarkdown(entry.body, contextOf(knowledge, entry, knowledge.address)) : ''
