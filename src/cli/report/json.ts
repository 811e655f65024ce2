import type { Finding } from '#core/schema/finding.ts'

/** Findings as one JSON array; `[]` when there are none. The keys and their order are a contract with users’ scripts. */
export function json(findings: readonly Finding[]): string {
  const rows = findings.map(({ rule, level, file, line, column, path, message, fix, url }) => ({ rule, level, file, line, column, path, message, ...(fix === undefined ? {} : { fix }), url }))
  return `${JSON.stringify(rows, null, 2)}\n`
}
