import type { EquivalentGroup } from './equivalents.ts'
import { FACET_NAMES, type FacetName } from './facet-names.ts'

/** Which form of index these programs write and read: an index of another version cuts words otherwise. */
export const VERSION = 2

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
  /** Names of the parts of the vocabulary that there are. */
  readonly shelves: readonly string[]
  /** Where in the document of each record its title ends and its head: places before the first are of the title. */
  readonly heads: readonly (readonly [title: number, head: number])[]
  /** How much each record matters beside others of the same name. */
  readonly importance: readonly number[]
  /** Names of values of facets beyond their labels: short and former names, products, short titles. */
  readonly names: readonly { readonly facet: 'org' | 'incident'; readonly value: string; readonly name: string }[]
  /** Per facet: its values with their names, and for each record the numbers of its values. */
  readonly facets: Readonly<Record<FacetName, CatalogFacet>>
  /** Topic and stance together, as `topic/stance`, with the stance in the words of its topic. */
  readonly positions: CatalogFacet
  /** What is known of all incidents, measure by measure: `Time to detect, faults: median …`. */
  readonly measures: readonly MeasureLine[]
}

/** A measure in words, and the page that shows it. */
export interface MeasureLine {
  readonly measure: string
  readonly text: string
  readonly route: string
}

export interface CatalogFacet {
  readonly values: readonly string[]
  readonly labels: readonly string[]
  readonly of: readonly (readonly number[])[]
}

/** The file as JSON: days as numbers since 1970 (0: none), records' values as one number, a list, or 0 for none (numbered from 1). */
export interface CatalogFile {
  readonly version: typeof VERSION
  readonly ids: readonly string[]
  readonly occurred: readonly number[]
  readonly changed: readonly number[]
  readonly shelves: readonly string[]
  readonly heads: readonly (readonly [title: number, head: number])[]
  readonly importance: readonly number[]
  /** Facet, value and name. */
  readonly names: readonly (readonly [facet: 'org' | 'incident', value: string, name: string])[]
  /** Groups of words that mean the same, or lead to others. */
  readonly equivalents: readonly EquivalentGroup[]
  readonly measures: readonly MeasureLine[]
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

const isName = (item: unknown): item is readonly ['org' | 'incident', string, string] =>
  Array.isArray(item) && item.length === 3 && item.every(isText) && (item[0] === 'org' || item[0] === 'incident')

const isHead = (item: unknown): item is readonly [number, number] =>
  Array.isArray(item) && item.length === 2 && item.every((place) => Number.isInteger(place) && Number(place) >= 0)

const isMeasure = (item: unknown): item is MeasureLine =>
  isObject(item) && isText(item['measure']) && isText(item['text']) && isText(item['route'])

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
  if (!isObject(file) || file['version'] !== VERSION || !isObject(file['facets'])) refuse()
  const [ids, facets] = [listOf(file['ids'], isText), file['facets']]
  const [occurred, changed] = [listOf(file['occurred'], isDay), listOf(file['changed'], isDay)]
  const importance = listOf(file['importance'], isDay)
  const heads = listOf(file['heads'], isHead)
  if (heads.length !== ids.length) refuse()
  if (occurred.length !== ids.length || changed.length !== ids.length || importance.length !== ids.length) refuse()
  const facet = (name: string) => readFacet(Object.hasOwn(facets, name) ? facets[name] : undefined, ids.length)
  return {
    ids,
    occurred: occurred.map(dayText),
    changed: changed.map(dayText),
    shelves: listOf(file['shelves'], isText),
    heads,
    importance,
    names: listOf(file['names'], isName).map(([own, value, name]) => ({ facet: own, value, name })),
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, facet(name)])) as unknown as Record<
      FacetName,
      CatalogFacet
    >,
    positions: facet('position'),
    measures: listOf(file['measures'], isMeasure),
  }
}
