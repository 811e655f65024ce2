import { minutesIn, type Minute } from './minutes.ts'
import { cutCleanly } from './cut-cleanly.ts'
import { isUnread, parseBody } from './parse.ts'
import { referenceOf, referencesIn } from './references.ts'
import { withSpent } from './spent.ts'
import { walk, type Node } from './tree.ts'

const HOLDERS = new Set(['paragraph', 'heading', 'tableRow', 'listItem', 'mdxJsxFlowElement'])
// What is read here was read before: code in it is trusted, and of restricted passages only those to be shown are left.
const OPTIONS = { trusted: true, minutes: true, mayShow: () => true }

/**
 * Takes out of a body the smallest blocks (paragraph, heading, list item, table row, component) that refer to something removed. Only
 * the mark of a source goes alone, while its block cites another.
 * @param text what `readBody` returned.
 * @param gone whether a reference, as written, leads to something removed; `#part` means a part of the record itself.
 * @returns the text without them; empty when it cannot be parsed, or they cannot be taken out cleanly.
 */
export function cutReferences(text: string, gone: (ref: string) => boolean): string {
  const tree = parseBody(text, true)
  if (isUnread(tree)) return ''
  const doomed = new Set<Node>()
  walk(tree, (node, ancestors) => {
    const reference = referenceOf(node)
    if (reference === undefined || !gone(reference.ref)) return
    const holder = holderOf(node, ancestors)
    const citesAnother = reference.by === 'Src' && referencesIn(holder).some(({ by, ref }) => by === 'Src' && !gone(ref))
    doomed.add(citesAnother ? node : holder)
  })
  const rest = cutCleanly(text, tree, withSpent(tree, doomed), OPTIONS) ?? ''
  return rest === text ? text : cutReferences(rest, gone)
}

/** The minute lines of a body text, for when cutting has changed it. */
export function readMinutes(text: string): Minute[] {
  const tree = parseBody(text, true)
  return isUnread(tree) ? [] : minutesIn(tree)
}

/** The block that makes the claim: a list item is one when the reference stands in its first paragraph. */
function holderOf(node: Node, ancestors: readonly Node[]): Node {
  if (HOLDERS.has(node.type)) return node
  const at = ancestors.findLastIndex((one) => HOLDERS.has(one.type))
  const holder = ancestors[at]
  if (holder === undefined) return ancestors[1] ?? node
  const around = ancestors[at - 1]
  return around?.type === 'listItem' && around.children[0] === holder ? around : holder
}
