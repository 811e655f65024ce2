import type { Grammar } from '#text/grammar.ts'
import { refuseDeepCode } from './code-guard.ts'
import { findCrossedTag } from './crossed-tags.ts'
import { findTooLarge, findTooMuch } from './limits.ts'
import { type BodyProblem } from './rules.ts'
import { syntaxProblem } from './syntax-problem.ts'
import { treeOf, type Node } from './tree.ts'

/**
 * Parses a body into its Markdown tree without running anything.
 * @param text a body without front matter and byte order mark.
 * @returns the tree, or the problems that keep the body from being read.
 */
export function parseBody(text: string, grammar: Grammar): Node | readonly BodyProblem[] {
  const tooMuch = findTooMuch(text)
  if (tooMuch !== undefined) return [tooMuch]
  if (grammar === 'md') {
    const markdown = treeOf(text, 'md')
    const large = findTooLarge(markdown)
    return large === undefined ? markdown : [large]
  }
  const guarded = refuseDeepCode(text)
  if (guarded.length > 0) return guarded
  const tree = parsed(text)
  if ('rule' in tree) return [tree]
  const wrong = findTooLarge(tree) ?? findCrossedTag(tree, text)
  return wrong === undefined ? tree : [wrong]
}

function parsed(text: string): Node | BodyProblem {
  try {
    return treeOf(text, 'mdx')
  } catch (error) {
    return syntaxProblem(error)
  }
}

export const isUnread = (parsed: Node | readonly BodyProblem[]): parsed is readonly BodyProblem[] =>
  Array.isArray(parsed)
