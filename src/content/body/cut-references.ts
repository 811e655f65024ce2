import { cutCleanly } from './cut-cleanly.ts'
import { edited } from './edit.ts'
import { minuteOf, minutesIn, type Minute } from './minutes.ts'
import { isUnread, parseBody } from './parse.ts'
import { referenceOf, referencesIn } from './references.ts'
import { withSpent } from './spent.ts'
import { spanOf, walk, type Node } from './tree.ts'

/** Whether a reference, as written, leads to something removed; `#part` means a part of the record itself. */
type Gone = (ref: string) => boolean

const HOLDERS = new Set(['paragraph', 'heading', 'tableRow', 'listItem', 'mdxJsxFlowElement'])
// Of restricted passages only those to be shown are left in what is read here.
const OPTIONS = { minutes: true, mayShow: () => true }

/**
 * Takes out of a body the smallest blocks (paragraph, heading, list item, table row, component) that refer to something removed. Only
 * the mark of a source goes alone, while its block cites another, and a name from a minute line, while others say the same.
 * @param text what `readBody` returned.
 * @returns the text without them; undefined when they cannot be taken out cleanly, and nothing of it may be shown.
 */
export function cutReferences(text: string, gone: Gone): string | undefined {
  const tree = parseBody(text)
  if (isUnread(tree)) return undefined
  const renamed = withoutNames(text, tree, gone)
  if (renamed !== text) return cutReferences(renamed, gone)
  const doomed = new Set<Node>()
  walk(tree, (node, ancestors) => {
    const minute = minuteOf(node)
    if (minute !== undefined && isLost(minute, gone)) doomed.add(holderOf(node, ancestors))
    const reference = referenceOf(node)
    if (reference === undefined || !gone(reference.ref)) return
    const holder = holderOf(node, ancestors)
    const citesAnother =
      reference.by === 'Src' && referencesIn(holder).some(({ by, ref }) => by === 'Src' && !gone(ref))
    doomed.add(citesAnother ? node : holder)
  })
  const rest = cutCleanly(text, tree, withSpent(tree, doomed), OPTIONS)
  return rest === text || rest === undefined ? rest : cutReferences(rest, gone)
}

/** The minute lines of a body text, for when cutting has changed it. */
export function readMinutes(text: string): Minute[] {
  const tree = parseBody(text)
  return isUnread(tree) ? [] : minutesIn(tree)
}

/** A minute line goes with its point, with whoever says it, and with the topic that it names. */
function isLost({ kind, id, by, text }: Minute, gone: Gone): boolean {
  return kind === 'topic' ? gone(text) : by.some((name) => gone(name)) || (id !== undefined && gone(`#${id}`))
}

/** Takes names out of the brackets of minute lines that name others too. */
function withoutNames(text: string, tree: Node, gone: Gone): string {
  return edited(
    text,
    minuteNodes(tree).flatMap(([node, { by }]) => {
      const left = by.filter((name) => !gone(name))
      const bracket = /^\w+ ?\[p-[a-z0-9-]+ by ([^\]\n]*)\]/d.exec(text.slice(spanOf(node).from))
      const [from, to] = bracket?.indices?.[1] ?? []
      // A bracket that is not written plainly stays as it is, and the whole line goes.
      if (
        left.length === 0 ||
        left.length === by.length ||
        from === undefined ||
        to === undefined ||
        bracket?.[1]?.split(/, ?/).join() !== by.join()
      )
        return []
      return [{ from: spanOf(node).from + from, to: spanOf(node).from + to, put: left.join(', ') }]
    }),
  )
}

function minuteNodes(tree: Node): [Node, Minute][] {
  const found: [Node, Minute][] = []
  walk(tree, (node) => {
    const minute = minuteOf(node)
    if (minute !== undefined) found.push([node, minute])
  })
  return found
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
