import type { Reported } from './reported.ts'

/**
 * Findings as one JSON array; `[]` when there are none. The keys and their order are a contract with users’ scripts.
 */
export function json(findings: readonly Reported[]): string {
  const rows = findings.map(({ rule, level, file, line, column, path, message, fix, url }) => ({
    rule,
    level,
    file,
    line,
    column,
    path,
    message,
    ...(fix === undefined ? {} : { fix }),
    url,
  }))
  return `${JSON.stringify(rows, null, 2)}\n`
}
