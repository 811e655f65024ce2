import type { Element, Nodes } from 'hast'
import { either } from './patterns.ts'

const isElement = (node: Nodes): node is Element => node.type === 'element'

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
const words = (cell: Element) => textOf(cell).replace(/\s+/g, ' ').trim()

/** Words that heads of timelines and of lists of actions have, and cells beneath them rarely. */
const HEAD = either(
  'i',
  String.raw`^(?:(?:date|time|day)s?(?: ?(?:and|&|\/|-)? ?time)?(?: ?\([^()]{1,20}\))?|timestamp|when|who|` +
    String.raw`what|where|why)$`,
  String.raw`^(?:events?|description|details?|actions?|action items?|items?|tasks?|owners?|assignees?|status|state)$`,
  String.raw`^(?:due(?: date)?|deadline|priority|tickets?|jira|issue|bug|type|notes?|comments?|field|value|` +
    String.raw`metric|impact)$`,
)

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.tagName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []
  })
}

const cellsOf = (row: Element) =>
  row.children.filter((child): child is Element => isElement(child) && /^t[dh]$/.test(child.tagName))

const spanOf = (cell: Element, name: 'colSpan' | 'rowSpan') =>
  Math.min(Math.max(Number(cell.properties[name] ?? 1) || 1, 1), 100)

/** Repeats cells that span several rows or columns, so that each row says all that holds for it. */
function spread(rows: readonly Element[]): void {
  const below: { cell: Element; left: number }[] = []
  for (const row of rows) {
    const cells: Element[] = []
    const own = cellsOf(row)
    for (let column = 0; own.length > 0 || below[column] !== undefined; column += 1) {
      const above = below[column]
      if (above) {
        cells.push({ ...above.cell, properties: {}, children: above.cell.children })
        if (above.left <= 1) delete below[column]
        else above.left -= 1
        continue
      }
      const cell = own.shift()
      if (!cell) break
      const [across, down] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')]
      cell.properties = {}
      for (let more = 0; more < across; more += 1) {
        const copy = more === 0 ? cell : { ...cell, children: cell.tagName === 'th' ? cell.children : [] }
        cells.push(copy)
        if (down > 1) below[column + more] = { cell: copy, left: down - 1 }
      }
      column += across - 1
    }
    row.children = cells
  }
}

const isHead = (row: Element) => cellsOf(row).length > 1 && cellsOf(row).every(({ tagName }) => tagName === 'th')

/**
 * Readies a table for Markdown, which has one row of heads and no cell of several rows or columns: cells are repeated
 * where they span, of several rows of heads the last counts with what stands above it, and a first row that reads as
 * heads becomes one.
 */
export function plainTable(table: Element): void {
  const rows = rowsOf(table)
  if (rows.length < 2) return
  const marked = rows.flatMap(cellsOf)
  if (marked.some((cell) => spanOf(cell, 'colSpan') > 1 || spanOf(cell, 'rowSpan') > 1)) spread(rows)
  const [first, second] = rows
  if (!first || !second) return
  if (isHead(first) && isHead(second)) {
    cellsOf(second).forEach((cell, column) => {
      const above = cellsOf(first)[column]
      const said = above ? words(above) : ''
      const isAlone = cellsOf(first).filter((one) => words(one) === said).length === 1
      if (said !== '' && isAlone && said !== words(cell))
        cell.children = [{ type: 'text', value: `${said} ${words(cell)}`.trim() }]
    })
    for (const part of [table, ...table.children.filter(isElement)])
      part.children = part.children.filter((child) => child !== first)
    return
  }
  const cells = cellsOf(first)
  const reads = cells.filter((cell) => HEAD.test(words(cell)))
  if (
    cells.length > 1 &&
    reads.length >= Math.ceil(cells.length / 2) &&
    cells.every((cell) => words(cell).length <= 40)
  )
    for (const cell of cells) cell.tagName = 'th'
}
