import type { BlockContent, FootnoteDefinition, Image, Link, ListItem, PhrasingContent, Root, Text } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown as print } from 'mdast-util-to-markdown'
import type { BodyContext, BodyTarget } from '#content/prose/body-context.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { TLP } from '#schema/vocabularies.ts'
import { imagePath, readAddress } from '#text/address.ts'
import { type Grammar, grammarOf } from '#text/grammar.ts'
import { literalValue } from '#text/literal.ts'
import { valuesOf } from '#content/body/attributes.ts'
import { isUnread, parseBody } from '#content/body/parse.ts'
import { childrenOf, type Element, isElement, type Node } from '#content/body/tree.ts'
import { shownTree } from './markdown-tree.ts'
import { contextOf } from './render-entry.ts'

type Of<Type extends Node['type']> = Extract<Node, { type: Type }>
type Block = BlockContent | FootnoteDefinition
type Content = Block | PhrasingContent

const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'code',
  'list',
  'table',
  'thematicBreak',
  'footnoteDefinition',
])
const isBlock = (node: Content): node is Block => BLOCKS.has(node.type)

/** A text on one line, as Markdown shows it anyway. */
const text = (value: string): Text => ({ type: 'text', value: value.replace(/[\t\n\v\f\r ]+/g, ' ') })
const link = ({ label, href }: BodyTarget): Link => ({ type: 'link', url: href, children: [text(label)] })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const bold = (words: string) => paragraph({ type: 'strong', children: [text(words.trim())] })

/**
 * Inline content without spaces and line breaks at its ends, and without spaces around line breaks: Markdown has no way
 * to write them.
 */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isEmpty = (node: PhrasingContent) => node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
  const [start, end] = [nodes.findIndex((node) => !isEmpty(node)), nodes.findLastIndex((node) => !isEmpty(node))]
  const isEdge = (node: PhrasingContent | undefined) => node === undefined || node.type === 'break'
  return nodes.slice(Math.max(start, 0), end + 1).map((node, index, all) => {
    if (node.type !== 'text') return node
    const value = isEdge(all[index - 1]) ? node.value.trimStart() : node.value
    return { ...node, value: isEdge(all[index + 1]) ? value.trimEnd() : value }
  })
}

/** Words and marks alone; the reader refuses blocks within a sentence. */
const inline = (nodes: readonly Node[], context: BodyContext): PhrasingContent[] =>
  nodes.flatMap((node) => convert(node, context)).filter((node) => !isBlock(node))

/** Blocks alone: words that stand among them make paragraphs. */
function blocks(nodes: readonly Node[], context: BodyContext): Block[] {
  const found: Block[] = []
  let words: PhrasingContent[] = []
  const end = () => {
    const children = trimmed(words)
    if (children.length > 0) found.push(paragraph(...children))
    words = []
  }
  for (const node of nodes.flatMap((one) => convert(one, context))) {
    if (!isBlock(node)) words.push(node)
    else {
      end()
      found.push(node)
    }
  }
  end()
  return found
}

/** A node of a body as nodes that plain Markdown has. */
function convert(node: Node, context: BodyContext): Content[] {
  switch (node.type) {
    case 'text':
      return [text(node.value)]
    case 'inlineCode':
      return [{ type: 'inlineCode', value: text(node.value).value }]
    case 'break':
      return [{ type: 'break' }]
    case 'emphasis':
    case 'strong':
    case 'delete': {
      // A line break beside the marks would keep them from being read as such.
      const children = inline(node.children, context).map((one, index, { length }) =>
        one.type === 'break' && (index === 0 || index === length - 1) ? text(' ') : one,
      )
      return trimmed(children).length === 0 ? children : [{ type: node.type, children }]
    }
    case 'link':
      return linked(node, context)
    case 'image':
      return picture(node.url, node.alt ?? '', context)
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const value = literalValue(node.value)
      return value === undefined || typeof value === 'boolean' ? [] : [text(String(value))]
    }
    case 'paragraph':
      return blocks(node.children, context)
    case 'heading':
      return [{ type: 'heading', depth: node.depth, children: trimmed(inline(node.children, context)) }]
    case 'blockquote':
      return [{ type: 'blockquote', children: blocks(node.children, context) }]
    case 'code':
      return [{ type: 'code', lang: node.lang, value: node.value }]
    case 'list': {
      const { ordered, start, spread, children } = node
      return [{ type: 'list', ordered, start, spread, children: children.map((one) => item(one, context)) }]
    }
    case 'table': {
      const cell = (one: Node) => ({
        type: 'tableCell' as const,
        children: trimmed(inline(childrenOf(one), context)),
      })
      const rows = node.children.map((row) => ({ type: 'tableRow' as const, children: childrenOf(row).map(cell) }))
      return [{ type: 'table', align: node.align, children: rows }]
    }
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }]
    case 'html':
      return [{ type: 'html', value: node.value }]
    case 'footnoteReference':
      return [{ type: 'footnoteReference', identifier: node.identifier, label: node.label ?? node.identifier }]
    case 'footnoteDefinition': {
      const { identifier, label, children } = node
      return [
        { type: 'footnoteDefinition', identifier, label: label ?? identifier, children: blocks(children, context) },
      ]
    }
    default:
      return isElement(node) ? component(node, context) : []
  }
}

