import type { BodyContext } from '#components/prose/body-context.ts'
import type { Knowledge } from '#core/graph/knowledge.ts'
import type { AnyEntry } from '#core/schema/entry.ts'
import { TLP } from '#core/schema/vocabularies.ts'
import { isReference } from '#core/text/address.ts'
import { literalValue } from '#core/text/literal.ts'
import { isUnread, parseBody } from '#reader/mdx/parse.ts'
import { childrenOf, type Element, isElement, type Node, spanOf, walk } from '#reader/mdx/tree.ts'
import { contextOf } from './render-entry.ts'

/** A stretch of the text and what stands in its place. */
interface Change {
  readonly from: number
  readonly to: number
  readonly by: string
}

const link = (text: string, href: string) => `[${text.replace(/[[\]]/g, '\\$&')}](${href})`

function attributesOf(element: Element): ReadonlyMap<string, string> {
  return new Map(
    element.attributes.flatMap((one) => {
      if (one.type !== 'mdxJsxAttribute') return []
      const value = typeof one.value === 'string' ? one.value : literalValue(one.value?.value ?? '')
      return value === undefined ? [] : [[one.name, String(value)] as const]
    }),
  )
}

/** Replaces what stands around the children of a node and leaves them in place. */
function around(node: Node, open: string, close: string): Change[] {
  const { from, to } = spanOf(node)
  const [first, last] = [childrenOf(node)[0], childrenOf(node).at(-1)]
  if (!first || !last) return [{ from, to, by: open + close }]
  return [
    { from, to: spanOf(first).from, by: open },
    { from: spanOf(last).to, to, by: close },
  ]
}

/** A component in words; one without Markdown of its own (kbd, sub, sup, br) stays, because Markdown may hold it. */
function component(element: Element, context: BodyContext): Change[] {
  const given = attributesOf(element)
  const whole = (by: string): Change[] => [{ ...spanOf(element), by }]
  const inline = element.type === 'mdxJsxTextElement'
  switch (element.name) {
    case 'Ref': {
      const target = context.reference(given.get('to') ?? '')
      return whole(target ? link(target.label, target.href) : '')
    }
    case 'Src': {
      const source = context.source(given.get('id') ?? '')
      return whole(source ? `(${link(source.label, source.href)})` : '')
    }
    case 'Quote': {
      const quotation = context.quotation(given.get('of') ?? '')
      return whole(quotation ? `> ${quotation.words}\n>\n> ${link(quotation.label, quotation.href)}` : '')
    }
    case 'Figure': {
      const picture = context.picture(given.get('src') ?? '')
      const caption = given.get('caption')
      return whole(picture ? `![${given.get('alt') ?? ''}](${picture.src})${caption === undefined ? '' : `\n\n${caption}`}` : '')
    }
    case 'Note':
      return around(element, `**${given.get('title') ?? 'Note'}**\n\n`, '')
    case 'Restricted': {
      const label = Object.entries(TLP).find(([level]) => level === given.get('tlp'))?.[1].label ?? TLP.RED.label
      return around(element, inline ? `[${label}] ` : `**${label}**\n\n`, '')
    }
    case 'abbr':
      return around(element, '', given.has('title') ? ` (${given.get('title')})` : '')
    default:
      return []
  }
}

function changesOf(node: Node, context: BodyContext): Change[] {
  if (isElement(node)) return component(node, context)
  if (node.type === 'link' && isReference(node.url)) {
    const target = context.reference(node.url)
    return around(node, target ? '[' : '', target ? `](${target.href})` : '')
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    const value = literalValue(node.value)
    return [{ ...spanOf(node), by: value === undefined || typeof value === 'boolean' ? '' : String(value) }]
  }
  return []
}

/**
 * A body as Markdown that needs nothing else: components in words, references as absolute links.
 * @param text what `readBody` returned, after `cutReferences`; empty when it cannot be parsed.
 */
export function toMarkdown(text: string, context: BodyContext): string {
  const tree = parseBody(text, true)
  if (isUnread(tree)) return ''
  const changes: Change[] = []
  walk(tree, (node) => void changes.push(...changesOf(node, context)))
  // From the end, so that what comes before keeps its place.
  return changes.sort((a, b) => b.from - a.from || b.to - a.to).reduce((rest, { from, to, by }) => rest.slice(0, from) + by + rest.slice(to), text)
}

/** The body of a record as Markdown; empty where it has none. */
export const markdownOf = (knowledge: Knowledge, entry: AnyEntry): string => (entry.body ? toMarkdown(entry.body, contextOf(knowledge, entry, knowledge.address)) : '')
