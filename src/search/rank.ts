/**
 * A record found for a term: its identifier in the index, the engine's score, and where in its text the words stand.
 */
export interface Hit {
  readonly id: string
  readonly score: number
  readonly words: readonly number[]
}

/**
 * A hit with how well its term answers what was typed: 1 for the word itself, less for an ending, a part, a related
 * word.
 */
export interface Weighed extends Hit {
  readonly weight: number
  /** How many records have its term, where that is another than what was typed. */
  readonly among?: number
  /** Whether its term means the same as what was typed. */
  readonly same?: boolean
}

/**
 * What was found for each word of a query, in the order of the words; `own` is how many records have the word itself.
 */
export interface Asked {
  readonly word: string
  readonly hits: readonly Weighed[]
}

/** A record with how well it fits the query as a whole. */
export interface Ranked {
  readonly id: string
  readonly score: number
  /** How many of the query's words it has. */
  readonly matched: number
}

/**
 * How scores of single words make the score of a record; the values in use and how they came about stand in
 * `weights.ts`.
 */
export interface Weights {
  /**
   * Power of each word's score before they are added: low powers reward having many of the words over having one of
   * them often.
   */
  readonly power: number
  /** Factor for having every word of a query, by the number of its words. */
  readonly whole: (words: number) => number
  /**
   * What is added for words that stand near each other, as a share of the score, and how near that is in places of the
   * index.
   */
  readonly near: { readonly share: number; readonly within: number }
  /** What a place in a record counts for more: 0 in its text, up to what a place in its title does. */
  readonly lead: (id: string, places: readonly number[]) => number
  /** Factor of a record by its identifier. */
  readonly factor: (id: string) => number
  /** Number of records in the index: a word counts the more, the fewer of them have it. */
  readonly records: number
}

interface Sum {
  score: number
  matched: number
  readonly places: { readonly place: number; readonly word: number; readonly rarity: number }[]
}

// Of records that fit less well than these the order matters to nobody.
const LOOKED_AT = 80

/** The share of the words' rarity that stands within one stretch of `within` places; 0 where no two words do. */
function nearness({ places }: Sum, within: number, all: number): number {
  const inOrder = [...places].sort((a, b) => a.place - b.place)
  const counts = new Map<number, number>()
  let [from, sum, most] = [0, 0, 0]
  for (const { place, word, rarity } of inOrder) {
    const count = counts.get(word) ?? 0
    if (count === 0) sum += rarity
    counts.set(word, count + 1)
    for (let first = inOrder[from]; first && first.place < place - within; first = inOrder[from]) {
      const left = (counts.get(first.word) ?? 1) - 1
      counts.set(first.word, left)
      if (left === 0) sum -= first.rarity
      from += 1
    }
    most = Math.max(most, sum)
  }
  return all > 0 ? most / all : 0
}

const rarityIn = (among: number, records: number): number => Math.log(1 + records / Math.max(1, among))

/**
 * How rare the answer of a hit is: among those that answer as well, so that a rare word is not made common by what is
 * looked for along.
 */
function rarities(hits: readonly Weighed[], records: number): (weight: number) => number {
  const typed = hits.filter(({ among }) => among === undefined)
  const byWeight = [...Map.groupBy(typed, ({ weight }) => weight)].sort(([a], [b]) => b - a)
  let sum = 0
  const known = byWeight.map(([weight, { length }]) => {
    sum += length
    return [weight, rarityIn(sum, records)] as const
  })
  return (wanted) => (known.find(([weight]) => weight <= wanted) ?? known.at(-1))?.[1] ?? 0
}

// A screenful: a word that no more records have is looked for itself, not for what is like it.
const FEW = 10

// What counts for less than this beside others, as a source does, is not shown first for its word alone.
const LESSER = 0.5

/**
 * Records with the very word before those with what is like it, where few have it. Lesser ones stand among those that
 * say the same in other words, as many as one screen has room for.
 */
function exactFirst(
  ranked: readonly Ranked[],
  hits: readonly Weighed[],
  factor: (id: string) => number,
): readonly Ranked[] {
  const exact = new Set(hits.filter(({ weight }) => weight === 1).map(({ id }) => id))
  if (exact.size > FEW) return ranked
  const same = new Set(hits.filter((hit) => hit.same && !exact.has(hit.id)).map(({ id }) => id))
  const alike = new Set(ranked.filter(({ id }) => same.has(id)).slice(0, FEW - exact.size))
  const place = (own: Ranked): number =>
    exact.has(own.id) ? (factor(own.id) < LESSER ? 1 : 0) : alike.has(own) ? 1 : 2
  return ranked.toSorted((a, b) => place(a) - place(b))
}

/**
 * Ranks records by the words they have, and by how near those stand. Ties go by identifier, so that results never
 * flicker.
 */
export function rank(asked: readonly Asked[], { power, whole, near, lead, factor, records }: Weights): Ranked[] {
  const found = new Map<string, Sum>()
  let all = 0
  for (const [word, { hits }] of asked.entries()) {
    const rarityOf = rarities(hits, records)
    all += rarityOf(1) || Math.max(0, ...hits.map(({ among = records }) => rarityIn(among, records)))
    const most = new Map<string, number>()
    for (const { id, score, weight, words, among } of hits) {
      const rarity = among === undefined ? rarityOf(weight) : rarityIn(among, records)
      const own: Sum = found.get(id) ?? { score: 0, matched: 0, places: [] }
      const fit = weight * score ** power * rarity * (1 + lead(id, words))
      const before = most.get(id)
      // Of several wordings of a word in one record the one that says most counts.
      own.score += Math.max(0, fit - (before ?? 0))
      if (before === undefined) own.matched += 1
      most.set(id, Math.max(fit, before ?? 0))
      for (const place of words) own.places.push({ place, word, rarity: rarity * weight })
      found.set(id, own)
    }
  }
  const bonus = whole(asked.length)
  const order = (a: Ranked, b: Ranked) => b.score - a.score || (a.id < b.id ? -1 : 1)
  const ranked = [...found]
    .map(([id, { score, matched }]) => ({
      id,
      score: score * factor(id) * (matched === asked.length ? bonus : 1),
      matched,
    }))
    .sort(order)
  if (asked.length < 2) return [...exactFirst(ranked, asked[0]?.hits ?? [], factor)]
  const first = ranked.slice(0, LOOKED_AT).map((own): Ranked => {
    const sum = found.get(own.id)
    return sum ? { ...own, score: own.score * (1 + near.share * nearness(sum, near.within, all)) } : own
  })
  return [...first.sort(order), ...ranked.slice(LOOKED_AT)]
}
