import { styleText } from 'node:util'
import { wrap } from '#text/wrap.ts'
import type { Block, Row } from './document.ts'

/** Where a document is printed: `width` in characters. */
export interface Surface {
  readonly width: number
  readonly color: boolean
}

const GAP = 2
const WIDEST = 24
const NARROWEST = 24

type Style = Parameters<typeof styleText>[0]

/** Widths of all columns but the last: as wide as their widest cell, up to a limit. */
function widths(all: readonly Row[]): number[] {
  const rows = all.filter(({ whole }) => !whole)
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length)) - 1
  return Array.from({ length: columns }, (_, index) =>
    Math.min(WIDEST, Math.max(...rows.map(({ cells }) => cells[index]?.length ?? 0))),
  )
}

function layRows(rows: readonly Row[], { width, color }: Surface): string[] {
  const fixed = widths(rows)
  const left = fixed.reduce((sum, column) => sum + column + GAP, GAP)
  // A narrow terminal gets the last column on a line of its own.
  const stacked = width - left < NARROWEST
  const indent = ' '.repeat(stacked ? 2 * GAP : left)
  const room = Math.max(NARROWEST, width - indent.length)
  const dim = (line: string) => (color ? styleText('dim', line, { validateStream: false }) : line)
  return rows.flatMap(({ cells, below = [], whole }) => {
    if (whole) return wrap(cells.join(' '), width - GAP).map((words) => ' '.repeat(GAP) + words)
    const last = wrap(cells.at(-1) ?? '', room)
    const columns = cells.slice(0, -1).map((cell) => wrap(cell, WIDEST))
    const height = Math.max(stacked ? 0 : last.length, ...columns.map((column) => column.length))
    const lines = Array.from({ length: height }, (_, line) => {
      const first = columns.map((column, index) => (column[line] ?? '').padEnd((fixed[index] ?? 0) + GAP)).join('')
      return `${' '.repeat(GAP)}${first}${stacked ? '' : (last[line] ?? '')}`.trimEnd()
    })
    const beneath = below.flatMap((note) => wrap(note, room).map((line) => dim(indent + line)))
    return [...lines, ...(stacked ? last.map((line) => indent + line) : []), ...beneath]
  })
}

const STYLES: Readonly<Record<Exclude<Block['kind'], 'rows'>, Style>> = {
  title: 'bold',
  heading: 'bold',
  label: ['dim'],
  text: [],
}

/** Lays a document out to a width, with an empty line before each heading. */
export function layout(blocks: readonly Block[], surface: Surface): string {
  const lines = blocks.flatMap((block, index) => {
    if (block.kind === 'rows') return layRows(block.rows, surface)
    const style = STYLES[block.kind]
    const own = wrap(block.text, surface.width).map((line) =>
      surface.color && line !== '' && style.length > 0 ? styleText(style, line, { validateStream: false }) : line,
    )
    return index > 0 && (block.kind === 'heading' || block.kind === 'text') ? ['', ...own] : own
  })
  return `${lines.join('\n')}\n`
}
