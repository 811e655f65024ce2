/** A record found for one word or phrase: its identifier in the index, the engine's score, and where in its text the words stand. */
export interface Hit {
  readonly id: string
  readonly score: number
  readonly words: readonly number[]
}

/** What was found for each content word of a query, in the order of the words. */
export interface Asked {
  readonly word: string
  readonly hits: readonly Hit[]
}

/** A record with how well it fits the query as a whole. */
export interface Ranked {
  readonly id: string
  readonly score: number
  /** How many of the query's words it has. */
  readonly matched: number
  readonly words: readonly number[]
}

/** How scores of single words make the score of a record; the values in use and how they came about stand in `weights.ts`. */
export interface Weights {
  /** Power of each word's score before they are added: low powers reward having many of the words over having one of them often. */
  readonly power: number
  /** Factor for having every word of a query, by the number of its words. */
  readonly whole: (words: number) => number
  /** Factor of a record by its identifier. */
  readonly factor: (id: string) => number
  /** Number of records in the index: a word counts the more, the fewer of them have it. */
  readonly records: number
}

/** Ranks records by the words they have. Ties go by identifier, so that results never flicker. */
export function rank(asked: readonly Asked[], { power, whole, factor, records }: Weights): Ranked[] {
  const found = new Map<string, { score: number; matched: number; words: number[] }>()
  for (const { hits } of asked) {
    const rarity = Math.log(1 + records / Math.max(1, hits.length))
    for (const { id, score, words } of hits) {
      const own = found.get(id) ?? { score: 0, matched: 0, words: [] }
      own.score += score ** power * rarity
      own.matched += 1
      for (const place of words) own.words.push(place)
      found.set(id, own)
    }
  }
  const bonus = whole(asked.length)
  return [...found]
    .map(([id, { score, matched, words }]) => ({
      id,
      score: score * factor(id) * (matched === asked.length ? bonus : 1),
      matched,
      words,
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}
