import { isLiteralOrComment, literalValue } from '#text/literal.ts'
import { MOST_PROBLEMS, problem, type BodyProblem } from './rules.ts'
import { syntaxProblem } from './syntax-problem.ts'
import { offsetOf, placeAt, spanOf, treeOf, walk, type Node, type Span } from './tree.ts'

// Satteri 0.10.5 hands every expression, import and export to a recursive JavaScript parser, which overflows the stack
// and ends the whole process from about 5,000 nested brackets, templates or arrow functions on; other constructs were
// still read at 20,000. Less than that is let through to the parser. May go when that parser has a limit.
const SAFE_OPENERS = 2_000
const SAFE_LENGTH = 20_000
const LONGEST_TAG = 2_000
const LONGEST_COMMENT = 20_000
// An attribute that is no longer code makes its tag unreadable, and the parser then points at the tag.
const TAG_BEFORE = /<[A-Za-z][^<>`]*$/
const FIX = 'take it out; a brace that is meant to be read is written \\{'

interface Suspect {
  readonly offset: number
  readonly brace: boolean
}

/**
 * Refuses code that must not even be parsed. A copy in which no suspect is code is parsed instead: what is then found
 * in a code block, in one line of inline code or in a comment is no code in the original either, since nothing before
 * it differs.
 * @returns what is wrong, one problem for each block that holds code; empty when the body may be parsed.
 */
export function refuseDeepCode(text: string): readonly BodyProblem[] {
  const suspects = findSuspects(text)
  if (!mayCrash(text, suspects)) return []
  const masked = suspects
    .map(({ offset }, at) => `${text.slice((suspects[at - 1]?.offset ?? -1) + 1, offset)}x`)
    .join('')
  try {
    const guilty = guiltyOf(suspects, treeOf(masked + text.slice((suspects.at(-1)?.offset ?? -1) + 1), 'mdx'))
    return firstOfBlocks(text, guilty)
      .slice(0, MOST_PROBLEMS)
      .map(({ offset }) => codeProblem(text, offset))
  } catch (error) {
    const found = syntaxProblem(error)
    const blamed = offsetOf(text, found)
    const guilty = suspects.find(({ offset }) => {
      const tag = TAG_BEFORE.exec(text.slice(Math.max(0, offset - LONGEST_TAG), offset))?.[0] ?? ''
      return offset - tag.length === blamed
    })
    return [guilty === undefined ? found : codeProblem(text, guilty.offset)]
  }
}

function mayCrash(text: string, suspects: readonly Suspect[]): boolean {
  const first = suspects[0]
  if (first === undefined) return false
  const rest = text.slice(first.offset)
  return (
    rest.length > SAFE_LENGTH ||
    suspects.some(({ brace }) => !brace) ||
    (rest.match(/[([{`]|=>/g)?.length ?? 0) > SAFE_OPENERS
  )
}

const codeProblem = (text: string, offset: number) =>
  problem(
    'body-code',
    placeAt(text, offset),
    `found code in the body: ${text.slice(offset, offset + 20).split('\n', 1)[0]}…`,
    FIX,
  )

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

/** The suspects that stand in no code to show, in no comment and, for an import or export, not within a paragraph. */
function guiltyOf(suspects: readonly Suspect[], tree: Node): Suspect[] {
  const shown: Span[] = []
  const paragraphs: Span[] = []
  walk(tree, (node) => {
    if (isShown(node)) shown.push(spanOf(node))
    if (node.type === 'paragraph') paragraphs.push(spanOf(node))
  })
  const inShown = within(shown)
  const inParagraph = within(paragraphs)
  return suspects.filter(({ offset, brace }) => {
    const harmless = inShown(offset) !== undefined || (!brace && (inParagraph(offset)?.from ?? offset) < offset)
    return !harmless
  })
}

/**
 * One suspect for each stretch without an empty line: the braces within one piece of code are no problems of their own.
 */
function firstOfBlocks(text: string, suspects: readonly Suspect[]): Suspect[] {
  let end = -1
  return suspects.filter(({ offset }) => {
    if (offset < end) return false
    const blank = text.slice(offset).search(/\n[ \t]*\r?\n/)
    end = blank === -1 ? Infinity : offset + blank
    return true
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
