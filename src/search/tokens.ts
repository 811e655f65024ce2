/** Words that carry no meaning of their own in a search: English function words and the fillers of pasted questions. */
const STOP = new Set(
  `a about after all also although am an and any are as at be because been before being both but by can cannot could did do does doing don
  down each even every few for from had has have having he her here hers him his how i if in into is it its itself just let me more most
  much must my no nor not now of off on once one only or other our ours out over own please s same she should since so some such than that
  the their theirs them then there these they this those through to too under until up upon us very was we were what when where which while
  who whom whose why will with would you your yours yourself`.split(/\s+/),
)

/** Most words of a query that are asked for; what follows in a pasted text adds little and costs a question each. */
export const MOST_WORDS = 40

/** Longest query text that is read; the rest is left out, and the page says so. */
export const MOST_CHARACTERS = 4000

// Letters and digits; a dot or comma between digits stays in the number, an apostrophe joins a word to its ending.
const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,](?=\p{N})\p{N}+)*(?:['’](?:s|t|re|ve|ll|d|m)\b)?/gu

/** Words of a text as the index knows them: lower case, without accents, possessives or the punctuation inside numbers. */
export function wordsIn(text: string): string[] {
  return [...text.normalize('NFKD').matchAll(WORD)].map(([word]) =>
    word
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/['’].*$/s, '')
      .replace(/[.,]/g, ''),
  )
}

/** Words worth asking for, each once, in order: all of them where only stop words were typed. */
export function contentWords(text: string): string[] {
  const all = [...new Set(wordsIn(text))]
  const content = all.filter((word) => !STOP.has(word) && word.length > 1)
  return (content.length > 0 ? content : all).slice(0, MOST_WORDS)
}
