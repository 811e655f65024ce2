import { distance } from 'fastest-levenshtein'

/** Words of the index that begin with one character, commonest first, and how many records have each. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly records: readonly number[]
}

export const NO_WORDS: Vocabulary = { words: [], records: [] }

/** Reads a shelf of the vocabulary; one without words where it is none. */
export function readVocabulary(file: unknown): Vocabulary {
  if (typeof file !== 'object' || file === null || !('words' in file) || !('records' in file)) return NO_WORDS
  const { words, records } = file
  if (!Array.isArray(words) || !Array.isArray(records) || words.length !== records.length) return NO_WORDS
  return words.every((word) => typeof word === 'string') && records.every((count) => typeof count === 'number')
    ? { words, records }
    : NO_WORDS
}

/** The part of the vocabulary, and the name of its file, that a word stands in: by its first letter or digit. */
export const shelfOf = (word: string): string => (/^[a-z0-9]/.test(word) ? word.charAt(0) : 'other')

const MOST_COMPLETIONS = 12
const SHORTEST = 3

/** Longer words that begin with a typed one, the commonest first; none of a beginning too short to say anything. */
export const completions = (typed: string, { words }: Vocabulary): string[] =>
  typed.length < SHORTEST
    ? []
    : words.filter((word) => word.length > typed.length && word.startsWith(typed)).slice(0, MOST_COMPLETIONS)

const sorted = (word: string) => [...word].sort().join('')

// Two neighbouring letters exchanged are one slip, not two.
const slips = (a: string, b: string): number =>
  a.length === b.length && sorted(a) === sorted(b) ? Math.min(1, distance(a, b)) : distance(a, b)

const allowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** A word that a typed one may be a slip of. */
export interface Correction {
  readonly word: string
  readonly records: number
}

/**
 * Nearest known words to a typed one: at most one slip in short words and two in long ones; the nearest first, then the
 * commoner. None of a word with digits, because a slip in a number cannot be told from another number.
 */
export function corrections(typed: string, { words, records }: Vocabulary): Correction[] {
  const most = allowed(typed)
  if (most === 0 || /\d/.test(typed)) return []
  return words
    .flatMap((word, order) => {
      if (word === typed || Math.abs(word.length - typed.length) > most || /\d/.test(word)) return []
      const away = slips(word, typed)
      return away <= most ? [{ word, away, order, records: records[order] ?? 0 }] : []
    })
    .sort((a, b) => a.away - b.away || a.order - b.order)
    .slice(0, 3)
    .map(({ word, records: own }) => ({ word, records: own }))
}
