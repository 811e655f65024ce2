// Scripts written without spaces between words; there only a dictionary can tell the words apart.
const UNSPACED = new RegExp(
  String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}` +
    String.raw`\p{Script=Myanmar}]`,
  'u',
)
const IN_WORD = /[\p{Letter}\p{Number}]/u

/**
 * Number of words in a text: what stands between spaces and has a letter or digit (`well-known` is one), or as Unicode
 * segments unspaced scripts.
 */
export function wordCount(text: string): number {
  if (UNSPACED.test(text))
    return [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike)
      .length
  return text.split(/\s+/u).filter((word) => IN_WORD.test(word)).length
}
