import type { Grouping } from './address.ts'
import type { Catalog } from './catalog.ts'
import { FACET_NAMES, type FacetName } from './facet-names.ts'
import type { FacetCount } from './narrow.ts'
import type { Outcome, Result } from './outcome.ts'
import type { Fragment } from './fragment.ts'
import { type Passage, passages } from './passages.ts'
import type { Operator } from './query.ts'

/** A result with everything that is drawn of it. */
export interface AnswerHit {
  readonly url: string
  readonly meta: Readonly<Record<string, string>>
  /** What was found in it, best first. */
  readonly passages: readonly Passage[]
  readonly positions: readonly { readonly topic: string; readonly stance: string }[]
  /** Names of the sites it comes from, where several are searched. */
  readonly origin: readonly string[]
  readonly isIncident: boolean
  /** The heading it stands under when results are grouped; undefined where the record has no such value. */
  readonly group: string | undefined
}

/** What the search page is told: counts of everything found, and the hits to be drawn. No more than that crosses from the worker, however much was found. */
export interface Answer {
  readonly hits: readonly AnswerHit[]
  /** Number of results, of those with every word, and of those there would be without what narrows the search. */
  readonly total: number
  readonly complete: number
  readonly unnarrowed: number
  readonly words: readonly string[]
  readonly phrases: readonly string[]
  readonly corrected: readonly (readonly [from: string, to: string])[]
  readonly operators: readonly Operator[]
  readonly notes: readonly string[]
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>
  /** Names of sites that did not answer. */
  readonly unreachable: readonly string[]
  /** Names of sites of which a record that was found could not be read. */
  readonly incomplete: readonly string[]
}

/** What became of other sites while they were searched. */
export interface Losses {
  readonly unreachable: readonly string[]
  /** For each record that was found and could not be read, the site it is of. */
  readonly unread: readonly string[]
}

const namesOf = (catalog: Catalog, name: FacetName, record: number): string[] =>
  (catalog.facets[name].of[record] ?? []).map((number) => catalog.facets[name].labels[number] ?? '')

function positionsOf(catalog: Catalog, record: number): AnswerHit['positions'] {
  const { positions, facets } = catalog
  return (positions.of[record] ?? []).map((number) => {
    const [topic = '', stance = ''] = (positions.values[number] ?? '').split('/')
    return { topic: facets.topic.labels[facets.topic.values.indexOf(topic)] ?? topic, stance }
  })
}

/** One result as it is drawn; `grouping` chooses its heading: a record stands under its first organization, or its year. */
export function answerHit(
  catalog: Catalog,
  { record, words }: Result,
  fragment: Fragment,
  grouping: Grouping,
): AnswerHit {
  const kinds = catalog.facets.kind
  return {
    url: fragment.url,
    meta: fragment.meta,
    passages: passages(fragment, words),
    positions: positionsOf(catalog, record),
    origin: namesOf(catalog, 'site', record),
    isIncident: (kinds.of[record] ?? []).some((number) => kinds.values[number] === 'incidents'),
    group: grouping === 'none' ? undefined : namesOf(catalog, grouping, record)[0],
  }
}

/** The answer for an outcome whose first results have been loaded as `hits`. What could not be read is not counted. */
export function answerOf(
  { query, found, results, complete, unnarrowed, notes, facets }: Outcome,
  hits: readonly AnswerHit[],
  { unreachable, unread }: Losses,
): Answer {
  return {
    hits,
    total: results.length - unread.length,
    complete,
    unnarrowed,
    words: found.words,
    phrases: query.phrases,
    corrected: found.corrected,
    operators: query.operators,
    notes,
    // A facet with one value chosen by nobody narrows nothing.
    facets: Object.fromEntries(
      FACET_NAMES.map((name) => [
        name,
        facets[name].length > 1 || facets[name].some(({ chosen }) => chosen) ? facets[name] : [],
      ]),
    ) as unknown as Answer['facets'],
    unreachable,
    incomplete: [...new Set(unread)],
  }
}
