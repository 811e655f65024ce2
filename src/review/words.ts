// Words that say nothing about a change: English function words, and the ones every language and diff is full of.
const COMMON = new Set(
  `a about after again all also an and any are as at be because been before being both but by can cannot could did do does each even every few first for from
  get had has have he her here his how i if in into is it its just last later less let may me might more most much must my new no nor not now of off on once one
  only or other our out over own per she should since so some such than that the their them then there these they this those three to too two under until up us use
  used using very was we were what when where which while who whom why will with would yes you your
  const var let function return import export default class def self public private static void int string bool boolean true false null none nil undefined async
  await throw catch try else elif end begin struct type interface enum package module require include print console file files line lines src lib test tests index
  main json yaml yml html css http https www com org net add added remove removed change changed update updated set value values name names data list item items
  run make made work works case cases part whole number time day days week year`.split(/\s+/),
)

const STEM = /(?:ations?|ings?|edly|ed|es|s|ly)$/

/** A word without its ending, so that "rollouts" and "rollout", "validated" and "validating" meet. Rough on purpose: both sides go through it. */
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

const COMMON_STEMS = new Set([...COMMON].map(stem))

/** Whether a stemmed word says something: neither common, nor a bare number, nor a single letter. */
export const isTelling = (word: string): boolean =>
  word.length > 2 && word.length < 30 && !COMMON_STEMS.has(word) && !/^\d+$/.test(word)

/** Rarity is told from how few incidents know a word; where there are hardly any, as if there were this many, or nothing would be rare. */
export const FEWEST = 20
