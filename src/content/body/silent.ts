import type { Grammar } from '#text/grammar.ts'
import { isImageName } from '#text/address.ts'
import { problem, type BodyProblem } from './rules.ts'
import { childrenOf, placeAt, placeOf, spanOf, walk, type Node, type Span } from './tree.ts'

// `![words](address with spaces)`, which is neither a picture nor a link; also the end of one whose words hold marks.
const TARGET = /(!?)(?:\[[^[\]\n]*)?\]\(([^()<>\n]*[^()<>\s][ \t][^()<>\n]*(?:\([^()<>\n]*\)[^()<>\n]*)?)\)/g
const TITLE = /[ \t](?:"[^"]*"|'[^']*')$/
const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i

/** The kind of an alert (`> [!NOTE]`), in lower case; undefined for any other quotation. */
export function alertOf(node: Node): string | undefined {
  const first = node.type === 'blockquote' ? node.children[0] : undefined
  const words = first?.type === 'paragraph' ? first.children[0] : undefined
  return words?.type === 'text' ? ALERT.exec(words.value)?.[1]?.toLowerCase() : undefined
}

const named = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** Finds what a parser of Markdown changes without a word: evidence must not become other evidence. */
export function findSilentChanges(tree: Node, source: string, grammar: Grammar): BodyProblem[] {
  const problems: BodyProblem[] = []
  walk(tree, (node) => {
    problems.push(...lostCells(node), ...spacedTargets(node, source))
    if (grammar === 'md') return
    const alert = alertOf(node)
    if (alert !== undefined)
      problems.push(
        problem(
          'body-component',
          placeOf(node),
          `found the alert [!${alert.toUpperCase()}], which MDX prints as it stands`,
          `write <Note title="${named(alert)}"> … </Note>, with an empty line after and before the tags`,
        ),
      )
    problems.push(...indentedListings(node, source))
  })
  return problems
}

function lostCells(table: Node): BodyProblem[] {
  if (table.type !== 'table') return []
  const [head, ...rows] = table.children
  const columns = childrenOf(head ?? table).length
  return rows.flatMap((row) => {
    const cells = childrenOf(row)
    const first = cells[columns]
    return first === undefined
      ? []
      : problem(
          'body-table',
          placeOf(first),
          `found a row of ${cells.length} cells under ${columns} heads: what is in the last would not be shown`,
          'write \\| for a "|" within a cell, also within code, or add heads',
        )
  })
}

function spacedTargets(node: Node, source: string): BodyProblem[] {
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return []
  const { from, to } = spanOf(node)
  const code: Span[] = []
  walk(node, (inner) => {
    if (inner.type === 'inlineCode' || inner.type === 'html') code.push(spanOf(inner))
  })
  return [...source.slice(from, to).matchAll(TARGET)].flatMap(({ 0: found, 1: mark, 2: inside = '', index }) => {
    const target = inside.trimEnd().replace(TITLE, '').trim()
    if (!/\s/.test(target) || code.some((span) => span.from <= from + index && from + index < span.to)) return []
    const isPicture = isImageName(target)
    const looksLikeAddress = /^(?:[a-z][a-z0-9+.-]*:\/\/|\.{0,2}\/)/i.test(target) || /\.[a-z0-9]{2,5}$/i.test(target)
    if (!isPicture && !looksLikeAddress) return []
    const what = isPicture && mark !== '' ? 'picture' : 'link'
    return problem(
      isPicture ? 'body-image' : 'body-url',
      placeAt(source, from + index),
      `found ${found.startsWith('!') || found.startsWith('[') ? found : `…${found}`}, ` +
        `which is no ${what}: an address ends at a space`,
      `write <${target}> or ${target.replace(/\s/g, '%20')} between the parentheses`,
    )
  })
}

/** The column of the first sign of a line, tabs counted as four. */
function columnOf(source: string, offset: number): number {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)
  let column = 0
  for (const sign of line) column += sign === '\t' ? 4 - (column % 4) : 1
  return column
}

const HOLDERS = new Set(['root', 'blockquote', 'listItem', 'mdxJsxFlowElement'])

/**
 * Blocks of a holder that stand four spaces further in than the holder’s own text: elsewhere such lines are a listing.
 */
function indentedListings(holder: Node, source: string): BodyProblem[] {
  if (!HOLDERS.has(holder.type)) return []
  const children = childrenOf(holder)
  const columns = children.map((child) => columnOf(source, spanOf(child).from))
  const base = baseOf(holder, columns, source)
  const isListing = (index: number) => {
    const [child, before] = [children[index], children[index - 1]]
    if (child === undefined || (columns[index] ?? 0) - base < 4 || child.type === 'mdxJsxFlowElement') return false
    // What follows a marker or a tag on its line is no line of its own.
    const { from } = spanOf(child)
    if (!/^[\s>]*$/.test(source.slice(source.lastIndexOf('\n', from - 1) + 1, from))) return false
    const apart = before === undefined || placeOf(child).line - (before.position?.end.line ?? 0) > 1
    return apart || before.type !== 'paragraph'
  }
  return children.flatMap((child, index) =>
    isListing(index) && !(index > 0 && isListing(index - 1))
      ? problem(
          'body-listing',
          placeOf(child),
          'found lines indented by four spaces, which are no listing in MDX: ' +
            'signs in them are read as marks, and spaces are lost',
          'put a line of ``` before and after them, and take the spaces away',
        )
      : [],
  )
}

function baseOf(holder: Node, columns: readonly number[], source: string): number {
  if (holder.type === 'root') return 0
  const least = Math.min(...columns)
  if (holder.type === 'mdxJsxFlowElement') return least
  const own = columnOf(source, spanOf(holder).from)
  if (holder.type === 'blockquote') return own + 2
  // What follows the marker of an item; more than four spaces after it are a listing in the item.
  const marker = /^(?:[-+*]|\d+[.)])([ \t]*)/.exec(source.slice(spanOf(holder).from))
  const width = (marker?.[0].length ?? 2) - (marker?.[1]?.length ?? 1)
  const spaces = marker?.[1]?.length ?? 1
  return own + width + (spaces > 4 || spaces === 0 ? 1 : spaces)
}
