import { edited, opening, type Edit } from './edit.ts'
import { childrenOf, INLINE, spanOf, type Node, type Span } from './tree.ts'

/**
 * Takes nodes out of a text so that nothing betrays them: lists are numbered on, blank lines tidied.
 * @param text the text the tree was parsed from.
 * @param doomed nodes to remove, at any depth, and what they leave empty (`withEmptied`).
 */
export function cutNodes(text: string, tree: Node, doomed: ReadonlySet<Node>): string {
  if (doomed.size === 0) return text
  if (doomed.has(tree)) return ''
  const rest = edited(text, cutEdits(text, tree, doomed))
  return rest.trim() === '' ? '' : rest
}

/** The same as edits of the text, for who has others to make. */
export function cutEdits(text: string, tree: Node, doomed: ReadonlySet<Node>): Edit[] {
  const edits: Edit[] = []
  collect(tree, doomed, text, edits)
  return edits
}

const isSpace = (node: Node | undefined) => node?.type === 'text' && node.value.trim() === ''

function collect(node: Node, doomed: ReadonlySet<Node>, text: string, edits: Edit[]): void {
  const children = childrenOf(node)
  if (doomed.has(node)) {
    edits.push({ ...spanOf(node), put: '' })
    return
  }
  const inline = INLINE.has(node.type) || children.some((child) => child.type === 'text')
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index]
    if (child === undefined) break
    if (!doomed.has(child)) {
      collect(child, doomed, text, edits)
      continue
    }
    let last = index
    while (
      doomed.has(children[last + 1] ?? node) ||
      (isSpace(children[last + 1]) && doomed.has(children[last + 2] ?? node))
    )
      last += 1
    const run = { from: spanOf(child).from, to: spanOf(children[last] ?? child).to }
    edits.push(inline ? inlineEdit(run, text) : blockEdit(run, children[index - 1], children[last + 1], text))
    index = last
  }
  if (node.type === 'list' && node.ordered === true) renumber(node.start ?? 1, children, doomed, text, edits)
}

/** A run of inline nodes: one space stays where two met, and what follows is kept from opening a block. */
function inlineEdit({ from, to }: Span, text: string): Edit {
  // Its own line is enough; all that stands before it would be looked through for every passage.
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  const spaced = /[ \t]$/.test(before)
  const gap = /^[ \t]+/.exec(text.slice(to))?.[0].length ?? 0
  const opens = opening(before, text.slice(to + gap))
  if (opens !== undefined) return { from, to: to + gap + opens.length, put: opens.put }
  const tight = spaced && /^(?:[.,;:!?)\]\n\r]|$)/.test(text.slice(to + gap))
  if (tight) return { from: from - (/[ \t]+$/.exec(before)?.[0].length ?? 0), to: to + gap, put: '' }
  return { from, to: spaced ? to + gap : to, put: '' }
}

/** A run of blocks, list items or rows, with one of the two separators around it. */
function blockEdit(run: Span, previous: Node | undefined, next: Node | undefined, text: string): Edit {
  const from = previous === undefined ? undefined : spanOf(previous).to
  const to = next === undefined ? undefined : spanOf(next).from
  const item = next?.type === 'listItem' || next?.type === 'tableRow'
  if (to === undefined) return { from: from ?? run.from, to: run.to, put: '' }
  if (from === undefined || item || isGap(text.slice(from, run.from))) return { from: run.from, to, put: '' }
  return isGap(text.slice(run.to, to)) ? { from, to: run.to, put: '' } : { ...run, put: '' }
}

/** Whether a separator holds an empty line (markers of a quotation aside). */
const isGap = (separator: string) => (separator.match(/\n/g)?.length ?? 0) >= 2

function renumber(start: number, items: readonly Node[], doomed: ReadonlySet<Node>, text: string, edits: Edit[]): void {
  if (!items.some((item) => doomed.has(item))) return
  const numbers = items.map((item) => Number(/^\d+/.exec(text.slice(spanOf(item).from))?.[0]))
  // "1. 1. 1." is a way to write a list too; then there is nothing to betray.
  if (numbers.every((number) => number === start)) return
  let number = start
  for (const item of items.filter((one) => !doomed.has(one))) {
    const { from } = spanOf(item)
    const digits = /^\d+/.exec(text.slice(from, from + 10))?.[0].length ?? 0
    edits.push({ from, to: from + digits, put: String(number) })
    number += 1
  }
}
