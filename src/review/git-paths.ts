/** What a letter after a backslash means in a path as git quotes it (quote.c, like C). */
const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 }

const QUOTED = /\\([0-7]{3}|.)|([^\\]+)/gs

/**
 * A path as git writes it, without its quotes: `"caf\303\251.yml"` is `café.yml`. Bytes that are no UTF-8 become
 * U+FFFD; a path without quotes stays.
 */
export function unquoted(path: string): string {
  if (path.length < 2 || !path.startsWith('"') || !path.endsWith('"')) return path
  const bytes: Uint8Array[] = []
  for (const [, escaped, plain] of path.slice(1, -1).matchAll(QUOTED)) {
    if (plain !== undefined) bytes.push(new TextEncoder().encode(plain))
    else if (escaped !== undefined && escaped.length === 3) bytes.push(Uint8Array.of(Number.parseInt(escaped, 8) & 255))
    else bytes.push(Uint8Array.of(ESCAPES[escaped ?? ''] ?? 63))
  }
  const whole = new Uint8Array(bytes.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of bytes) {
    whole.set(piece, at)
    at += piece.length
  }
  return new TextDecoder().decode(whole)
}

const NOWHERE = '/dev/null'
/** Where git's own one-letter prefixes end: a, b and, with `diff.mnemonicPrefix`, i, w, c, o, 1, 2. */
const LETTER = /^[abciow12]\//

const behind = (path: string): string => path.slice(path.indexOf('/') + 1)

/**
 * The names of a file before and after a change, without the prefixes that tell the two sides apart: git's letters, or
 * any two folders of which the rest is the same. What has the same prefix on both sides was written with `--no-prefix`.
 */
export function withoutPrefixes(before: string, after: string): readonly string[] {
  const sides = [before, after].filter((side) => side !== NOWHERE && side !== '')
  const [one = '', two] = sides
  if (two === undefined) return sides.map((side) => (LETTER.test(side) ? behind(side) : side))
  const isSplit = one !== two && one.includes('/') && two.includes('/')
  const lettered = isSplit && LETTER.test(one) && LETTER.test(two) && one[0] !== two[0]
  const other = isSplit && behind(one) === behind(two)
  return lettered || other ? [behind(one), behind(two)] : sides
}

/** The two names behind `diff --git`, which git writes without quotes where they have only spaces in them. */
export function namesOf(rest: string): readonly [string, string] | undefined {
  const quoted = /^("(?:[^"\\]|\\.)*"|\S+) ("(?:[^"\\]|\\.)*"|\S+)$/s.exec(rest)
  if (quoted) return [unquoted(quoted[1] ?? ''), unquoted(quoted[2] ?? '')]
  // Both names are the same but for a prefix of the same length, as renames have lines of their own.
  const middle = (rest.length - 1) / 2
  if (rest[middle] === ' ') return [rest.slice(0, middle), rest.slice(middle + 1)]
  const second = / (?:[abciow12]\/|"[abciow12]\/)/.exec(rest)
  return second ? [unquoted(rest.slice(0, second.index)), unquoted(rest.slice(second.index + 1))] : undefined
}
