import type { RuleId } from './rule-table.ts'

/** A place in a file, both counted from 1. */
export interface SourceLocation {
  readonly line: number
  readonly column: number
}

/** Path into a record's data: keys and list indexes. */
export type DataPath = readonly (string | number)[]

/** A data path as people write it: `timeline[3].at`. */
export const dotted = (path: DataPath): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    '',
  )

/**
 * Something a person must act on. `file` is relative to the content folder, with `/`; `path` is the data path in dotted
 * form (empty for a whole file); `message` says what was expected and found; `fix` says what to type; `url` is the
 * rule's page.
 */
export interface Finding extends SourceLocation {
  readonly rule: RuleId
  readonly level: Level
  readonly file: string
  readonly path: string
  readonly message: string
  readonly fix?: string
  readonly url: string
}

/**
 * An error keeps content from being built; a warning ought to be looked at; a hint says what a record could have, or
 * what a page leaves out.
 */
export type Level = 'error' | 'warn' | 'hint'

/** Findings in the order people fix them: by file, line, column, then rule. */
export const compareFindings = (a: Finding, b: Finding): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1)

/**
 * Findings of one level that are listed for one file: nobody reads on after so many, and one file must not keep a check
 * busy.
 */
export const MOST_FINDINGS = 100

/** Counts the findings of each file, so that lists end. */
export class Tally {
  readonly #counts = new Map<string, number>()

  /**
   * Takes one more finding of a level and file. Its words are made only where it is listed; the one after the hundredth
   * says that it is the last. Undefined for those after it.
   */
  listed<F extends Pick<Finding, 'level' | 'file' | 'message' | 'fix'>>(
    { level, file }: Pick<Finding, 'level' | 'file'>,
    make: () => F,
  ): F | undefined {
    const key = `${level} ${file}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    if (count > MOST_FINDINGS + 1) return undefined
    const made = make()
    return count <= MOST_FINDINGS
      ? made
      : {
          ...made,
          message: `${made.message} (there are more in this file; the first ${MOST_FINDINGS} and this one are listed)`,
          fix: 'mend those that are listed and check again',
        }
  }

  /** Whether no more errors of a file will be listed. */
  isFull(file: string): boolean {
    return (this.#counts.get(`error ${file}`) ?? 0) > MOST_FINDINGS
  }
}
