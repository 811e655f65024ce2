import { HEADING_PREFIX, headingIds } from '#text/heading-ids.ts'
import { edited, opening, type Edit } from './edit.ts'
import { childrenOf, spanOf, walk, wordsOf, type Node } from './tree.ts'

type Link = Extract<Node, { type: 'link' }>

/** The anchors of all headings of a body, `#h-…`, each with its heading and what it stands in, in the order of the text. */
function headingsOf(tree: Node): { readonly anchor: string; readonly around: readonly Node[] }[] {
  const headings: { anchor: string; around: readonly Node[] }[] = []
  const nextId = headingIds()
  walk(tree, (node, ancestors) => {
    if (node.type === 'heading') headings.push({ anchor: `#${nextId(wordsOf(node))}`, around: [...ancestors, node] })
  })
  return headings
}

/** The anchors of all headings of a body. */
export const headingAnchors = (tree: Node): ReadonlySet<string> => new Set(headingsOf(tree).map(({ anchor }) => anchor))

/**
 * Lets links within a body follow their headings after a cut: one whose heading went keeps its words alone, one whose heading is called
 * otherwise now (it lost words, or one of the same name before it) leads to it by its new name.
 * @param text what is left of the body, and its tree.
 * @param before the tree of the body before, with what was removed from it.
 */
export function relink(text: string, tree: Node, before: Node, gone: ReadonlySet<Node>): string {
  const links: Link[] = []
  walk(tree, (node) => {
    if (node.type === 'link' && node.url.startsWith(`#${HEADING_PREFIX}`)) links.push(node)
  })
  if (links.length === 0) return text
  const left = headingsOf(tree).values()
  const moved = new Map(
    headingsOf(before).map(({ anchor, around }) => [
      anchor,
      around.some((node) => gone.has(node)) ? undefined : left.next().value?.anchor,
    ]),
  )
  const edits = links.flatMap((link) =>
    moved.has(link.url) && moved.get(link.url) !== link.url ? leadTo(moved.get(link.url), link, text) : [],
  )
  return edited(text, edits)
}

function leadTo(anchor: string | undefined, link: Link, text: string): Edit[] {
  const { from, to } = spanOf(link)
  const [first, last] = [childrenOf(link)[0], childrenOf(link).at(-1)]
  if (first === undefined || last === undefined) return [{ from, to, put: '' }]
  const [words, end] = [spanOf(first).from, spanOf(last).to]
  const address = text.indexOf(link.url, end)
  if (anchor !== undefined && address !== -1 && address < to)
    return [{ from: address, to: address + link.url.length, put: anchor }]
  const opens = opening(text.slice(0, from), text.slice(words))
  return [
    { from, to: words + (opens?.length ?? 0), put: opens?.put ?? '' },
    { from: end, to, put: '' },
  ]
}
