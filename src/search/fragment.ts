import type { Hit } from './rank.ts'
import type { Indexed } from './passages.ts'

/** A record as the index keeps it. `meta` holds what a hit says of it: title, kind, date and organization. */
export interface Fragment extends Indexed {
  readonly url: string
  readonly meta: Readonly<Record<string, string>>
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string'
const isOptional = (value: unknown) => value === undefined || value === null || isText(value)
const isPlace = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

const isAnchor = (value: unknown): value is Fragment['anchors'][number] =>
  isObject(value) &&
  isText(value['id']) &&
  isText(value['element']) &&
  isPlace(value['location']) &&
  isOptional(value['title']) &&
  isOptional(value['text'])

/** A record of another site, whose address begins with `base`; undefined where any of it is not as it should be. */
export function readFragment(value: unknown, base: string): Fragment | undefined {
  if (!isObject(value) || !isObject(value['meta']) || !Array.isArray(value['anchors'])) return undefined
  const { url, content, meta, anchors } = value
  if (!isText(url) || !url.startsWith(base) || !isText(content) || !anchors.every(isAnchor)) return undefined
  return {
    url,
    content,
    anchors,
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
