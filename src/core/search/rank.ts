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

/** How scores of single words make the score of a record. */
export interface Weights {
  /** Power of each word's score before they are added: low powers reward having many of the words over having one of them often. */
  readonly power: number
  /** Factor of a record by its kind. */
  readonly kind: (id: string) => number
}

/** Ranks records by the words they have: those with all of them first, then by the sum of low powers of the scores. Ties by identifier, so that results never flicker. */
export function rank(asked: readonly Asked[], { power, kind }: Weights): Ranked[] {
  const found = new Map<string, { score: number; matched: number; words: number[] }>()
  for (const { hits } of asked)
    for (const { id, score, words } of hits) {
      const own = found.get(id) ?? { score: 0, matched: 0, words: [] }
      own.score += score ** power
      own.matched += 1
      own.words.push(...words)
      found.set(id, own)
    }
  const all = asked.length
  return [...found]
    .map(([id, { score, matched, words }]) => ({ id, score: score * kind(id), matched, words }))
    .sort((a, b) => Number(b.matched === all) - Number(a.matched === all) || b.score - a.score || (a.id < b.id ? -1 : 1))
}
