import { isComment } from '#text/literal.ts'
import { proseComponent } from '#text/prose.ts'
import { TLP } from '#schema/vocabularies.ts'
import { attributesOf } from './attributes.ts'
import { MOST_PROBLEMS, problem, type BodyProblem } from './rules.ts'
import { childrenOf, isElement, placeAt, spanOf, walk, type Element, type Node } from './tree.ts'

/** What a build may not show, and what is wrong with how it is marked. */
export interface Restriction {
  readonly doomed: ReadonlySet<Node>
  readonly problems: readonly BodyProblem[]
}

const AS_TAG = /<\s*(?:\/\s*)?restricted/gi
const IN_CODE = /restricted/i

/**
 * Finds the passages a build must not show. What is not understood is treated as RED: an element that is not in the
 * table may be a misspelt Restricted. Comments go from every build: they are notes to the next author, not to readers.
 */
export function findRestricted(tree: Node, source: string, mayShow: (tlp: string) => boolean): Restriction {
  const doomed = new Set<Node>()
  // Where the word may stand: at either end of a component, and in comments. Anywhere else its author expects it to
  // hide something.
  const expected = new Set<number>()
  const idle: number[] = []
  walk(tree, (node) => {
    if (isElement(node)) {
      if (!mayShow(levelOf(node, source))) doomed.add(node)
      for (const offset of tagOffsets(node, source)) expected.add(offset)
    } else if (isExpression(node) && isComment(node.value)) {
      doomed.add(node)
      for (const { index } of source.slice(spanOf(node).from, spanOf(node).to).matchAll(AS_TAG))
        expected.add(spanOf(node).from + index)
    } else if ((isExpression(node) || node.type === 'mdxjsEsm') && IN_CODE.test(node.value))
      idle.push(spanOf(node).from)
  })
  for (const { index } of source.matchAll(AS_TAG)) if (!expected.has(index)) idle.push(index)
  // One problem for each block, however many tags stand in it.
  const blocks = new Map<Node, number>()
  const blockAt = blocksOf(tree)
  for (const offset of idle.sort((a, b) => a - b)) {
    const block = blockAt(offset)
    if (!blocks.has(block)) blocks.set(block, offset)
    if (!mayShow('RED')) doomed.add(block)
  }
  return { doomed, problems: [...blocks.values()].slice(0, MOST_PROBLEMS).map((offset) => idleProblem(source, offset)) }
}

const idleProblem = (source: string, offset: number) =>
  problem(
    'body-restricted',
    placeAt(source, offset),
    '<Restricted> stands in code or in plain text, where it hides nothing',
    'use it as a component, outside code',
  )

type Expression = Extract<Node, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>
const isExpression = (node: Node): node is Expression =>
  node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression'

/**
 * Looks up the top-level block around an offset, the whole body when it stands between blocks; offsets come in the
 * order of the text.
 */
function blocksOf(tree: Node): (offset: number) => Node {
  const blocks = childrenOf(tree)
  let at = 0
  return (offset) => {
    for (let block = blocks[at]; block !== undefined && spanOf(block).to <= offset; block = blocks[at]) at += 1
    const block = blocks[at]
    return block !== undefined && spanOf(block).from <= offset ? block : tree
  }
}

function tagOffsets(element: Element, source: string): number[] {
  if (element.name !== 'Restricted') return []
  const { from, to } = spanOf(element)
  return [from, source.lastIndexOf('<', to - 1)]
}

/** The level an element asks for; RED when it cannot be told. */
function levelOf(element: Element, source: string): string {
  if (element.name === null || proseComponent(element.name) === undefined) return 'RED'
  const attributes = attributesOf(element, source)
  if (attributes.some(({ code }) => code !== undefined && IN_CODE.test(code))) return 'RED'
  if (element.name !== 'Restricted') return 'CLEAR'
  const [tlp, ...others] = attributes
  const plain =
    others.length === 0 && tlp?.name === 'tlp' && typeof tlp.value === 'string' && Object.hasOwn(TLP, tlp.value)
  return plain ? String(tlp.value) : 'RED'
}
