import type { Catalog } from './catalog.ts'
import { FACET_NAMES, type FacetName } from './facet-names.ts'
import { type Engine, find, type Found } from './find.ts'
import type { Equivalents } from './equivalents.ts'
import { facetCounts, type FacetCount, fits, merged, type Narrowing, selectionOf } from './narrow.ts'
import { parseQuery, type Query } from './query.ts'
import type { Ranked } from './rank.ts'
import type { Order, State } from './address.ts'
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
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>
  readonly notes: readonly string[]
  /** How many would be found without what narrows the search. */
  readonly unnarrowed: number
}

/** Nothing was asked. */
export const isIdle = ({ typed, selection }: State): boolean =>
  typed.trim() === '' && Object.keys(selection).length === 0

// With this many results that have every word, those that have only some are in the way.
const ENOUGH = 10

function ordered(results: readonly Result[], catalog: Catalog, order: Order): readonly Result[] {
  if (order === 'relevance') return results
  const day = order === 'date' ? catalog.occurred : catalog.changed
  return [...results].sort((a, b) => (day[b.record] ?? '').localeCompare(day[a.record] ?? ''))
}

/** Runs a search as its state asks: parse, find, narrow, count, order. */
export async function outcomeOf(
  engine: Engine,
  catalog: Catalog,
  equivalents: Equivalents,
  state: State,
): Promise<Outcome> {
  const query = parseQuery(state.typed)
  const typed = selectionOf(catalog, query.operators)
  const narrowing: Narrowing = {
    selection: merged(state.selection, typed.selection),
    before: query.before,
    after: query.after,
  }
  const found = await find(engine, query, { catalog, equivalents, literal: state.literal })
  const number = new Map(catalog.ids.map((id, index) => [id, index]))
  const has = ({ matched }: Ranked) => matched >= found.words.length
  const kept = found.complete >= ENOUGH && found.words.length <= SHORT ? found.ranked.filter(has) : found.ranked
  const candidates = kept.flatMap((hit): Result[] => {
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
    facets: Object.fromEntries(
      FACET_NAMES.map((name) => [name, facetCounts(catalog, records, narrowing, name)]),
    ) as unknown as Outcome['facets'],
    notes: [...query.notes, ...typed.notes],
    unnarrowed: candidates.length,
  }
}
