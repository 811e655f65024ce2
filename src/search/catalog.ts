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
  readonly facets: Readonly<
    Record<
      string,
      {
        readonly values: readonly string[]
        readonly labels?: readonly string[]
        readonly of: readonly (number | readonly number[])[]
      }
    >
  >
}

const DAY = 86_400_000
const dayText = (day: number): string => (day === 0 ? '' : new Date(day * DAY).toISOString().slice(0, 10))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function refuse(): never {
  throw new Error('not a search catalog')
}

function listOf<T>(value: unknown, is: (item: unknown) => item is T): readonly T[] {
  return Array.isArray(value) && value.every(is) ? value : refuse()
}

const isText = (item: unknown): item is string => typeof item === 'string'
// A day that is none of the calendar's cannot be printed.
const isDay = (item: unknown): item is number => Number.isInteger(item) && Math.abs(Number(item)) < 100_000_000

function readFacet(value: unknown, records: number): CatalogFacet {
  if (value === undefined) return { values: [], labels: [], of: Array.from({ length: records }, () => []) }
  if (!isObject(value)) refuse()
  const values = listOf(value['values'], isText)
  const labels = value['labels'] === undefined ? values : listOf(value['labels'], isText)
  const isNumber = (item: unknown): item is number =>
    Number.isInteger(item) && Number(item) >= 0 && Number(item) <= values.length
  const isNumbers = (item: unknown): item is number | readonly number[] =>
    isNumber(item) || (Array.isArray(item) && item.every(isNumber))
  const of = listOf(value['of'], isNumbers)
  if (labels.length !== values.length || of.length !== records) refuse()
  return { values, labels, of: of.map((own) => [own].flat().flatMap((number) => (number > 0 ? [number - 1] : []))) }
}

/** Reads a catalog file. Throws a plain Error where any of it is not as it should be, so that a half-written or foreign file is never searched by. */
export function readCatalog(file: unknown): Catalog {
  if (!isObject(file) || file['version'] !== 1 || !isObject(file['facets'])) refuse()
  const [ids, facets] = [listOf(file['ids'], isText), file['facets']]
  const [occurred, changed] = [listOf(file['occurred'], isDay), listOf(file['changed'], isDay)]
  if (occurred.length !== ids.length || changed.length !== ids.length) refuse()
  const facet = (name: string) => readFacet(Object.hasOwn(facets, name) ? facets[name] : undefined, ids.length)
  return {
    ids,
    occurred: occurred.map(dayText),
    changed: changed.map(dayText),
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, facet(name)])) as unknown as Record<
      FacetName,
      CatalogFacet
    >,
    positions: facet('position'),
  }
}
