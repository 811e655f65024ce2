import { isDiff, readDiff, readList } from './read-diff.ts'

/** What a reviewer put in: read as a diff, a list of files, a stack trace, or words. */
export interface Change {
  readonly form: 'diff' | 'files' | 'trace' | 'words'
  readonly paths: readonly string[]
  /** Text that the change adds, takes away or says; for diffs without the unchanged lines. */
  readonly text: string
  /** Set where the words of a diff were too many, so that only its first ones are compared; its names are all there. */
  readonly isCut?: true
}

/** Why nothing can be suggested for an input, in words for whoever gave it. */
export interface Unreadable {
  readonly problem: string
}

/** Most words that are compared, in characters: far more than anybody reviews at once. */
export const LARGEST = 8_000_000

/** Largest input that is read, in characters: of a diff, names count that stand behind many lines. */
export const LARGEST_INPUT = 32_000_000

export const isUnreadable = (read: Change | Unreadable): read is Unreadable => 'problem' in read

/** Longest path that is read: no system has longer ones. */
const LONGEST_PATH = 4096

// Windows writes "\" between folders.
const unique = (items: readonly string[]) =>
  [...new Set(items.map((path) => path.replaceAll('\\', '/')))].filter(
    (path) => path.length <= LONGEST_PATH && path !== '' && path !== '/dev/null',
  )
const PATH =
  /^(?:[A-Za-z]:)?[\w.@~+-]*(?:[/\\][\w.@~+ -]+)+$|^[\w.-]+\.[A-Za-z]\w{0,7}$|^(?:Makefile|Dockerfile|Jenkinsfile)$/
// Java, .NET, JavaScript; Python; Go and Rust.
const FRAME = /^\s*(?:at\s+\S.*[(:]|File "[^"]+", line \d+|\d+:\s+0x|goroutine \d+)/
// Colours and other wishes to a terminal, as `git diff --color` writes them.
const COLOURS = /\u001b\[[\d;]*[A-Za-z]/g

// What could be a path is found first, and what follows it looked at once: looked for together, a long word would be
// read anew from each of its letters.
const pathsIn = (line: string): string[] =>
  [...line.matchAll(/[\w.\\/-]+/g)].flatMap(({ 0: path, index }) => {
    const after = line.slice(index + path.length, index + path.length + 7)
    return /^(?::\d|:line \d|", line)/.test(after) && /.\.[a-z]{1,5}$/.test(path.slice(-7)) ? [path] : []
  })

const readTrace = (lines: readonly string[]): Change => ({
  form: 'trace',
  paths: unique(lines.flatMap(pathsIn)),
  text: lines.join('\n'),
})

const millions = (characters: number) => Math.ceil(characters / 1_000_000)
const tooLong = (found: number, most: number): Unreadable => ({
  problem:
    `expected at most ${millions(most)} million characters, found ` +
    `${millions(found)} million; give the part that matters`,
})

function asDiff(lines: readonly string[]): Change {
  const { paths, text } = readDiff(lines)
  const read = { form: 'diff', paths: unique(paths), text: text.slice(0, LARGEST) } as const
  return text.length > LARGEST ? { ...read, isCut: true } : read
}

/**
 * Reads what was pasted or piped in. Gives a problem, in words, for nothing, for bytes that are no text, and for more
 * than anybody could review.
 */
export function readChange(input: string): Change | Unreadable {
  if (input.length > LARGEST_INPUT) return tooLong(input.length, LARGEST_INPUT)
  if (input.trim() === '')
    return { problem: 'expected a diff, a list of files, a paragraph or a stack trace, found nothing' }
  if (input.includes('\0'))
    return { problem: 'expected text, found a binary file; give the diff or the names of the files' }
  const lines = input.replace(COLOURS, '').split(/\r?\n/)
  if (isDiff(lines)) return asDiff(lines)
  if (input.length > LARGEST) return tooLong(input.length, LARGEST)
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (filled.every((line) => line.length <= LONGEST_PATH && PATH.test(line)))
    return { form: 'files', paths: unique(filled), text: '' }
  const listed = readList(lines)
  if (listed) return { form: 'files', paths: unique(listed), text: '' }
  return filled.filter((line) => FRAME.test(line)).length >= 2
    ? readTrace(lines)
    : { form: 'words', paths: [], text: input }
}
