import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV (RFC 4180), the first naming the columns. Text that a spreadsheet would run as a formula gets an apostrophe before it.
 * With a disclosure label, a last column of that name repeats it in every row: CSV has no place for a remark, and rows are copied one by one.
 */
export const csvText = (rows: readonly (readonly (string | number)[])[], disclosure?: string): string =>
  stringify(
    rows.map((row, index) => (disclosure === undefined ? [...row] : [...row, index === 0 ? 'disclosure' : disclosure])),
    { escape_formulas: true, record_delimiter: 'windows' },
  )
