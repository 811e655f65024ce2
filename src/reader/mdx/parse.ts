import { mdxToMdast } from 'satteri'
import { MARKDOWN_FEATURES } from '#core/text/markdown-features.ts'
import { refuseDeepCode } from './code-guard.ts'
import { problem, type BodyProblem } from './rules.ts'
import { syntaxProblem } from './syntax-problem.ts'
import { placeOf, walk, type Node } from './tree.ts'

export const MAX_LENGTH = 1_000_000
export const MAX_DEPTH = 100

/**
 * Parses a body into its Markdown tree without running anything.
 * @param text MDX without front matter and byte order mark.
 * @param trusted whether code in it is expected; then it is not guarded against code that nests too deep for the parser.
 * @returns the tree, or the one problem that keeps the body from being read.
 */
export function parseBody(text: string, trusted: boolean): Node | BodyProblem {
  if (text.length > MAX_LENGTH)
    return sizeProblem({ line: 1, column: 1 }, `the body has ${text.length} characters, more than ${MAX_LENGTH}`)
  const guarded = trusted ? undefined : refuseDeepCode(text)
  if (guarded !== undefined) return guarded
  try {
    const tree = mdxToMdast(text, { features: MARKDOWN_FEATURES })
    const deep = deeperThan(tree, MAX_DEPTH)
    return deep === undefined ? tree : sizeProblem(placeOf(deep), `more than ${MAX_DEPTH} levels nest inside one another here`)
  } catch (error) {
    return syntaxProblem(error)
  }
}

export const isUnread = (parsed: Node | BodyProblem): parsed is BodyProblem => 'rule' in parsed

const sizeProblem = (place: { line: number; column: number }, message: string) =>
  problem('body-size', place, message, 'split it or make it simpler')

function deeperThan(root: Node, depth: number): Node | undefined {
  let deep: Node | undefined
  walk(root, (node, ancestors) => {
    if (ancestors.length > depth) deep ??= node
    return deep === undefined
  })
  return deep
}
