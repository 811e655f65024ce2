import type { Hit } from './rank.ts'

/** A passage of a record: under an anchor of its page where it has one. */
export interface Section {
  readonly id?: string
  /** What it is called: a heading, `Event, 19 July 2024, 04:09 UTC`, the name of a field. */
  readonly label?: string
  /** Paragraphs. */
  readonly text: readonly string[]
  /** Whether it is a field of the record rather than something it says. */
  readonly field?: boolean
}

/** A record as the search page shows it, carried by Pagefind's fragment of it. */
export interface ShownRecord {
  readonly title: string
  /** What a hit says of it: kind, date, organization, speaker, outcome. */
  readonly meta: Readonly<Record<string, string>>
  readonly sections: readonly Section[]
}

/** A record that was found, with its address. */
export interface Fragment extends ShownRecord {
  readonly url: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string'
const isOptional = (value: unknown) => value === undefined || isText(value)
const isPlace = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

const isSection = (value: unknown): value is Section =>
  isObject(value) &&
  isOptional(value['id']) &&
  isOptional(value['label']) &&
  (value['field'] === undefined || typeof value['field'] === 'boolean') &&
  Array.isArray(value['text']) &&
  value['text'].every(isText)

/** A record whose address begins with `base`, from a fragment; undefined where any of it is not as it should be. */
export function readFragment(value: unknown, base: string): Fragment | undefined {
  if (!isObject(value) || !isObject(value['record'])) return undefined
  const { url } = value
  const { title, meta, sections } = value['record']
  if (!isText(url) || !url.startsWith(base) || !isText(title) || !isObject(meta)) return undefined
  if (!Array.isArray(sections) || !sections.every(isSection)) return undefined
  return {
    url,
    title,
    sections,
    meta: Object.fromEntries(Object.entries(meta).filter((entry): entry is [string, string] => isText(entry[1]))),
  }
}

const isHit = (value: unknown): value is Hit =>
  isObject(value) &&
  isText(value['id']) &&
  typeof value['score'] === 'number' &&
  value['score'] >= 0 &&
  Array.isArray(value['words']) &&
  value['words'].every(isPlace)

/** What another site's index found; undefined where any of it is not as it should be. */
export const readHits = (value: unknown): readonly Hit[] | undefined =>
  Array.isArray(value) && value.every(isHit) ? value : undefined
