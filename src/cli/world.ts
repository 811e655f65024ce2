/** What a command may know of the machine: everything is given, so that commands run the same in tests. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** The present in ms since 1970. */
  readonly clock: number
  /** Whether standard output shows colour. */
  readonly color: boolean
  /** Width of the terminal in characters; undefined where output goes to a file or another program. */
  readonly columns: number | undefined
  /** Says what is going on, where a person waits for it. */
  readonly progress: (line: string) => void
  /** Everything on standard input, for commands that read it; absent where there is none. */
  readonly stdin?: () => Promise<Uint8Array>
}

/** What a command gives back: 0 clean, 1 findings of level error, 2 wrong usage. */
export interface Result {
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

export const done = (stdout: string, exitCode: 0 | 1 = 0): Result => ({ exitCode, stdout, stderr: '' })

/** Wrong usage: says what was expected and found; thrown anywhere in a command and printed with exit code 2. */
export class UsageError extends Error {}
