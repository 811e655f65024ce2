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
  if ('rule' in tree) return [tree, ...furtherProblems(text, tree)]
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

const MOST_ERRORS = 10

/**
 * Syntax errors after the first: the block in which each stands is blanked, and the rest parsed again. A closing tag
 * whose opening one was blanked is no error of its own.
 */
function furtherProblems(text: string, first: BodyProblem): BodyProblem[] {
  const found: BodyProblem[] = []
  const opened = new Set<string>()
  let [rest, current] = [text, first]
  for (let round = 0; round < MOST_ERRORS; round += 1) {
    const blanked = withoutBlock(rest, current.line)
    if (blanked === undefined || blanked.block.trim() === '') break
    for (const [, name = ''] of blanked.block.matchAll(/<([A-Za-z]\w*)/g)) opened.add(name)
    rest = blanked.rest
    const guarded = refuseDeepCode(rest)
    if (guarded.length > 0) return [...found, ...guarded]
    const next = parsed(rest)
    if (!('rule' in next)) break
    const orphan = /closing/.test(next.message) && [...opened].some((name) => next.message.includes(`/${name}`))
    if (!orphan) found.push(next)
    current = next
  }
  return found
}

/** A text with the lines around one blanked, up to empty lines; undefined where there is no such line. */
function withoutBlock(text: string, line: number): { rest: string; block: string } | undefined {
  const lines = text.split('\n')
  if (lines[line - 1] === undefined) return undefined
  let [from, to] = [line - 1, line - 1]
  while (from > 0 && lines[from - 1]?.trim() !== '') from -= 1
  while (to < lines.length - 1 && lines[to + 1]?.trim() !== '') to += 1
  const block = lines.slice(from, to + 1).join('\n')
  return { rest: lines.map((one, index) => (index >= from && index <= to ? '' : one)).join('\n'), block }
}

export const isUnread = (parsed: Node | readonly BodyProblem[]): parsed is readonly BodyProblem[] =>
  Array.isArray(parsed)
