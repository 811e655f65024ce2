import { namesOf, unquoted, withoutPrefixes } from './git-paths.ts'

/** What a diff changes: names of files, and the words of the lines that it adds and takes away. */
export interface Diff {
  readonly paths: readonly string[]
  readonly text: string
}

const GIT = /^diff --(?:git|cc|combined) /
// Of a plain diff the time stands behind a tab; a name with spaces ends in one, too.
const SIDE = /^(?:---|\+\+\+) ("(?:[^"\\]|\\.)*"|[^\t]+)/
const MOVED = /^(?:rename|copy) (?:from|to) (.+)$/s
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/
const COMBINED = /^(@{3,}) /
const SUBMODULE = /^Submodule (\S+) [0-9a-f]+\.{2,3}[0-9a-f]+/
// What git itself writes into a change of a submodule, and around a mailed patch.
const NO_WORDS = /^(?:[+-]Subproject commit [0-9a-f]+(?:-dirty)?|-{2,3} ?)$/

/** Whether lines hold a diff: a header of git, or a pair of names. */
export const isDiff = (lines: readonly string[]): boolean =>
  lines.some(
    (line, index) =>
      GIT.test(line) ||
      SUBMODULE.test(line) ||
      (line.startsWith('--- ') && (lines[index + 1]?.startsWith('+++ ') ?? false)),
  )

/**
 * Reads the lines of a diff from first to last, knowing at each whether it stands in a hunk or among the heads of a
 * file.
 */
class DiffReader {
  readonly #lines: readonly string[]
  readonly #paths: string[] = []
  readonly #text: string[] = []
  /** Lines that the hunk at hand still has of the old and the new file. */
  #old = 0
  #new = 0
  /** How many signs each line of a combined diff begins with; 0 outside of one. */
  #signs = 0

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  read(): Diff {
    for (let at = 0; at < this.#lines.length; at++) at += this.#line(this.#lines[at] ?? '', at)
    return { paths: this.#paths, text: this.#text.join('\n') }
  }

  /** Reads a line; gives how many after it were read with it. */
  #line(line: string, at: number): number {
    if (GIT.test(line)) this.#file(line)
    else if (HUNK.test(line)) this.#hunk(line)
    else if (COMBINED.test(line)) this.#signs = (COMBINED.exec(line)?.[1]?.length ?? 1) - 1
    else if (this.#signs > 0) this.#combined(line)
    else if (this.#isHead(line, at)) return this.#names(at)
    else this.#other(line)
    return 0
  }

  #file(line: string): void {
    ;[this.#old, this.#new, this.#signs] = [0, 0, 0]
    const rest = line.replace(GIT, '')
    if (!line.startsWith('diff --git ')) this.#paths.push(unquoted(rest))
    else this.#paths.push(...withoutPrefixes(...(namesOf(rest) ?? (['', ''] as const))))
  }

  #hunk(line: string): void {
    const [, before = '1', after = '1'] = HUNK.exec(line) ?? []
    ;[this.#old, this.#new, this.#signs] = [Number(before), Number(after), 0]
  }

  // A removed line "-- x" above an added one "++ y" looks like the names of the next file, but then the hunk has one of
  // each left, and no other hunk follows. Counts of a hunk that was written by hand may be wrong, so that they alone
  // decide nothing.
  #isHead(line: string, at: number): boolean {
    if (!line.startsWith('--- ') || !this.#lines[at + 1]?.startsWith('+++ ')) return false
    if (this.#old <= 0 && this.#new <= 0) return true
    return !(this.#old === 1 && this.#new === 1) && HUNK.test(this.#lines[at + 2] ?? '')
  }

  #names(at: number): number {
    const [before = '', after = ''] = [this.#lines[at], this.#lines[at + 1]].map((line) =>
      unquoted((SIDE.exec(line ?? '')?.[1] ?? '').trimEnd()),
    )
    this.#paths.push(...withoutPrefixes(before, after))
    return 1
  }

  #combined(line: string): void {
    const signs = line.slice(0, this.#signs)
    if (/[+-]/.test(signs)) this.#text.push(line.slice(this.#signs))
  }

  #other(line: string): void {
    const sign = line[0]
    if (sign !== '+') this.#old--
    if (sign !== '-') this.#new--
    if (sign === '+' || sign === '-') {
      if (!NO_WORDS.test(line)) this.#text.push(line.slice(1))
    } else if (sign !== ' ') this.#head(line)
  }

  #head(line: string): void {
    const moved = MOVED.exec(line)?.[1] ?? SUBMODULE.exec(line)?.[1]
    if (moved !== undefined) this.#paths.push(unquoted(moved))
  }
}

/** Reads a diff (unified, git, combined); other forms give what they have of it. */
export const readDiff = (lines: readonly string[]): Diff => new DiffReader(lines).read()

const STAT_AMOUNT = /^ *(?:\d+(?: [+-]+)?|Bin\b.*|Unmerged)$/
const STAT_END = /^ ?\d+ files? changed\b/
const STATUS = /^(?:[MADTUXB]|[RC]\d{1,3})\t(.+)$/s
const NUMBERS = /^(?:\d+|-)\t(?:\d+|-)\t(.+)$/s
const RAW = /^:\d{6} \d{6} [0-9a-f.]+ [0-9a-f.]+ [A-Z]\d{0,3}\t(.+)$/s
const SHORT = /^(?:[ MADRCUT?!]{2}) (\S.*)$/s

/** The name in front of the bar of a line of `--stat`. */
function statName(line: string): string | undefined {
  const bar = line.lastIndexOf(' | ')
  const name = line.slice(0, Math.max(0, bar)).trim()
  return name !== '' && STAT_AMOUNT.test(line.slice(bar + 3)) ? name : undefined
}

/** Both names of `{old => new}/x.ts` or `old => new`. */
function bothNames(path: string): readonly string[] {
  const [open, arrow, close] = [path.indexOf('{'), path.indexOf(' => '), path.lastIndexOf('}')]
  if (open === -1 || arrow < open || close < arrow) return path.split(/ (?:=>|->) /)
  return [path.slice(open + 1, arrow), path.slice(arrow + 4, close)].map((middle) =>
    `${path.slice(0, open)}${middle}${path.slice(close + 1)}`.replace('//', '/'),
  )
}

// Of a long path "--stat" shows only the end, behind dots.
const plain = (path: string): string => unquoted(path.trim()).replace(/^\.\.\.\//, '')

function listed(line: string, isStat: boolean): readonly string[] | undefined {
  if (isStat) {
    if (STAT_END.test(line)) return []
    const path = statName(line)
    return path === undefined ? undefined : bothNames(path).map(plain)
  }
  const names = (RAW.exec(line) ?? STATUS.exec(line) ?? NUMBERS.exec(line))?.[1]
  if (names !== undefined) return names.split('\t').flatMap(bothNames).map(plain)
  const short = SHORT.exec(line)?.[1]
  return short === undefined ? undefined : bothNames(short).map(plain)
}

/**
 * The files of a list as git prints it: `--stat`, `--name-status`, `--numstat`, `--raw`, or `git status --short`.
 * Undefined where any line is something else.
 */
export function readList(lines: readonly string[]): readonly string[] | undefined {
  const filled = lines.filter((line) => line.trim() !== '')
  const isStat = filled.some((line) => statName(line) !== undefined)
  const found: string[] = []
  for (const line of filled) {
    const own = listed(line, isStat)
    if (own === undefined) return undefined
    found.push(...own)
  }
  return found
}
