import { parse } from 'csv-parse/sync'

/**
 * Rows of a table of ours (RFC 4180), each by the names of its columns; the apostrophe before what a spreadsheet would
 * run is taken away.
 */
export const readTable = (text: string): Readonly<Record<string, string>>[] =>
  parse(text, { bom: true, columns: true, cast: (value) => value.replace(/^'(?=[=+\-@\t\r])/, '') })
