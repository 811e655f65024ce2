import { type Citable, citePart, shortened } from './cite-part.ts'
import type { LabelledPart } from '#views/part-label.ts'

/** A reference as the JSON of a record prints it. */
export interface PublishedReference {
  readonly id: string
  readonly title: string
  /** Its short name or title, where it has one. */
  readonly short?: string
  /** Its page. */
  readonly url: string
  /** Of a source: the address of the original, where it is known. */
  readonly original?: string
}

/** The JSON of a record (`/<kind>/<id>.json`), as far as browsers make further files of it. */
export interface PublishedRecord {
  readonly recordKind: string
  readonly id: string
  readonly url: string
  /** TLP label of a build above CLEAR. */
  readonly disclosure?: string
  readonly citation: Citable
  readonly data: Readonly<Record<string, unknown>>
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is a resolved reference. */
export const isReference = (value: unknown): value is PublishedReference =>
  isObject(value) && typeof value['id'] === 'string' && typeof value['title'] === 'string' && 'url' in value

/**
 * Who is meant by an actor, owner or asserter of a published part, in words; undefined where it is nobody with a name.
 */
export function publishedName(who: unknown): string | undefined {
  if (who === 'editor') return 'the editors'
  if (isReference(who)) return who.short ?? who.title
  if (isObject(who) && typeof who['name'] === 'string') return who['name']
  // An organization whose word was read in a source of others.
  if (isObject(who) && 'via' in who) return publishedName(who['org'])
  return typeof who === 'string' && who !== 'unknown' ? who : undefined
}

/** A part of a published record by its id. */
export function publishedPart(record: Pick<PublishedRecord, 'data'>, id: string): LabelledPart | undefined {
  for (const [list, items] of Object.entries(record.data))
    for (const data of Array.isArray(items) ? items : [])
      if (isObject(data) && data['id'] === id && !isReference(data)) return { id, list, data }
  return undefined
}

/**
 * What a citation of a published record says, or of one part of it. `heading` gives the words of a section of the body,
 * which is a part without data; undefined where the record has no such part.
 */
export function citablePublished(
  record: Pick<PublishedRecord, 'citation' | 'data'>,
  part: string,
  heading?: string,
): Citable | undefined {
  if (part === '') return record.citation
  const found = publishedPart(record, part)
  if (found) return citePart(record.citation, found, publishedName)
  if (heading === undefined) return undefined
  return citePart(record.citation, { id: part, list: 'body', data: { title: shortened(heading) } }, publishedName)
}
