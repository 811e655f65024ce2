import { count } from '#text/words.ts'
import type { Matrix, MatrixCell } from './matrix.ts'

/** What one page shows of a matrix, and how much of it stands elsewhere. */
export interface MatrixOverview {
  readonly matrix: Matrix
  /** What has no place in it, in words: `39 organizations and 10 topics`; undefined where all of it is shown. */
  readonly left: string | undefined
}

// 60 organizations by 40 topics stay within the bytes that tests/build/coordination.test.ts allows; ten times that no
// browser lays out in time.
const MOST_COLUMNS = 40
const MOST_CELLS = 60 * MOST_COLUMNS

const onRecord = (cells: readonly MatrixCell[]): number => cells.filter(({ states }) => states.length > 0).length

/**
 * The part of a matrix that a reader can take in and a browser can show: the topics on which most are on record (the
 * matrix has them first), and of their organizations those on record about most of them, at most 2,400 cells; those
 * with most on record first.
 */
export function matrixOverview(matrix: Matrix): MatrixOverview {
  const columns = matrix.columns.slice(0, MOST_COLUMNS)
  const most = Math.floor(MOST_CELLS / Math.max(1, columns.length))
  const cut = matrix.rows.map((row) => ({ ...row, cells: row.cells.slice(0, columns.length) }))
  // Those on record about most come first (the sort is stable); nobody scrolls down to what matters most.
  const rows = cut.toSorted((a, b) => onRecord(b.cells) - onRecord(a.cells)).slice(0, most)
  const left = [
    [matrix.rows.length - rows.length, 'organization'],
    [matrix.columns.length - columns.length, 'topic'],
  ] as const
  const words = left.flatMap(([number, noun]) => (number === 0 ? [] : [count(number, noun)]))
  return { matrix: { ...matrix, columns, rows }, left: words.length === 0 ? undefined : words.join(' and ') }
}