function linked({ url, title, children }: Of<'link'>, context: BodyContext): PhrasingContent[] {
  const words = inline(children, context)
  const address = readAddress(url)
  if (address.kind === 'refused') return words
  const href = address.kind === 'reference' ? context.reference(url)?.href : url
  return href === undefined ? words : [{ type: 'link', url: href, title, children: words }]
}

function picture(file: string, alt: string, context: BodyContext): Image[] {
  const path = imagePath(file)
  const found = path === undefined ? undefined : context.picture(path)
  return found ? [{ type: 'image', url: found.src, alt: text(alt).value }] : []
}

/**
 * An item without empty lines keeps a list beneath its words close to them; whatever else stands there needs an empty
 * line before it.
 */
function item({ spread, checked, children }: Of<'listItem'>, context: BodyContext): ListItem {
  const [, beneath, ...more] = children
  const close = beneath?.type !== 'list' || (beneath.ordered && beneath.start !== 1) ? beneath === undefined : true
  return {
    type: 'listItem',
    checked,
    spread: spread || !close || more.length > 0,
    children: blocks(children, context),
  }
}

/** A component in words; kbd, sub and sup stay, because Markdown has no other way to write them. */
function component(element: Element, context: BodyContext): Content[] {
  const given = valuesOf(element)
  const isInline = element.type === 'mdxJsxTextElement'
  const inside = childrenOf(element).flatMap((child) => convert(child, context))
  switch (element.name) {
    case 'Ref': {
      const target = context.reference(given.get('to') ?? '')
      return target ? [link(target)] : []
    }
    case 'Src': {
      const source = context.source(given.get('id') ?? '')
      return source ? [text('('), link(source), text(')')] : []
    }
    case 'Quote': {
      const quotation = context.quotation(given.get('of') ?? '')
      return quotation
        ? [{ type: 'blockquote', children: [paragraph(text(quotation.words)), paragraph(link(quotation))] }]
        : []
    }
    case 'Figure': {
      const shown = picture(given.get('src') ?? '', given.get('alt') ?? '', context)
      const caption = given.get('caption') ?? ''
      return shown.length === 0 ? [] : [paragraph(...shown), ...(caption === '' ? [] : [paragraph(text(caption))])]
    }
    case 'Note':
      return [bold(given.get('title') ?? 'Note'), ...inside]
    case 'Restricted': {
      const label = Object.entries(TLP).find(([level]) => level === given.get('tlp'))?.[1].label ?? TLP.RED.label
      return [isInline ? text(`[${label}] `) : bold(label), ...inside]
    }
    case 'abbr':
      return [...inside, text(` (${text(given.get('title') ?? '').value.trim()})`)]
    case 'br':
      return [{ type: 'break' }]
    case 'kbd':
    case 'sub':
    case 'sup':
      return inside.some(isBlock)
        ? inside
        : [{ type: 'html', value: `<${element.name}>` }, ...inside, { type: 'html', value: `</${element.name}>` }]
    default:
      return inside
  }
}

const STYLE: Options = {
  bullet: '-',
  resourceLink: true,
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
}

/**
 * The tree of a body as a tree of plain Markdown (mdast): components in words, references as absolute links, links that
 * run a script as their words.
 * @param source what `readBody` returned, after `cutReferences`; nothing comes of what cannot be parsed.
 */
export function plainTree(source: string, context: BodyContext, grammar: Grammar = 'mdx'): Root {
  const tree = parseBody(source, grammar)
  if (isUnread(tree)) return { type: 'root', children: [] }
  const nodes = grammar === 'md' ? shownTree(tree, context) : childrenOf(tree)
  return { type: 'root', children: blocks(nodes, context) }
}

// Without these a Markdown body has no link, picture, HTML, entity, footnote or first-level heading: nothing of it is
// written otherwise.
const MARKUP = /[<[\]&@=]|:\/\/|www\.|(?<!#)#(?!#)/

/**
 * A body as Markdown that needs nothing else; a Markdown body of plain text and blocks is that already. Any other is
 * written anew from the tree, because plain Markdown reads some of what MDX takes for text as markup: an indented fence
 * is none, and HTML begins at any tag.
 */
export const toMarkdown = (source: string, context: BodyContext, grammar: Grammar = 'mdx'): string =>
  grammar === 'md' && !MARKUP.test(source)
    ? `${source.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()}\n`
    : print(plainTree(source, context, grammar), STYLE)

/** The body of a record as Markdown; empty where it has none. */
export const markdownOf = (knowledge: Knowledge, entry: AnyEntry): string =>
  entry.body ? toMarkdown(entry.body, contextOf(knowledge, entry, knowledge.address), grammarOf(entry.file)) : ''
