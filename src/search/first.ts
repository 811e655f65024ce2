import { recordsOf } from './card.ts'
import type { Catalog } from './catalog.ts'
import { kindMeant, kindsMeant } from './kind-words.ts'
import { type Name, namedBy } from './names.ts'
import type { Ranked } from './rank.ts'

const INCIDENTS = 'incidents'

/** What stands before everything that merely has the words of a query. */
export interface First {
  /** What the query names and nothing besides. */
  readonly named: readonly Name[]
  /** Identifiers of records, the first to be shown first. */
  readonly ids: readonly string[]
}

/**
 * Records of what a query names, as important as they are. Where it asks for incidents of what it names ("Cloudflare
 * outages"), those, by how well they fit its words (`ranked`) and how important they are. `words` are all its words.
 */
export function firstOf(words: readonly string[], ranked: readonly Ranked[], catalog: Catalog): First {
  const recordsOfAll = (names: readonly Name[]) => [...new Set(names.flatMap((name) => recordsOf(name, catalog)))]
  const idOf = (record: number) => catalog.ids[record] ?? ''
  const named = namedBy(words, catalog)
  if (named.length > 0) return { named, ids: recordsOfAll(named).map(idOf) }
  const kinds = kindsMeant(words)
  if (kinds.size !== 1 || !kinds.has(INCIDENTS)) return { named, ids: [] }
  const { values, of } = catalog.facets.kind
  const wanted = values.indexOf(INCIDENTS)
  const own = namedBy(
    words.filter((word) => kindMeant(word) === undefined),
    catalog,
  )
  const scores = new Map(ranked.map(({ id, score }) => [id, score]))
  const fit = (record: number) => (scores.get(idOf(record)) ?? 0) * (catalog.importance[record] ?? 0)
  const incidents = recordsOfAll(own).filter((record) => of[record]?.includes(wanted))
  return { named, ids: incidents.toSorted((a, b) => fit(b) - fit(a)).map(idOf) }
}
