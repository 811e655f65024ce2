/** A text with its first letter in upper or lower case. */
export const first = (text: string, how: 'toUpperCase' | 'toLowerCase'): string =>
  text.replace(/^./u, (letter) => letter[how]())

// Languages that write nouns with a capital wherever they stand.
const CAPITAL_NOUNS = /^(?:de|lb)(?:-|$)/

/**
 * Words as they stand within a sentence of a language (a BCP 47 tag): with a small first letter, but for abbreviations,
 * and in languages that write nouns with a capital.
 */
export const withinSentence = (text: string, lang: string): string =>
  CAPITAL_NOUNS.test(lang) || /^\p{Lu}{2}/u.test(text) ? text : first(text, 'toLowerCase')
