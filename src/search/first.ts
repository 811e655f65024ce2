import { recordsOf } from './card.ts'
import type { Catalog } from './catalog.ts'
import { kindMeant, kindsMeant } from './kind-words.ts'
import { type Name, namedBy } from './names.ts'
import type { Ranked } from './rank.ts'
import { STOP_WORDS } from './stop-words.ts'

const isTelling = (word: string): boolean => !STOP_WORDS.has(word) && word !== 'against'

/** What stands before everything that merely has the words of a query. */
export interface First {
  /** What the query names and nothing besides. */
  readonly named: readonly Name[]
  /** Identifiers of records, the first to be shown first. */
  readonly ids: readonly string[]
}

/**
 * Records of what a query names, as important as they are. Where it asks for records of one kind of what it names
 * ("Cloudflare outages 2025", "what Microsoft promised"), those, by how well they fit its words (`ranked`) and how
 * important they are. `words` are all its words.
 */
export function firstOf(words: readonly string[], ranked: readonly Ranked[], catalog: Catalog): First {
  const recordsOfAll = (names: readonly Name[]) => [...new Set(names.flatMap((name) => recordsOf(name, catalog)))]
  const idOf = (record: number) => catalog.ids[record] ?? ''
  const named = namedBy(words, catalog)
  if (named.length > 0) return { named, ids: recordsOfAll(named).map(idOf) }
  const [kind, ...others] = kindsMeant(words)
  if (kind === undefined || others.length > 0) return { named, ids: [] }
  const { kind: kinds, year } = catalog.facets
  const wanted = kinds.values.indexOf(kind)
  const years = new Set(words.map((word) => year.values.indexOf(word)).filter((index) => index >= 0))
  const rest = words.filter((word) => kindMeant(word) === undefined && !year.values.includes(word))
  const whole = namedBy(rest, catalog)
  const own = whole.length > 0 ? whole : namedBy(rest.filter(isTelling), catalog)
  const scores = new Map(ranked.map(({ id, score }) => [id, score]))
  const fit = (record: number) => (scores.get(idOf(record)) ?? 0) * (catalog.importance[record] ?? 0)
  const records = recordsOfAll(own).filter(
    (record) =>
      kinds.of[record]?.includes(wanted) && (years.size === 0 || year.of[record]?.some((index) => years.has(index))),
  )
  return { named, ids: records.toSorted((a, b) => fit(b) - fit(a)).map(idOf) }
}
