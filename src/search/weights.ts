/**
 * Every number that ranking depends on. They were tuned on the half of `tests/bench/search/queries.yaml` that is not
 * held back (`npm run bench -- search`); docs/benchmarks.md has the figures.
 */

/** Pagefind's own ranking of one word (pagefind.app/docs/ranking). */
export const WORD_RANKING = { termFrequency: 1, pageLength: 0.5, termSaturation: 1.4, termSimilarity: 0 }

/** Weights of the parts of a record where it is indexed. */
export const FIELDS = { title: 7, names: 4, outcome: 4, summary: 2, heading: 2, text: 1, descriptions: 1 }

/** Low powers reward having many of the words over having one of them often. */
export const POWER = 0.45

/**
 * Up to this many words a query is short: a reader expects records with all of them, and a word nobody knows is a slip.
 */
export const SHORT = 3

/** Having every word counts in a short query; in a long one, a word left out must not sink the best record. */
export const whole = (words: number): number => (words <= SHORT ? 1.15 : 1.1)

/** What a word counts for more in the title of a record, and in its names, outcome and summary. */
export const LEAD = { title: 0.5, head: 0.15 }

/** Words that stand near each other in a record belong to one thought. */
export const NEAR = { share: 1, within: 45 }

/**
 * How well a term answers a typed word: itself, with another ending, in the parts of a compound, part of a wording of
 * the list, begun by it, mended, the same by the list, related by the list.
 */
export const ANSWERS = {
  exact: 1,
  inflected: 0.6,
  phrase: 0.95,
  parts: 0.3,
  part: 0.8,
  begun: 0.25,
  completed: 0.7,
  same: 0.75,
  related: 0.7,
}

/** Up to this many words are looked up for slips: a pasted text has enough words that are right. */
export const SPELLED = 6

/** A word that fewer records have is also looked for as the beginning of longer ones. */
export const FEW = 10

/**
 * What speaks for a record beside its words: factors for being of what the query names alone, of a year, a kind or an
 * outcome it names, for each step of importance, and for being what a wording of the list names ("unpatched": patch
 * management).
 */
export const PRIOR = { named: 1.5, dated: 1.1, kind: 1.05, outcome: 1.5, importance: 0.01, called: 1.4 }

/** Words of queries that ask for a kind of record. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  outage: 'incidents',
  incident: 'incidents',
  breach: 'incidents',
  failure: 'incidents',
  said: 'statements',
  say: 'statements',
  says: 'statements',
  statement: 'statements',
  statements: 'statements',
  told: 'statements',
  hearing: 'summits',
  meeting: 'summits',
  summit: 'summits',
  testimony: 'statements',
  promise: 'commitments',
  promises: 'commitments',
  promised: 'commitments',
  pledge: 'commitments',
  pledged: 'commitments',
  commitment: 'commitments',
  commitments: 'commitments',
  declined: 'inquiries',
  refused: 'inquiries',
  asked: 'inquiries',
  replied: 'inquiries',
  answered: 'inquiries',
  unanswered: 'inquiries',
  lawsuit: 'proceedings',
  lawsuits: 'proceedings',
  sued: 'proceedings',
  sues: 'proceedings',
  court: 'proceedings',
  litigation: 'proceedings',
  control: 'controls',
  safeguard: 'controls',
}

/**
 * What a reader looks for is an incident more often than one of its sources: factors of records by kind, 1 where none
 * is given.
 */
export const KIND_FACTORS: Readonly<Record<string, number>> = {
  incidents: 1.2,
  commitments: 0.85,
  controls: 0.96,
  statements: 1,
  organizations: 0.5,
  inquiries: 0.5,
  citations: 0.3,
  sources: 0.15,
}
