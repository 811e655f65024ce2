import type { RuleId } from './rule-table.ts'

/** A place in a file, both counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Path into a record's data: keys and list indexes. */
export type DataPath = readonly (string | number)[]

/** A data path as people write it: `timeline[3].at`. */
export const dotted = (path: DataPath): string => path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step), '')

/**
 * Something a person must act on. `file` is relative to the content folder, with `/`; `path` is the data path in dotted form
 * (empty for a whole file); `message` says what was expected and found; `fix` says what to type; `url` is the rule's page.
 */
export interface Finding extends Position {
  readonly rule: RuleId
  readonly level: 'error' | 'warn'
  readonly file: string
  readonly path: string
  readonly message: string
  readonly fix?: string
  readonly url: string
}

/** Findings in the order people fix them: by file, line, column, then rule. */
export const compareFindings = (a: Finding, b: Finding): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1)
