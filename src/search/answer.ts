import type { Grouping } from './address.ts'
import type { DirectAnswer } from './answer-text.ts'
import { answersTo } from './answers.ts'
import { type Card, cardOf } from './card.ts'
import type { Catalog } from './catalog.ts'
import { FACET_NAMES, type FacetName } from './facet-names.ts'
import type { FacetCount, Selection } from './narrow.ts'
import type { Outcome, Result } from './outcome.ts'
import type { Fragment } from './fragment.ts'
import { type Finder, type Passage, passages } from './passages.ts'
import type { Operator } from './operator.ts'
import { wordsIn } from './tokens.ts'

/** A result with everything that is drawn of it. */
export interface AnswerHit {
  readonly url: string
  readonly title: string
  readonly meta: Readonly<Record<string, string>>
  /** What was found in it, best first. */
  readonly passages: readonly Passage[]
  readonly positions: readonly { readonly topic: string; readonly stance: string; readonly label: string }[]
  /** Names of the sites it comes from, where several are searched. */
  readonly origin: readonly string[]
  readonly isIncident: boolean
  /** The heading it stands under when results are grouped; undefined where the record has no such value. */
  readonly group: string | undefined
}

/**
 * What the search page is told: counts of everything found, and the hits to be drawn. No more than that crosses from
 * the worker, however much was found.
 */
export interface Answer {
  readonly hits: readonly AnswerHit[]
  /** What the query names. */
  readonly cards: readonly Card[]
  /** What the records say to the query. */
  readonly answers: readonly DirectAnswer[]
  /** Number of results, of those with every word, and of those there would be without what narrows the search. */
  readonly total: number
  readonly complete: number
  readonly unnarrowed: number
  readonly words: readonly string[]
  readonly phrases: readonly string[]
  /** Whether the query had anything that can be looked for. */
  readonly isEmpty: boolean
  readonly corrected: readonly (readonly [from: string, to: string])[]
  readonly offered: readonly (readonly [from: string, to: string])[]
  readonly operators: readonly Operator[]
  /** What is chosen beside the words, in the values of today. */
  readonly chosen: Selection
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
    return {
      topic: facets.topic.labels[facets.topic.values.indexOf(topic)] ?? topic,
      stance,
      label: positions.labels[number] ?? stance,
    }
  })
}

/** How a result is to be drawn: the words found in it, and how results are grouped. */
export interface Drawing {
  readonly find: Finder
  readonly grouping: Grouping
}

/** One result as it is drawn; grouped, a record stands under its first organization, or its year. */
export function answerHit(
  catalog: Catalog,
  { record }: Result,
  { url, title, meta, sections }: Fragment,
  { find, grouping }: Drawing,
): AnswerHit {
  const kinds = catalog.facets.kind
  return {
    url,
    title,
    meta,
    passages: passages(sections, find),
    positions: positionsOf(catalog, record),
    origin: namesOf(catalog, 'site', record),
    isIncident: (kinds.of[record] ?? []).some((number) => kinds.values[number] === 'incidents'),
    group: grouping === 'none' ? undefined : namesOf(catalog, grouping, record)[0],
  }
}

/** The answer for an outcome whose first results have been loaded as `hits`. What could not be read is not counted. */
export function answerOf(
  { query, found, results, complete, unnarrowed, notes, facets, named, chosen }: Outcome,
  hits: readonly AnswerHit[],
  { unreachable, unread }: Losses,
  catalog: Catalog,
): Answer {
  return {
    hits,
    cards: named.slice(0, 3).map((name) => cardOf(name, catalog)),
    answers: answersTo(wordsIn(query.text), catalog),
    total: results.length - unread.length,
    complete,
    unnarrowed,
    words: found.words,
    phrases: query.phrases,
    isEmpty: query.isEmpty,
    corrected: found.corrected,
    offered: found.offered,
    operators: query.operators,
    chosen,
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
