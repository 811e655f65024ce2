import type { Heading } from '#schema/entry.ts'
import { oneLine } from '#text/words.ts'
import { headingIds } from '#text/heading-ids.ts'
import { childrenOf, walk, wordsOf, type Node } from './tree.ts'

/** The headings of a body, in the order of the text. */
export function headingsIn(tree: Node): Heading[] {
  const nextId = headingIds()
  const headings: Heading[] = []
  walk(tree, (node) => {
    if (node.type === 'heading') headings.push({ ...nextId(wordsOf(node)), title: oneLine(wordsOf(node)) })
  })
  return headings
}

// What sections of postmortems are called: no title of one.
const SECTION = new RegExp(
  String.raw`^(?:(?:executive|incident)?\s*(?:summary|overview)|tl;?\s*dr|abstract|introduction|background|` +
    String.raw`description|what happened\??|impact|timeline|root causes?|detection|resolution|lessons?` +
    String.raw`(?: learned)?|action items|details|status|date|authors?)\W*$`,
  'i',
)
const SUMMARY = /^(?:(?:executive|incident)?\s*(?:summary|overview)|tl;?\s*dr|abstract|what happened\??)\W*$/i

/**
 * The heading that is the title of a body: its first of the first level, else a heading at its very beginning. One that
 * is called as sections are is none.
 */
export function titleHeading(tree: Node): Node | undefined {
  const blocks = childrenOf(tree).filter(({ type }) => type !== 'html' && type !== 'definition')
  const first = blocks.find((node) => node.type === 'heading' && node.depth === 1) ?? blocks[0]
  if (first?.type !== 'heading') return undefined
  const words = oneLine(wordsOf(first))
  return words === '' || SECTION.test(words) ? undefined : first
}

/** Whether two titles are the same but for case, spaces and punctuation. */
export function sameWords(a: string, b: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
  return bare(a) === bare(b)
}

/**
 * Words of the paragraph that says what happened: the first below a heading called summary, else the first of all;
 * empty without one.
 */
export function leadOf(tree: Node, without: ReadonlySet<Node>): string {
  const blocks = childrenOf(tree).filter((node) => !without.has(node))
  const summary = blocks.findIndex((node) => node.type === 'heading' && SUMMARY.test(oneLine(wordsOf(node))))
  const after = summary === -1 ? [] : blocks.slice(summary + 1)
  const next = after.findIndex(({ type }) => type === 'heading')
  const own = (next === -1 ? after : after.slice(0, next)).find(isProse)
  return oneLine(wordsOf(own ?? blocks.find(isProse) ?? { type: 'text', value: '' }))
}

// "Date: 19 July 2024" and the like stand above the text in many templates.
const isProse = (node: Node): boolean =>
  node.type === 'paragraph' && /\p{L}/u.test(wordsOf(node)) && !/^\s*[\p{L} ]{2,20}:/u.test(wordsOf(node))
