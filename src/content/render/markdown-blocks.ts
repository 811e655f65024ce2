const longestRun = (text: string) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))

/** Code within a line, between more backquotes than it holds. */
export function codeSpan(value: string): string {
  const fence = '`'.repeat(longestRun(value) + 1)
  const code = value.replace(/\s+/g, ' ')
  // A space at either end is dropped by readers, so that code may begin with a backquote.
  const pad = /^[ `]|[ `]$/.test(code) ? ' ' : ''
  return fence + pad + code + pad + fence
}

/** A block of code; its language where that is a plain word. */
export function codeBlock(value: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(value) + 1))
  return `${fence}${/^[\w+#.-]*$/.test(language) ? language : ''}\n${value}\n${fence}`
}

const indented = (text: string, first: string, rest: string) =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? '' : rest + line))
    .join('\n')

/** Blocks as a quotation. */
export const quoted = (blocks: string): string => blocks.replace(/^/gm, '> ').replace(/(?<! ) +$/gm, '')

/** Blocks as an item of a list. */
export const item = (marker: string, blocks: string): string => indented(blocks, marker, ' '.repeat(marker.length))

const RULES = { left: ':--', right: '--:', center: ':-:' } as const
type Side = keyof typeof RULES | null

const ruleOf = (side: Side | undefined) => (side ? RULES[side] : '---')

/** Cells as a table (GFM); the first row is its head. */
export function table(rows: readonly (readonly string[])[], align: readonly Side[]): string {
  // Text comes with its bars escaped; in code they are not.
  const [head = '', ...others] = rows.map(
    (cells) => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`,
  )
  return [head, `| ${(rows[0] ?? []).map((_, column) => ruleOf(align[column])).join(' | ')} |`, ...others].join('\n')
}
