import type { Grammar } from '#text/grammar.ts'
import { cutCleanly } from './cut-cleanly.ts'
import { isUnread, parseBody } from './parse.ts'
import { referenceOf, referencesIn } from './references.ts'
import { withEmptied } from './emptied-nodes.ts'
import { walk, type Node } from './tree.ts'

/** Whether a reference, as written, leads to something removed; `#part` means a part of the record itself. */
type Gone = (ref: string) => boolean

const HOLDERS = new Set(['paragraph', 'heading', 'tableRow', 'listItem', 'mdxJsxFlowElement'])

/**
 * Takes out of a body the smallest blocks (paragraph, heading, list item, table row, component) that refer to something
 * removed. Only the mark of a source goes alone, while its block cites another.
 * @param text what `readBody` returned.
 * @returns the text without them; undefined when they cannot be taken out cleanly, and nothing of it may be shown.
 */
export function cutReferences(text: string, gone: Gone, grammar: Grammar = 'mdx'): string | undefined {
  const tree = parseBody(text, grammar)
  if (isUnread(tree)) return undefined
  const doomed = new Set<Node>()
  walk(tree, (node, ancestors) => {
    const reference = referenceOf(node)
    if (reference === undefined || !gone(reference.ref)) return
    const holder = holderOf(node, ancestors)
    const citesAnother =
      reference.by === 'Src' && referencesIn(holder).some(({ by, ref }) => by === 'Src' && !gone(ref))
    doomed.add(citesAnother ? node : holder)
  })
  // Of restricted passages only those to be shown are left in what is read here.
  const rest = cutCleanly(text, tree, withEmptied(tree, doomed), () => true, grammar)
  return rest === text || rest === undefined ? rest : cutReferences(rest, gone, grammar)
}

/** The block that makes the claim: a list item is one when the reference stands in its first paragraph. */
function holderOf(node: Node, ancestors: readonly Node[]): Node {
  if (HOLDERS.has(node.type) && node.type !== 'paragraph') return node
  const around = [...ancestors, node]
  const at = around.findLastIndex((one) => HOLDERS.has(one.type))
  const holder = around[at]
  if (holder === undefined) return ancestors[1] ?? node
  const outer = around[at - 1]
  return outer?.type === 'listItem' && outer.children[0] === holder ? outer : holder
}
