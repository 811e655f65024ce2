import { mdxToMdast } from 'satteri'
import { MARKDOWN_FEATURES } from '#core/text/markdown-features.ts'
import { isLiteralOrComment, literalValue } from '#core/text/literal.ts'
import { problem, type BodyProblem } from './rules.ts'
import { syntaxProblem } from './syntax-problem.ts'
import { placeAt, spanOf, walk, type Node, type Span } from './tree.ts'

// Satteri 0.10.5 hands every expression, import and export to a recursive JavaScript parser, which overflows the stack and ends the
// whole process from about 5,000 nested brackets on. Shorter code cannot nest so deep. May go when that parser has a limit.
const SAFE_LENGTH = 2_000
const LONGEST_COMMENT = 20_000
const FIX = 'take it out; a brace that is meant to be read is written \\{'

interface Suspect {
  readonly offset: number
  readonly brace: boolean
}

/**
 * Refuses code that must not even be parsed. A copy in which no suspect is code is parsed instead: what is then found in a code block,
 * in one line of inline code or in a comment is no code in the original either, since nothing before it differs.
 * @returns a problem, or undefined when the body may be parsed.
 */
export function refuseDeepCode(text: string): BodyProblem | undefined {
  const suspects = findSuspects(text)
  const first = suspects[0]
  if (first === undefined || text.length - first.offset <= SAFE_LENGTH) return undefined
  const units = text.split('')
  for (const { offset } of suspects) units[offset] = 'x'
  try {
    const guilty = firstGuilty(suspects, mdxToMdast(units.join(''), { features: MARKDOWN_FEATURES }))
    return guilty && codeProblem(text, guilty.offset)
  } catch (error) {
    const found = syntaxProblem(error)
    const guilty = suspects.find(({ offset }) => {
      const place = placeAt(text, offset)
      return place.line === found.line && place.column === found.column
    })
    return guilty === undefined ? found : codeProblem(text, guilty.offset)
  }
}

const codeProblem = (text: string, offset: number) => problem('body-code', placeAt(text, offset), 'found code in the body', FIX)

/** Every brace that opens more than a literal or a comment, and every line that may import or export. */
function findSuspects(text: string): Suspect[] {
  const suspects: Suspect[] = []
  for (const { 0: found, index } of text.matchAll(/(?<!\\)(?:\\\\)*\{|^(?:import|export)\b/gm)) {
    const brace = found.endsWith('{')
    const offset = brace ? index + found.length - 1 : index
    if (!brace || !opensHarmless(text, offset + 1)) suspects.push({ offset, brace })
  }
  return suspects
}

function opensHarmless(text: string, from: number): boolean {
  const inside = text.slice(from, from + LONGEST_COMMENT)
  const comment = /^\s*\/\*/.test(inside)
  const close = inside.indexOf(comment ? '*/' : '}')
  if (close === -1) return false
  if (comment) return /^\s*\}/.test(inside.slice(close + 2, close + 100))
  return literalValue(inside.slice(0, close)) !== undefined
}

/** The first suspect that stands in no code to show, in no comment and, for an import or export, not within a paragraph. */
function firstGuilty(suspects: readonly Suspect[], tree: Node): Suspect | undefined {
  const shown: Span[] = []
  const paragraphs: Span[] = []
  walk(tree, (node) => {
    if (isShown(node)) shown.push(spanOf(node))
    if (node.type === 'paragraph') paragraphs.push(spanOf(node))
  })
  const inShown = within(shown)
  const inParagraph = within(paragraphs)
  return suspects.find(({ offset, brace }) => {
    const harmless = inShown(offset) !== undefined || (!brace && (inParagraph(offset)?.from ?? offset) < offset)
    return !harmless
  })
}

function isShown(node: Node): boolean {
  if (node.type === 'code') return true
  if (node.type === 'inlineCode') return node.position?.start.line === node.position?.end.line
  return (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') && isLiteralOrComment(node.value)
}

/** Looks up the span that holds an offset; both spans and offsets come in the order of the text. */
function within(spans: readonly Span[]): (offset: number) => Span | undefined {
  let at = 0
  return (offset) => {
    while ((spans[at]?.to ?? Infinity) <= offset) at += 1
    const span = spans[at]
    return span !== undefined && span.from <= offset ? span : undefined
  }
}
