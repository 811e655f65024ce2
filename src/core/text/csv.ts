// A spreadsheet runs cells that begin like this as formulas; a quote in front keeps them text.
const FORMULA = /^[=+\-@\t\r]/

const cell = (value: string): string => {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV (RFC 4180): the first row names the columns, lines end in CRLF, UTF-8 without a mark. */
export const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
