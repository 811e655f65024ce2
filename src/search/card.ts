import { writeState } from './address.ts'
import type { Catalog } from './catalog.ts'
import type { Name } from './names.ts'
import { NAMED } from './names.ts'
import { FACETS } from './facet-names.ts'

/** What a query names, with how many records of each kind are of it, each a link to them. */
export interface Card {
  readonly title: string
  /** What sort of thing it is: "Organization", "Speaker". */
  readonly sort: string
  /** Its page, where that is no record that stands among the hits. */
  readonly route?: string
  readonly holds: readonly { readonly text: string; readonly search: string }[]
}

/**
 * Numbers of the records of what is named, the most important first; its own record, where it has one, before all
 * others.
 */
export function recordsOf({ facet, value }: Name, catalog: Catalog): number[] {
  const { values, of } = catalog.facets[facet]
  const wanted = values.indexOf(value)
  const own = ownRecord({ facet, value }, catalog)
  return catalog.ids
    .flatMap((_, record) => (of[record]?.includes(wanted) ? [record] : []))
    .sort(
      (a, b) =>
        Number(b === own) - Number(a === own) || (catalog.importance[b] ?? 0) - (catalog.importance[a] ?? 0) || a - b,
    )
}

/** The record that is what is named, such as the organization itself; undefined for a speaker and a product. */
export function ownRecord(
  { facet, value }: Pick<Name, 'facet' | 'value'>,
  { facets, ids }: Catalog,
): number | undefined {
  const kind = facet in NAMED ? NAMED[facet as keyof typeof NAMED] : undefined
  if (kind === undefined) return undefined
  const [wanted, wantedKind] = [facets[facet].values.indexOf(value), facets.kind.values.indexOf(kind)]
  const found = ids.findIndex(
    (_, record) =>
      facets.kind.of[record]?.includes(wantedKind) &&
      facets[facet].of[record]?.length === 1 &&
      facets[facet].of[record]?.[0] === wanted,
  )
  return found < 0 ? undefined : found
}

/** The card of what is named. */
export function cardOf(name: Name, catalog: Catalog): Card {
  const { facet, value } = name
  const { values, labels } = catalog.facets[facet]
  const { kind } = catalog.facets
  const own = ownRecord(name, catalog)
  const kinds = recordsOf(name, catalog)
    .filter((record) => record !== own)
    .flatMap((record) => kind.of[record] ?? [])
  const counted = [...Map.groupBy(kinds, (number) => number)].sort(([, a], [, b]) => b.length - a.length)
  return {
    title: labels[values.indexOf(value)] ?? value,
    sort: FACETS[facet].label.replace('About incident', 'Incident'),
    ...(facet === 'product' ? { route: `/products/${value}/` } : {}),
    holds: counted.map(([number, all]) => ({
      text: `${kind.labels[number] ?? ''} ${all.length}`,
      search: writeState({
        typed: '',
        selection: { kind: [kind.values[number] ?? ''], [facet]: [value] },
        order: 'relevance',
        grouping: 'none',
        literal: false,
        shown: 0,
      }),
    })),
  }
}
