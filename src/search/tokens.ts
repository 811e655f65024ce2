import { fold } from './fold.ts'

/** A stretch of letters and digits inside a token: its folded form, and where it stands in the text. */
export interface Piece {
  readonly key: string
  readonly start: number
  readonly end: number
}

/**
 * What stands between two spaces, cut: `us-central1` has the pieces `us` and `central1` and is whole `uscentral1`; a
 * plain word is one piece. Index, query, vocabulary and highlighting all cut by `tokensIn`, so that what stands in a
 * text can be asked for.
 */
export interface Token {
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
  /** The token as one, where it has several pieces: all of it first, then what a path or an address is made of. */
  readonly wholes: readonly string[]
  /**
   * Words inside its pieces, by the change of case or between letters and digits: `doSomething` has `do` and
   * `something`.
   */
  readonly inside: readonly string[]
}

/** Most words of a query that are asked for; what follows in a pasted text adds little and costs a question each. */
export const MOST_WORDS = 40

const LONGEST_WHOLE = 64

// Scripts written without spaces between words.
const UNSPACED =
  String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}` +
  String.raw`\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`
const DENSE = String.raw`[[${UNSPACED}]&&[\p{L}\p{M}]]`
const CHARACTER = String.raw`[[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]--${DENSE}]`
// What joins words to one token. A comma does between thousands only.
const JOINT = String.raw`(?:[\-‐‑_.&+'’\/\\:@]{1,3}|(?<=\p{N}),(?=\p{N}{3}(?!\p{N})))`
const RUN = new RegExp(`(?<dense>${DENSE}+)|${CHARACTER}+(?:${JOINT}${CHARACTER}+)*`, 'gv')
const PIECES = new RegExp(`${CHARACTER}+`, 'gv')
const ENDING = /^['’](?:s|t|re|ve|ll|d|m)$/i
const CHANGES = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu

let segmenter: Intl.Segmenter | undefined

/** Words of a run of characters without spaces; each also in its characters, because two segmenters need not agree. */
function denseTokens(run: string, at: number): Token[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(run)].map(({ segment, index }) => {
    const pieces: Piece[] = []
    let start = at + index
    for (const character of segment) {
      const key = fold(character)
      if (key !== '') pieces.push({ key, start, end: start + character.length })
      start += character.length
    }
    return { start: at + index, end: start, pieces, wholes: pieces.length > 1 ? [fold(segment)] : [], inside: [] }
  })
}

/**
 * Pieces as one: without what joins them, but where two numbers meet, `5.4` stays apart from `54`; and a version
 * without its `v`.
 */
function joined(pieces: readonly Piece[]): string {
  return pieces
    .map(({ key }, index) =>
      /^\p{N}/u.test(key) && /\p{N}/u.test(pieces[index - 1]?.key.slice(-1) ?? '') ? `.${key}` : key,
    )
    .join('')
    .replace(/^v(?=\d)/, '')
}

function runToken(run: string, at: number): Token {
  const pieces: Piece[] = []
  // Where a joint parts a path or an address, one group of pieces ends and the next begins.
  const groups: Piece[][] = [[]]
  let end = 0
  for (const { 0: text, index } of run.matchAll(PIECES)) {
    const joint = run.slice(end, index)
    const before = pieces.at(-1)
    if (before && ENDING.test(joint + text)) {
      end = index + text.length
      continue
    }
    const key = fold(text)
    const piece =
      joint === ',' && before
        ? { key: before.key + key, start: before.start, end: at + index + text.length }
        : { key, start: at + index, end: at + index + text.length }
    if (joint === ',' && before) {
      pieces.pop()
      groups.at(-1)?.pop()
    }
    if (/[/\\:@]/.test(joint)) groups.push([])
    if (key !== '') {
      pieces.push(piece)
      groups.at(-1)?.push(piece)
    }
    end = index + text.length
  }
  const wholes = [pieces, ...(groups.length > 1 ? groups : [])].filter((group) => group.length > 1).map(joined)
  const inside = pieces.flatMap(({ start, end: last }) => {
    const text = run.slice(start - at, last - at)
    const words = text.match(CHANGES) ?? []
    return words.length < 2 || text.includes(',') ? [] : words.map(fold).filter((word) => word.length > 1)
  })
  return {
    start: at,
    end: at + run.length,
    pieces,
    wholes: [...new Set(wholes)].filter((whole) => whole.length <= LONGEST_WHOLE),
    inside: [...new Set(inside)],
  }
}

// Most of what stands between two spaces is a plain word with some punctuation around it.
const PLAIN = /^[("'[“‘]*([A-Z]?[a-z]+|[A-Z]+)[)"'\].,;:!?”’]*$/

function tokensBetween(chunk: string, at: number): Token[] {
  const word = PLAIN.exec(chunk)?.[1]
  if (word !== undefined) {
    const start = at + chunk.indexOf(word)
    const end = start + word.length
    return [{ start, end, pieces: [{ key: word.toLowerCase(), start, end }], wholes: [], inside: [] }]
  }
  return [...chunk.matchAll(RUN)]
    .flatMap(({ 0: run, index, groups }) =>
      groups?.['dense'] ? denseTokens(run, at + index) : [runToken(run, at + index)],
    )
    .filter(({ pieces }) => pieces.length > 0)
}

/** Cuts a text into tokens, in order. */
export const tokensIn = (text: string): Token[] =>
  [...text.matchAll(/\S+/g)].flatMap(({ 0: chunk, index }) => tokensBetween(chunk, index))

/** Words of a text in order, in their smallest pieces: `kernel-mode` is two. */
export const wordsIn = (text: string): string[] => tokensIn(text).flatMap(({ pieces }) => pieces.map(({ key }) => key))

/** What a token is asked for as: whole, or its only piece. */
export const nameOf = ({ wholes, pieces }: Token): string => wholes[0] ?? pieces.map(({ key }) => key).join('')
