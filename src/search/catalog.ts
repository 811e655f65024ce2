import { FACET_NAMES, type FacetName } from './facet-names.ts'

/** Which form of index these programs write and read: an index of another version cuts words otherwise. */
export const VERSION = 5

/** How exactly the end of a record's head is written: ranking needs no single word. */
export const HEAD_STEP = 8

/** The facets whose values have further names. */
export const WITH_NAMES = ['org', 'incident', 'product', 'topic', 'control'] as const

type NamedFacet = (typeof WITH_NAMES)[number]

/**
 * What is known of every record in the index without loading it: the values it can be narrowed by and its dates.
 * Written at build time beside the index (`core/exports/search-catalog`), read once by the search page. Records are
 * numbered by position.
 */
export interface Catalog {
  /** Identifier of each record in the index (`recordId`). */
  readonly ids: readonly string[]
  /** Day each record is filed under and day it last changed, `YYYY-MM-DD`; empty where there is none. */
  readonly occurred: readonly string[]
  readonly changed: readonly string[]
  /** Names of the parts of the vocabulary and of the equivalent wordings that there are. */
  readonly shelves: readonly string[]
  readonly equivalents: readonly string[]
  /** Where in the document of each record its title ends and its head: places before the first are of the title. */
  readonly heads: readonly (readonly [title: number, head: number])[]
  /** How much each record matters beside others of the same name. */
  readonly importance: readonly number[]
  /** Names of values of facets beyond their labels: short and former names, old ids, short titles. */
  readonly names: readonly { readonly facet: NamedFacet; readonly value: string; readonly name: string }[]
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

/**
 * Numbers of each record as one text (`numbersText`): those of a record are parted by dots and ended by a space, in
 * base 36. JSON of the same is a twentieth longer when it is packed.
 */
type NumbersText = string

/**
 * The file as JSON, written short because every first search waits for it: days as numbers since 1970 (none: 0),
 * values of records numbered from 1, a label as 0 where the value spells it (`labelOfValue`).
 */
export interface CatalogFile {
  readonly version: typeof VERSION
  /** The name of the build: identifiers of its records begin with it. */
  readonly build: string
  readonly occurred: NumbersText
  readonly changed: NumbersText
  readonly shelves: readonly string[]
  readonly equivalents: readonly string[]
  /** Where the title of each record ends, and how much further its head, in steps of `HEAD_STEP` places. */
  readonly titles: NumbersText
  readonly heads: NumbersText
  readonly importance: NumbersText
  readonly measures: readonly MeasureLine[]
  readonly facets: Readonly<
    Record<
      string,
      {
        readonly values: readonly string[]
        readonly labels?: readonly (string | 0)[]
        /** The further names of each value, of facets whose values have such; 0 for none. */
        readonly names?: readonly (string | readonly string[] | 0)[]
        readonly of: NumbersText
      }
    >
  >
}

/** Writes the numbers of each record, of which 0 stands for none. */
export const numbersText = (records: readonly (readonly number[])[]): NumbersText =>
  records.map((own) => `${own.map((number) => number.toString(36)).join('.')} `).join('')

/** Identifier of a record in the index: the name of the build, then its number. */
export const recordId = (build: string, number: number): string => build + number.toString(36)

/** A value of a facet as words, as most labels are: `anderson-economic-group` is `Anderson Economic Group`. */
export const labelOfValue = (value: string): string =>
  value.replace(
    /(?:^|-)([a-z0-9])/g,
    (found, first: string) => (found.startsWith('-') ? ' ' : '') + first.toUpperCase(),
  )

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
// A day beyond these is none of the calendar's, and cannot be printed.
const MOST_DAYS = 100_000_000

/** Reads what `numbersText` wrote; each number is from `least` to `most`. */
function numbersOf(value: unknown, least: number, most: number): readonly (readonly number[])[] {
  if (!isText(value)) refuse()
  const numbers = value
    .split(' ')
    .map((own) => (own === '' ? [] : own.split('.').map((number) => parseInt(number, 36))))
  if (numbers.pop()?.length !== 0) refuse()
  return numbers.flat().every((number) => number >= least && number <= most) ? numbers : refuse()
}

/** Reads one number of each record; 0 for a record without. */
const numberOfEach = (value: unknown, least = 0): readonly number[] =>
  numbersOf(value, least, MOST_DAYS).map(([number = 0]) => number)

const isLabel = (item: unknown): item is string | 0 => isText(item) || item === 0

const isNames = (item: unknown): item is string | readonly string[] | 0 =>
  isLabel(item) || (Array.isArray(item) && item.every(isText))

const isMeasure = (item: unknown): item is MeasureLine =>
  isObject(item) && isText(item['measure']) && isText(item['text']) && isText(item['route'])

function readFacet(value: unknown, records: number): CatalogFacet {
  if (value === undefined) return { values: [], labels: [], of: Array.from({ length: records }, () => []) }
  if (!isObject(value)) refuse()
  const values = listOf(value['values'], isText)
  const labels =
    value['labels'] === undefined
      ? values
      : listOf(value['labels'], isLabel).map((label, index) =>
          label === 0 ? labelOfValue(values[index] ?? '') : label,
        )
  const of = numbersOf(value['of'], 1, values.length)
  if (labels.length !== values.length || of.length !== records) refuse()
  return { values, labels, of: of.map((own) => own.map((number) => number - 1)) }
}

/** The further names of the values of a facet. */
function readNames(facet: NamedFacet, { values }: CatalogFacet, file: unknown): Catalog['names'] {
  const given = isObject(file) && file['names'] !== undefined ? listOf(file['names'], isNames) : []
  return given.flatMap((names, index) => {
    const value = values[index] ?? refuse()
    return [names].flat().flatMap((name) => (name === 0 ? [] : [{ facet, value, name }]))
  })
}

/** Products of records: the file gives those of incidents; a record about an incident is about its products. */
function productsAbout({ incident, product }: Catalog['facets']): CatalogFacet {
  const byIncident = new Map<number, readonly number[]>()
  incident.of.forEach((about, record) => {
    const own = product.of[record] ?? []
    if (about.length === 1 && own.length > 0) byIncident.set(about[0] ?? -1, own)
  })
  const of = incident.of.map((about, record) => [
    ...new Set([...(product.of[record] ?? []), ...about.flatMap((number) => byIncident.get(number) ?? [])]),
  ])
  return { ...product, of }
}

/** The years of records, which the file leaves out: they are those of the days that the records are filed under. */
function yearsOf(occurred: readonly string[]): CatalogFacet {
  const years = occurred.map((day) => day.slice(0, 4))
  const values = [...new Set(years)].filter((year) => year !== '').sort()
  const number = new Map(values.map((year, index) => [year, index]))
  return { values, labels: values, of: years.map((year) => [number.get(year) ?? []].flat()) }
}

/**
 * Reads a catalog file. Throws a plain Error where any of it is not as it should be, so that a half-written or foreign
 * file is never searched by.
 */
export function readCatalog(file: unknown): Catalog {
  if (!isObject(file) || file['version'] !== VERSION || !isObject(file['facets'])) refuse()
  const { build, facets } = file
  if (!isText(build)) refuse()
  const [occurred, changed] = [numberOfEach(file['occurred'], -MOST_DAYS), numberOfEach(file['changed'], -MOST_DAYS)]
  const ids = occurred.map((_, index) => recordId(build, index))
  const importance = numberOfEach(file['importance'])
  const [titles, heads] = [numberOfEach(file['titles']), numberOfEach(file['heads'])]
  if (titles.length !== ids.length || heads.length !== ids.length) refuse()
  if (changed.length !== ids.length || importance.length !== ids.length) refuse()
  const facet = (name: string) => readFacet(Object.hasOwn(facets, name) ? facets[name] : undefined, ids.length)
  const days = occurred.map(dayText)
  const read = Object.fromEntries(
    FACET_NAMES.map((name) => [name, name === 'year' ? yearsOf(days) : facet(name)]),
  ) as unknown as Catalog['facets']
  return {
    ids,
    occurred: days,
    changed: changed.map(dayText),
    shelves: listOf(file['shelves'], isText),
    equivalents: listOf(file['equivalents'], isText),
    heads: titles.map((title, index) => [title, title + (heads[index] ?? 0) * HEAD_STEP]),
    importance,
    names: WITH_NAMES.flatMap((name) => readNames(name, read[name], facets[name])),
    facets: { ...read, product: productsAbout(read) },
    positions: facet('position'),
    measures: listOf(file['measures'], isMeasure),
  }
}
