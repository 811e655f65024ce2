import type { Catalog } from './catalog.ts'
import { FACET_NAMES, type FacetName } from './facet-names.ts'
import type { Engine } from './ask.ts'
import { find, type Found } from './find.ts'
import {
  facetCounts,
  type FacetCount,
  fits,
  followed,
  merged,
  type Narrowing,
  type Selection,
  selectionOf,
} from './narrow.ts'
import { parseQuery, type Query } from './query.ts'
import type { Ranked } from './rank.ts'
import type { Order, State } from './address.ts'
import { firstOf } from './first.ts'
import type { Name } from './names.ts'
import { wordsIn } from './tokens.ts'
import { SHORT } from './weights.ts'

/** A result with its number in the catalog. */
export interface Result extends Ranked {
  readonly record: number
  /** Whether it has every word of the query. */
  readonly whole: boolean
}

/** Everything the page says about a search. */
export interface Outcome {
  readonly query: Query
  readonly found: Found
  readonly results: readonly Result[]
  /** Number of results with every word. */
  readonly complete: number
  readonly narrowing: Narrowing
  /** What is chosen beside the words, in the values of today. */
  readonly chosen: Selection
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>
  readonly notes: readonly string[]
  /** How many would be found without what narrows the search. */
  readonly unnarrowed: number
  /** What the query names and nothing besides. */
  readonly named: readonly Name[]
}

const COMMON =
  'Only words that nearly every record has were typed, and they were ' +
  'searched for. Add a name, a product or what happened.'

// With this many results that have every word, those that have only some are in the way.
const ENOUGH = 10

function ordered(results: readonly Result[], catalog: Catalog, order: Order): readonly Result[] {
  if (order === 'relevance') return results
  const day = order === 'date' ? catalog.occurred : catalog.changed
  return [...results].sort((a, b) => (day[b.record] ?? '').localeCompare(day[a.record] ?? ''))
}

/** What is asked for by name before all others, in its own order; what has the words and is not of it comes after. */
function firstThings(ranked: readonly Ranked[], first: readonly string[], matched: number): readonly Ranked[] {
  if (first.length === 0) return ranked
  const known = new Map(ranked.map((own) => [own.id, own]))
  const own = new Set(first)
  return [
    ...first.map((id) => ({ ...(known.get(id) ?? { id, score: 0 }), matched })),
    ...ranked.filter(({ id }) => !own.has(id)),
  ]
}

/** Runs a search as its state asks: parse, find, narrow, count, order. */
export async function outcomeOf(engine: Engine, catalog: Catalog, state: State): Promise<Outcome> {
  const query = parseQuery(state.typed)
  const typed = selectionOf(catalog, query.operators)
  const chosen = followed(catalog, state.selection)
  const narrowing: Narrowing = {
    selection: merged(chosen, typed.selection),
    before: query.before,
    after: query.after,
  }
  const plain = await find(engine, query, { catalog, literal: state.literal })
  const isName = !state.literal && query.phrases.length + query.excluded.length === 0
  const words = isName ? (plain.corrected.length > 0 ? plain.words : wordsIn(query.text)) : []
  const { named, ids } = firstOf(words, plain.ranked, catalog)
  const ranked = firstThings(plain.ranked, ids, plain.words.length)
  const whole = (own: readonly Ranked[]) => own.filter(({ matched }) => matched >= plain.words.length).length
  const found = { ...plain, ranked, complete: whole(ranked) }
  const number = new Map(catalog.ids.map((id, index) => [id, index]))
  const has = ({ matched }: Ranked) => matched >= found.words.length
  const kept = found.complete >= ENOUGH && found.words.length <= SHORT ? found.ranked.filter(has) : found.ranked
  const candidates = (query.isEmpty ? [] : kept).flatMap((hit): Result[] => {
    const record = number.get(hit.id)
    return record === undefined ? [] : [{ ...hit, record, whole: has(hit) }]
  })
  const fit = fits(catalog, narrowing)
  const results = candidates.filter(({ record }) => fit(record))
  const records = candidates.map(({ record }) => record)
  return {
    query,
    found,
    results: ordered(results, catalog, state.order),
    complete: results.filter((result) => result.whole).length,
    narrowing,
    chosen,
    facets: Object.fromEntries(
      FACET_NAMES.map((name) => [name, facetCounts(catalog, records, narrowing, name)]),
    ) as unknown as Outcome['facets'],
    notes: [...query.notes, ...typed.notes, ...(found.isCommon ? [COMMON] : [])],
    unnarrowed: candidates.length,
    named,
  }
}
