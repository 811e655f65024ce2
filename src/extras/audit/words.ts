// A full pass of Unicode folding is dear and most text needs none of it.
const BEYOND_ASCII = /[^\x00-\x7f]/
const GROUPED = /(\d)[,'’\u00a0\u2009\u202f](?=\d{3}(?!\d))/g
// A share between 0 and 1: its digits are no number.
const SHARE = /(?<![\d.])0\.(?=\d)/g
// Nobody sees them, and a word with one inside reads as the word: soft hyphen, zero-width signs, byte order mark.
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const WORD = /[\p{L}\p{N}]+/gu
const ASCII_WORD = /[a-z0-9]+/g

/**
 * The words of a text as an audit compares them: runs of letters and digits, without case and compatibility forms; the
 * digits of a grouped number (`8,500,000`) or a share (`0.7500`) are one word. Punctuation, hyphens and slashes part
 * words, so ids and addresses are sequences of words.
 */
export function wordsIn(text: string): string[] {
  const joined = text.replace(GROUPED, '$1').replace(SHARE, '0')
  if (!BEYOND_ASCII.test(joined)) return joined.toLowerCase().match(ASCII_WORD) ?? []
  return joined.replace(UNSEEN, '').normalize('NFKC').toLowerCase().match(WORD) ?? []
}

/**
 * What a UTF-16 unit is to a word, where it is no letter or digit: it parts words, it is not seen, or only the whole
 * text can tell.
 */
export const PARTS = 0
export const SKIPPED = 1
export const UNSURE = 2

function foldOf(unit: number): number {
  const sign = String.fromCharCode(unit)
  if (sign.replace(UNSEEN, '') === '') return SKIPPED
  // Beyond Latin letters and signs, one unit alone seldom tells: marks join the letter before, pairs of units are one
  // letter.
  if (unit >= 0x250 && (unit < 0x2000 || unit > 0x2bff)) return UNSURE
  const folded = sign.normalize('NFKC').toLowerCase()
  if (folded.match(WORD) === null) return PARTS
  return folded.length === 1 ? folded.charCodeAt(0) : UNSURE
}

/** By UTF-16 unit: the unit that stands for it in words, greater than those above, or one of them. */
export const FOLDED: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, unit) => foldOf(unit))

const [ZERO, POINT] = [0x30, 0x2e]
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
// NaN, which a text gives beyond its end, is no digit.
const digitAt = (text: string, at: number): boolean => isDigit(text.charCodeAt(at))
const isGrouping = (unit: number): boolean =>
  unit === 0x2c || unit === 0x27 || unit === 0x2019 || unit === 0xa0 || unit === 0x2009 || unit === 0x202f

/** Whether the unit at a place stands within a number, as `GROUPED` and `SHARE` say. */
export function joinsAt(text: string, at: number): boolean {
  if (!digitAt(text, at - 1) || !digitAt(text, at + 1)) return false
  if (text.charCodeAt(at) === POINT)
    return text.charCodeAt(at - 1) === ZERO && !digitAt(text, at - 2) && text.charCodeAt(at - 2) !== POINT
  return isGrouping(text.charCodeAt(at)) && digitAt(text, at + 2) && digitAt(text, at + 3) && !digitAt(text, at + 4)
}
