const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

/**
 * Rows of a table of ours (RFC 4180), each by the names of its columns; the apostrophe before what a spreadsheet would run is
 * taken away.
 */
export function readTable(text: string): Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]]
  const start = text.startsWith('\ufeff') ? 1 : 0
  for (let at = start; at < text.length; at = CELL.lastIndex) {
    CELL.lastIndex = at
    const match = CELL.exec(text)
    if (!match) break
    const [, quoted, plain = '', end] = match
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=+\-@\t\r])/, ''))
    if (end !== ',') rows.push([])
    if (end === '') break
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1)
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}
