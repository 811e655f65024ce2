import { childrenOf, INLINE, isElement, placeOf, type Node } from './tree.ts'

const EMPTIED = new Set([...INLINE, 'list', 'listItem', 'blockquote', 'mdxJsxFlowElement'])

/** The nodes to be removed together with every node that would be left with nothing to say. */
export function withEmptied(tree: Node, doomed: ReadonlySet<Node>): ReadonlySet<Node> {
  if (doomed.size === 0) return doomed
  const all = new Set(doomed)
  if (!all.has(tree)) spread(tree, all)
  return all
}

function spread(node: Node, doomed: Set<Node>): void {
  const children = childrenOf(node)
  for (const child of children) if (!doomed.has(child)) spread(child, doomed)
  const touched = children.some((child) => doomed.has(child))
  spreadMarks(children, doomed)
  spreadHeadings(children, doomed)
  if (node.type === 'tableRow') {
    const cells = children.map(childrenOf)
    if (cells.flat().some((inner) => doomed.has(inner)) && cells.every((cell) => isSpent(cell, doomed)))
      doomed.add(node)
  } else if (node.type === 'table') spreadTable(node, children, doomed)
  else if (touched && EMPTIED.has(node.type) && node.type !== 'tableCell' && isSpent(children, doomed)) doomed.add(node)
}

const isSpent = (nodes: readonly Node[], doomed: ReadonlySet<Node>) =>
  nodes.every((node) => doomed.has(node) || isBlank(node))

function spreadTable(table: Node, rows: readonly Node[], doomed: Set<Node>): void {
  const [head, ...body] = rows
  if (!rows.some((row) => doomed.has(row))) return
  if ((head !== undefined && doomed.has(head)) || body.every((row) => doomed.has(row))) doomed.add(table)
}

/** A heading goes when its section had content and all of it goes. */
function spreadHeadings(blocks: readonly Node[], doomed: Set<Node>): void {
  if (!blocks.some((block) => doomed.has(block))) return
  for (const [index, heading] of [...blocks.entries()].toReversed()) {
    if (heading.type !== 'heading' || doomed.has(heading)) continue
    const next = blocks.findIndex((other, at) => at > index && other.type === 'heading' && other.depth <= heading.depth)
    const section = blocks.slice(index + 1, next === -1 ? undefined : next)
    if (section.length > 0 && section.every((block) => doomed.has(block))) doomed.add(heading)
  }
}

/**
 * Marks of sources that stand between blocks (a line of components alone is no paragraph) go with all that they stand
 * next to.
 */
function spreadMarks(blocks: readonly Node[], doomed: Set<Node>): void {
  if (!blocks.some((block) => block.type === 'mdxJsxFlowElement' && isMark(block))) return
  const runs: Node[][] = []
  for (const [index, block] of blocks.entries()) {
    const last = blocks[index - 1]
    if (last === undefined || placeOf(block).line - endOf(last) > 1) runs.push([block])
    else runs.at(-1)?.push(block)
  }
  for (const run of runs)
    if (run.some((one) => doomed.has(one)) && run.every((one) => doomed.has(one) || isMark(one)))
      for (const one of run) doomed.add(one)
}

const endOf = (node: Node) => node.position?.end.line ?? 0

const isMark = (node: Node) => isElement(node) && node.name === 'Src'

/** Whether a node says nothing by itself: a break, the mark of a source, or punctuation. */
function isBlank(node: Node): boolean {
  if (node.type !== 'text') return node.type === 'break' || isMark(node)
  return !/[\p{L}\p{N}\p{S}]/u.test(node.value)
}
