import { refuseDeepCode } from './code-guard.ts'
import { findCrossedTag } from './crossed-tags.ts'
import { problem, type BodyProblem } from './rules.ts'
import { syntaxProblem } from './syntax-problem.ts'
import { placeOf, treeOf, walk, type Node } from './tree.ts'

export const MAX_LENGTH = 1_000_000
export const MAX_DEPTH = 100

/**
 * Parses a body into its Markdown tree without running anything.
 * @param text MDX without front matter and byte order mark.
 * @param trusted whether code in it is expected; then it is not guarded against code that nests too deep for the parser.
 * @returns the tree, or the problems that keep the body from being read.
 */
export function parseBody(text: string, trusted: boolean): Node | readonly BodyProblem[] {
  if (text.length > MAX_LENGTH) return [sizeProblem({ line: 1, column: 1 }, `the body has ${text.length} characters, more than ${MAX_LENGTH}`)]
  const guarded = trusted ? [] : refuseDeepCode(text)
  if (guarded.length > 0) return guarded
  try {
    const tree = treeOf(text)
    const deep = deeperThan(tree, MAX_DEPTH)
    if (deep !== undefined) return [sizeProblem(placeOf(deep), `more than ${MAX_DEPTH} levels nest inside one another here`)]
    const crossed = findCrossedTag(tree, text)
    return crossed === undefined ? tree : [crossed]
  } catch (error) {
    return [syntaxProblem(error)]
  }
}

export const isUnread = (parsed: Node | readonly BodyProblem[]): parsed is readonly BodyProblem[] => Array.isArray(parsed)

const sizeProblem = (place: { line: number; column: number }, message: string) => problem('body-size', place, message, 'split it or make it simpler')

function deeperThan(root: Node, depth: number): Node | undefined {
  let deep: Node | undefined
  walk(root, (node, ancestors) => {
    if (ancestors.length > depth) deep ??= node
    return deep === undefined
  })
  return deep
}
