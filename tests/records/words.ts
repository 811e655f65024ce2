/** One spelling for typographic variants, so that the same words compare equal whatever signs a source uses. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u2032]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/gu, '"')
    .replace(/[\u2010-\u2015]|--/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()

/** Words of a text, without signs and case. */
export const wordsOf = (text: string): string[] =>
  plain(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['.,][\p{L}\p{N}]+)*/gu) ?? []

/** Every run of `length` words in a text, each as one string. */
export function runs(text: string, length: number): string[] {
  const words = wordsOf(text)
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' '))
}

/** What stands between a pair of double quotation marks. */
const MARKED = /"([^"]+)"/gu

/** Passages of a text in double quotation marks, straight or typographic. */
export const quoted = (text: string): string[] => Array.from(plain(text).matchAll(MARKED), ([, inner = '']) => inner)

/** A text cut at its marked quotations: what is left is the author's own words. */
export const outsideQuotes = (text: string): string[] => plain(text).split(/"[^"]+"/u)
