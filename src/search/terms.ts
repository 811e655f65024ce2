import { stemmer } from 'stemmer'

// The index must take a word as it is given: it would cut at digits and capitals, take off endings and answer with
// longer words. So everything but a to z is written in letters, begun with "q", and "qz" ends a word, so that none is
// the beginning of another; "qx" ends a stem. "qv" and "qw" end the same with all their places (`wholeTerm`).
const CODES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789'].map((digit, index) => [digit, `q${String.fromCharCode(97 + index)}`])),
  '.': 'qs',
  q: 'qq',
}

const FIVE = 26 ** 4

function letters(code: number): string {
  let [text, rest] = ['', code]
  for (let power = FIVE; power >= 1; power /= 26) {
    text += String.fromCharCode(97 + Math.floor(rest / power))
    rest %= power
  }
  return text
}

const encoded = (word: string): string =>
  [...word]
    .map((character) =>
      /[a-pr-z]/.test(character) ? character : (CODES[character] ?? `qu${letters(character.codePointAt(0) ?? 0)}`),
    )
    .join('')

const DECODED = new Map(Object.entries(CODES).map(([character, code]) => [code, character]))

const character = (five: string): string =>
  String.fromCodePoint(
    Math.min(
      0x10ffff,
      [...five].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0),
    ),
  )

const decoded = (term: string): string =>
  term.replace(/q(?:u([a-z]{5})|[a-jsq])/g, (code, five?: string) =>
    five === undefined ? (DECODED.get(code) ?? '') : character(five),
  )

/**
 * The words in a file of the index, as they were before they were written in letters. What tells the length of a term
 * there may look like a letter before it, so each is also given without its first.
 */
export function decodedTerms(text: string): string[] {
  const terms: string[] = []
  let [term, end] = ['', 0]
  for (const { 0: piece, index } of text.matchAll(/q[zxvw]|q[a-jsq]|qu[a-z]{5}|[a-pr-z]/g)) {
    if (index !== end) term = ''
    end = index + piece.length
    if (!/^q[zxvw]$/.test(piece)) term += piece
    else {
      if (term !== '') terms.push(decoded(term), decoded(term.slice(1)))
      term = ''
    }
  }
  return terms
}

/** The word without its English ending; the word itself where it is no plain English word. */
export const stemOf = (word: string): string => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word)

/** The term of the index for exactly this word. */
export const exactTerm = (word: string): string => `${encoded(word)}qz`

/** The term for every word with this stem that is not one of its bases. */
export const stemTerm = (stem: string): string => `${encoded(stem)}qx`

/**
 * The words that a stem tells without a list: itself, with the `e` or the `y` that stemming takes off ("updat": update,
 * "polici": policy). They are the commonest of their stem, so an index that keeps them under it as well would have most
 * places twice.
 */
export const basesOf = (stem: string): string[] =>
  [stem, `${stem}e`, ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : [])].filter(
    (word) => word === stem || stemOf(word) === stem,
  )

// Texts repeat their words: each is stemmed and written in letters once. The bound keeps hostile text from filling the
// memory.
const MOST_KNOWN = 50_000
const known = new Map<string, readonly string[]>()

/** The terms that a word stands under, in their order. */
export function termsOf(word: string): readonly string[] {
  const before = known.get(word)
  if (before !== undefined) return before
  const stem = stemOf(word)
  const terms = stem === word || basesOf(stem).includes(word) ? [exactTerm(word)] : [exactTerm(word), stemTerm(stem)]
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, terms)
  return terms
}

/** A query of the index for words that follow each other. */
export const phraseTerm = (words: readonly string[]): string => `"${words.flatMap(termsOf).join(' ')}"`

/**
 * The name under which the index keeps every place of a term that stands in too many: under its own it has the first of
 * each record, which is enough to rank by and costs less to load. A phrase needs every place.
 */
export const wholeTerm = (term: string): string => `${term.slice(0, -1)}${term.endsWith('z') ? 'v' : 'w'}`

/**
 * The term of every record, which no word is written as. By it all records can be named at the cost of one part of the
 * index; Pagefind, asked for all without a term, loads the whole index.
 */
export const EVERY_RECORD = 'qyqz'

/**
 * Places from here on are those of descriptions, by which a record is found and which it does not show: more than any
 * record has of its own.
 */
export const DESCRIBED = 2 ** 20
