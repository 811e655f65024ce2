/**
 * Every number that ranking depends on. They were tuned on the half of `tests/bench/search/queries.yaml` that is not held back
 * (`npm run bench -- search`); docs/benchmarks.md has the figures.
 */

/** Pagefind's own ranking of one word (pagefind.app/docs/ranking). */
export const WORD_RANKING = {
  termFrequency: 1,
  pageLength: 0.6,
  termSaturation: 1.4,
  termSimilarity: 1,
  metaWeights: { title: 5, kind: 0.2, date: 0.5, org: 2, stance: 1, names: 2 },
}

/** Low powers won on long queries and lost nothing on short ones. */
export const POWER = 0.3

/** Up to this many words a query is short: a reader expects records with all of them, and a word nobody knows is a slip. */
export const SHORT = 3

/** Having every word counts for much in a short query; in a long one, a word left out must not sink the best record. */
export const whole = (words: number): number => (words <= SHORT ? 1.5 : 1.2)

/** Up to this many words are looked up for slips: a pasted text has enough words that are right. */
export const SPELLED = 6

/** What a reader looks for is an incident more often than one of its sources: factors of records by kind, 1 where none is given. */
export const KIND_FACTORS: Readonly<Record<string, number>> = {
  incidents: 1.3,
  commitments: 0.95,
  organizations: 0.5,
  inquiries: 0.5,
  sources: 0.3,
}
