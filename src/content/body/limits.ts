import { problem, type BodyProblem } from './rules.ts'
import { childrenOf, isElement, placeAt, placeOf, walk, type Node } from './tree.ts'

/** What a body may hold at most. The longest public postmortems have half as many characters. */
export const LIMITS = {
  length: 200_000,
  depth: 100,
  tags: 5_000,
  work: 400_000_000,
  attributes: 20,
  columns: 100,
  cells: 20_000,
} as const

// For each of these Satteri 0.10.5 goes through the rest of the block, or through all that are open.
const TAGS = /[<{&]/g
// Each of these may begin a node; in a block with any letter beyond ASCII its place is counted from the beginning of
// the block.
const SIGNS = /[<{&*_[\]`~@\\]|www\.|:\/\//g
// An item of a list ends the paragraph before it as an empty line does.
const BETWEEN_BLOCKS = /\n(?=[ \t]*(?:\n|$)| {0,3}[-*+][ \t]+\S)/
// A quotation or an item of a list, as often as it may stand at the beginning of one line, and where the next one
// follows.
const MARKER = '(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))'
const NESTED = new RegExp(`^(?:[ \\t]*${MARKER}){${LIMITS.depth}}[ \\t]*(?=${MARKER})`, 'm')

const SIMPLER = 'split it or make it simpler'
const SPLIT = 'split the record, or keep logs and exports outside it'
const number = (value: number) => value.toLocaleString('en-GB')
const counted = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/**
 * What makes a body too large to be given to the parser, whose time grows with the square of these. Goes through the
 * text once for each.
 */
export function findTooMuch(text: string): BodyProblem | undefined {
  const say = (offset: number, message: string, fix: string) =>
    problem('body-size', placeAt(text, offset), message, fix)
  if (text.length > LIMITS.length)
    return say(0, `expected at most ${number(LIMITS.length)} characters in a body, found ${number(text.length)}`, SPLIT)
  const tags = counted(text, TAGS)
  if (tags > LIMITS.tags)
    return say(
      text.search(TAGS),
      `expected at most ${number(LIMITS.tags)} of the signs < { & in a body, found ${number(tags)}`,
      SPLIT,
    )
  const nested = NESTED.exec(text)
  if (nested !== null) return say(nested.index + nested[0].length, TOO_DEEP, SIMPLER)
  const { work, densest } = workOf(text)
  if (work <= LIMITS.work) return undefined
  return say(
    densest.offset,
    'expected fewer signs of Markdown in one block, found ' +
      `${number(counted(densest.block, SIGNS))} in ${number(densest.block.length)} characters without an empty line`,
    'set paragraphs apart with empty lines, or split the table or listing',
  )
}

/** About how long the parser will take, and the block that takes most of it. */
function workOf(text: string) {
  let work = 0
  let densest = { offset: 0, block: '', own: 0 }
  let offset = 0
  for (const block of text.split(BETWEEN_BLOCKS)) {
    // A tag takes about four times as long as any other sign.
    const own = block.length * (counted(block, SIGNS) + 3 * counted(block, TAGS))
    if (own > densest.own) densest = { offset, block, own }
    work += own
    offset += block.length + 1
  }
  return { work, densest }
}

/** What makes a parsed body too large to be checked and printed. */
export function findTooLarge(tree: Node): BodyProblem | undefined {
  let found: BodyProblem | undefined
  walk(tree, (node, ancestors) => {
    found ??= ancestors.length > LIMITS.depth ? problem('body-size', placeOf(node), TOO_DEEP, SIMPLER) : tooLarge(node)
    return found === undefined
  })
  return found
}

const TOO_DEEP = `more than ${LIMITS.depth} levels nest inside one another here`

function tooLarge(node: Node): BodyProblem | undefined {
  const say = (message: string, fix: string) => problem('body-size', placeOf(node), message, fix)
  if (isElement(node) && node.attributes.length > LIMITS.attributes)
    return say(
      `expected at most ${LIMITS.attributes} attributes, found ${number(node.attributes.length)}`,
      'take out those that are not in the guide',
    )
  if (node.type !== 'table') return undefined
  // Every row is printed as wide as the first, however short it is written.
  const columns = childrenOf(node.children[0] ?? node).length
  const rows = node.children.length
  if (columns > LIMITS.columns)
    return say(`expected at most ${LIMITS.columns} columns in a table, found ${number(columns)}`, 'split the table')
  return rows * columns > LIMITS.cells
    ? say(
        `expected at most ${number(LIMITS.cells)} cells in a table, found ${number(rows * columns)}`,
        'split the table',
      )
    : undefined
}
