import { FACET_NAMES, type FacetName } from './facet-names.ts'

/**
 * What is known of every record in the index without loading it: the values it can be narrowed by and its dates. Written at
 * build time beside the index (`core/exports/search-catalog`), read once by the search page. Records are numbered by position.
 */
export interface Catalog {
  /** Identifier of each record in the index. */
  readonly ids: readonly string[]
  /** Day each record is filed under and day it last changed, `YYYY-MM-DD`; empty where there is none. */
  readonly occurred: readonly string[]
  readonly changed: readonly string[]
  /** Per facet: its values with their names, and for each record the numbers of its values. */
  readonly facets: Readonly<Record<FacetName, CatalogFacet>>
  /** Topic and stance together, as `topic/stance`. */
  readonly positions: Omit<CatalogFacet, 'labels'>
}

export interface CatalogFacet {
  readonly values: readonly string[]
  readonly labels: readonly string[]
  readonly of: readonly (readonly number[])[]
}

/** The file as JSON: days as numbers since 1970 (0: none), records' values as one number, a list, or 0 for none (numbered from 1). */
export interface CatalogFile {
  readonly version: 1
  readonly ids: readonly string[]
  readonly occurred: readonly number[]
  readonly changed: readonly number[]
  /** Groups of words that mean the same. */
  readonly equivalents: readonly (readonly string[])[]
  readonly facets: Readonly<Record<string, { readonly values: readonly string[]; readonly labels?: readonly string[]; readonly of: readonly (number | readonly number[])[] }>>
}

const DAY = 86_400_000
const dayText = (day: number): string => (day === 0 ? '' : new Date(day * DAY).toISOString().slice(0, 10))

/** Reads a catalog file. Throws a plain Error where it is not one, so that a half-written or foreign file is never searched by. */
export function readCatalog(value: unknown): Catalog {
  const file = value as Partial<CatalogFile> | null
  if (typeof file !== 'object' || file === null || file.version !== 1 || !Array.isArray(file.ids) || !file.facets || !file.occurred || !file.changed)
    throw new Error('not a search catalog')
  const facet = (name: string): CatalogFacet => {
    const { values = [], labels = values, of = [] } = file.facets?.[name] ?? {}
    return {
      values,
      labels,
      of: (file.ids ?? []).map((_, index) =>
        [of[index] ?? 0]
          .flat()
          .filter((number) => number > 0)
          .map((number) => number - 1),
      ),
    }
  }
  return {
    ids: file.ids,
    occurred: file.occurred.map(dayText),
    changed: file.changed.map(dayText),
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, facet(name)])) as unknown as Record<FacetName, CatalogFacet>,
    positions: facet('position'),
  }
}
