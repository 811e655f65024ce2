/** What a reviewer put in: read as a diff, a list of files, a stack trace, or words. */
export interface Change {
  readonly form: 'diff' | 'files' | 'trace' | 'words'
  readonly paths: readonly string[]
  /** Text that the change adds, takes away or says; for diffs without the unchanged lines. */
  readonly text: string
}

/** Why nothing can be suggested for an input, in words for whoever gave it. */
export interface Unreadable {
  readonly problem: string
}

/** Largest input that is read, in characters: far more than anybody reviews at once. */
export const LARGEST = 8_000_000

export const isUnreadable = (read: Change | Unreadable): read is Unreadable => 'problem' in read

/** Longest path that is read: no system has longer ones. */
const LONGEST_PATH = 4096

const unique = (items: readonly string[]) => [...new Set(items)].filter(({ length }) => length <= LONGEST_PATH)
const HEADER = /^(?:\+\+\+|---) (?:"?[ab]\/)?([^\t"\n]+)/
// With `s`, so that the end of a line is all that can come after the second name: otherwise each " b/" is tried again for a sign before it.
const GIT = /^diff --git "?a\/(.+?)"? "?b\/(.+?)"?$/s
const PATH = /^[\w.@~+-]*(?:\/[\w.@~+ -]+)+$|^[\w.-]+\.[A-Za-z]\w{0,7}$|^(?:Makefile|Dockerfile|Jenkinsfile)$/
// Java, .NET, JavaScript; Python; Go and Rust.
const FRAME = /^\s*(?:at\s+\S.*[(:]|File "[^"]+", line \d+|\d+:\s+0x|goroutine \d+)/

function readDiff(lines: readonly string[]): Change {
  const paths: string[] = []
  const text: string[] = []
  for (const line of lines) {
    const git = GIT.exec(line)
    const header = git ? undefined : HEADER.exec(line)
    if (git) paths.push(git[1] ?? '', git[2] ?? '')
    else if (header) paths.push(header[1] ?? '')
    else if (/^[+-]/.test(line)) text.push(line.slice(1))
  }
  return {
    form: 'diff',
    paths: unique(paths).filter((path) => path !== '' && path !== '/dev/null'),
    text: text.join('\n'),
  }
}

// What could be a path is found first, and what follows it looked at once: looked for together, a long word would be read anew from each of its letters.
const pathsIn = (line: string): string[] =>
  [...line.matchAll(/[\w./-]+/g)].flatMap(({ 0: path, index }) => {
    const after = line.slice(index + path.length, index + path.length + 7)
    return /^(?::\d|", line)/.test(after) && /.\.[a-z]{1,5}$/.test(path.slice(-7)) ? [path] : []
  })

const readTrace = (lines: readonly string[]): Change => ({
  form: 'trace',
  paths: unique(lines.flatMap(pathsIn)),
  text: lines.join('\n'),
})

/**
 * Reads what was pasted or piped in. Gives a problem, in words, for nothing, for bytes that are no text, and for more than anybody
 * could review.
 */
export function readChange(input: string): Change | Unreadable {
  if (input.length > LARGEST)
    return {
      problem: `expected at most ${LARGEST / 1_000_000} million characters, found ${Math.ceil(input.length / 1_000_000)} million; give the part that matters`,
    }
  if (input.trim() === '')
    return { problem: 'expected a diff, a list of files, a paragraph or a stack trace, found nothing' }
  if (input.includes('\0'))
    return { problem: 'expected text, found a binary file; give the diff or the names of the files' }
  const lines = input.split(/\r?\n/)
  if (
    lines.some((line) => GIT.test(line)) ||
    (lines.some((line) => line.startsWith('--- ')) && lines.some((line) => line.startsWith('+++ ')))
  )
    return readDiff(lines)
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (filled.every((line) => line.length <= LONGEST_PATH && PATH.test(line)))
    return { form: 'files', paths: unique(filled), text: '' }
  return filled.filter((line) => FRAME.test(line)).length >= 2
    ? readTrace(lines)
    : { form: 'words', paths: [], text: input }
}
