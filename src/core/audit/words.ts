// A full pass of Unicode folding is dear and most text needs none of it.
const BEYOND_ASCII = /[^\x00-\x7f]/
const GROUPED = /(\d)[,'’\u00a0\u202f](?=\d{3}(?!\d))/g
const WORD = /[\p{L}\p{N}]+/gu
const ASCII_WORD = /[a-z0-9]+/g

/**
 * The words of a text as an audit compares them: runs of letters and digits, without case and compatibility forms; the digits of a
 * grouped number (`8,500,000`) are one word. Punctuation, hyphens and slashes part words, so ids and addresses are sequences of words.
 */
export function wordsIn(text: string): string[] {
  const joined = GROUPED.test(text) ? text.replace(GROUPED, '$1') : text
  GROUPED.lastIndex = 0
  if (!BEYOND_ASCII.test(joined)) return joined.toLowerCase().match(ASCII_WORD) ?? []
  return joined.normalize('NFKC').toLowerCase().match(WORD) ?? []
}
