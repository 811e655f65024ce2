import { HEADING_PREFIX, headingIds } from '#text/heading-ids.ts'
import { edited, opening, type Edit } from './edit.ts'
import { childrenOf, spanOf, walk, wordsOf, type Node } from './tree.ts'

type Link = Extract<Node, { type: 'link' }>

/** A heading of a body with its anchors, `#h-…`, and what it stands in. */
interface Anchored {
  readonly anchor: string
  readonly formerly: string | undefined
  readonly around: readonly Node[]
}

/** The headings of a body, in the order of the text. */
function headingsOf(tree: Node): Anchored[] {
  const headings: Anchored[] = []
  const nextId = headingIds()
  walk(tree, (node, ancestors) => {
    if (node.type !== 'heading') return
    const { id, formerly } = nextId(wordsOf(node))
    headings.push({
      anchor: `#${id}`,
      formerly: formerly === undefined ? undefined : `#${formerly}`,
      around: [...ancestors, node],
    })
  })
  return headings
}

/** The anchors of all headings of a body, those of earlier versions among them. */
export const headingAnchors = (tree: Node): ReadonlySet<string> =>
  new Set(headingsOf(tree).flatMap(({ anchor, formerly }) => (formerly === undefined ? [anchor] : [anchor, formerly])))

/**
 * Lets links within a body follow their headings after a cut: one whose heading went keeps its words alone, one whose
 * heading is called otherwise now (it lost words, or one of the same name before it) leads to it by its new name.
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
  const moved = new Map<string, string | undefined>()
  for (const { anchor, formerly, around } of headingsOf(before)) {
    const now = around.some((node) => gone.has(node)) ? undefined : left.next().value
    if (formerly !== undefined && !moved.has(formerly))
      moved.set(formerly, now?.formerly === formerly ? formerly : now?.anchor)
    moved.set(anchor, now?.anchor)
  }
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
