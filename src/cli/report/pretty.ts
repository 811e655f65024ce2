import type { Finding } from '#core/schema/finding.ts'

/** Findings for a person at a terminal: grouped by file, each with place, message and remedy. */
export function pretty(findings: readonly Finding[], _options: { color: boolean }): string {
  return findings.map((f) => `${f.file}:${f.line}:${f.column} ${f.level} ${f.message}${f.fix ? `\n    ${f.fix}` : ''}  [${f.rule}]\n`).join('')
}
