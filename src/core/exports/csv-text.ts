import { stringify } from 'csv-stringify/sync'

/** Rows as CSV (RFC 4180), the first naming the columns. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string => stringify(rows.map((row) => [...row]), { escape_formulas: true, record_delimiter: 'windows' })
