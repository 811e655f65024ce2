import type { Schemas } from '#schema/extend.ts'

/** What a command may know of the machine: everything is given, so that commands run the same in tests. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Schemas of the records, where the project at hand adds fields of its own. */
  readonly schemas?: Schemas
  /** The present in ms since 1970. */
  readonly clock: number
  /** Whether standard output shows colour. */
  readonly color: boolean
  /** Width of the terminal in characters; undefined where output goes to a file or another program. */
  readonly columns: number | undefined
  /** Says what is going on, where a person waits for it. */
  readonly progress: (line: string) => void
  /** Asks the person at the terminal; absent where there is none. */
  readonly ask?: Ask
  /** Everything on standard input, for commands that read it; absent where there is none. */
  readonly stdin?: () => Promise<Uint8Array>
}

/** Questions to a person. Each rejects with Stopped when the person gives up (Ctrl+C). */
export interface Ask {
  /** A line of text; `check` says what is wrong with it, or nothing. `initial` is there to be edited. */
  text(question: string, check: (answer: string) => string | undefined, initial?: string): Promise<string>
  /** One of several; with many, typing narrows them down. `hint` explains an option. */
  choose(question: string, options: readonly { readonly value: string; readonly hint?: string }[]): Promise<string>
}

/** The person at the terminal gave up. */
export class Stopped extends Error {}

/** What a command gives back: 0 clean, 1 findings of level error, 2 wrong usage. */
export interface Result {
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

export const done = (stdout: string, exitCode: 0 | 1 = 0): Result => ({ exitCode, stdout, stderr: '' })

/** Wrong usage: says what was expected and found; thrown anywhere in a command and printed with exit code 2. */
export class UsageError extends Error {}
