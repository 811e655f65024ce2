// The form for browsers, which runs in Node as well: tables are written in both.
import { stringify } from 'csv-stringify/browser/esm/sync'

const ASCII = /^[\0-\x7f]*$/

/** Spreadsheets take a CSV file for one of their own country's encoding, unless a byte order mark says UTF-8. */
const marked = (text: string): string => (ASCII.test(text) ? text : `\ufeff${text}`)

/**
 * Rows as CSV (RFC 4180), the first naming the columns. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it. A byte order mark comes first where any letter is outside of ASCII. With a disclosure label, a
 * last column of that name repeats it in every row: CSV has no place for a remark, and rows are copied one by one.
 */
export const csvText = (rows: readonly (readonly (string | number)[])[], disclosure?: string): string =>
  marked(
    stringify(
      rows.map((row, index) =>
        disclosure === undefined ? [...row] : [...row, index === 0 ? 'disclosure' : disclosure],
      ),
      { escape_formulas: true, record_delimiter: 'windows' },
    ),
  )
