import { COMMON } from './common-words.ts'

const STEM = /(?:ations?|ings?|edly|ed|es|s|ly)$/

/**
 * A word without its ending, so that "rollouts" and "rollout", "validated" and "validating" meet. Rough on purpose:
 * both sides go through it.
 */
export function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[a-z]{2}[^s])s$/, '')
  const short = word.replace(STEM, '')
  return short.length < 4 ? word : short.replace(/e$/, '')
}

const WORD = /[\p{L}\p{N}]+/gu

/** Every word of a text in order, in lower case; `camelCase`, `snake_case` and paths fall apart into theirs. */
export function plainWords(text: string): string[] {
  const apart = text.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ').toLowerCase()
  return [...apart.matchAll(WORD)].map(([word]) => word)
}

/** The same, stemmed. */
export const wordsOf = (text: string): string[] => plainWords(text).map(stem)

const COMMON_STEMS = new Set(COMMON.map(stem))

/** Whether a stemmed word says something: neither common, nor a bare number, nor a single letter. */
export const isTelling = (word: string): boolean =>
  word.length > 2 && word.length < 30 && !COMMON_STEMS.has(word) && !/^\d+$/.test(word)

/**
 * Rarity is told from how few incidents know a word; where there are hardly any, as if there were this many, or nothing
 * would be rare.
 */
export const FEWEST = 20
