import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { defaultOf, elementOf, fieldsOf, isObject, schemaFor, unwrap } from '#schema/walk.ts'

type Schema = Parameters<typeof schemaFor>[0]

/** Gives a fixed-length digest of a text. The core has none of its own; the reader brings SHA-256. */
export type Hash = (text: string) => string

/** Digests of the parts of a record by id, or of its fields by name. */
export type Digests = ReadonlyMap<string, string>

/**
 * Fields of records that no digest holds, so that they may be mended without a revision: what says how a record is
 * kept, words that lead to it or comment on it, and how its source can be reached now.
 */
export const FREE_FIELDS: ReadonlySet<string> = new Set([
  ...['tlp', 'embargoUntil', 'statusReason', 'account', 'checked', 'aliases', 'revision', 'history', 'tags'],
  ...['summary', 'description', 'label', 'note'],
  ...['archive', 'accessed', 'flags'],
])
// 32 bits an item: enough to notice a change, and half the size.
const DIGITS = 8

const normal = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function canonical(schema: Schema, value: unknown): unknown {
  const own = schemaFor(schema, value)
  if (typeof value === 'string') return normal(value)
  const element = elementOf(own)
  if (Array.isArray(value)) return element ? value.map((item) => canonical(element, item)) : value
  const fields = fieldsOf(own)
  if (!isObject(value) || !fields) return value
  const keys = Object.keys(value)
    .filter((key) => fields[key] && value[key] !== undefined)
    .sort()
  return Object.fromEntries(
    keys
      .map((key) => [key, canonicalField(fields[key] as Schema, value[key])])
      .filter(([, inner]) => inner !== undefined),
  )
}

/**
 * A field that holds what it holds when nothing is written says nothing; so a field that the schema gains later changes
 * no digest.
 */
function canonicalField(field: Schema, value: unknown): unknown {
  const usual = defaultOf(field)
  return usual !== undefined && JSON.stringify(usual) === JSON.stringify(value) ? undefined : canonical(field, value)
}

function visit(schema: Schema, value: unknown, found: (id: string, text: string) => void, top: boolean): void {
  const own = schemaFor(schema, value)
  const [element, fields] = [elementOf(own), fieldsOf(own)]
  if (Array.isArray(value) && element) for (const item of value) visit(element, item, found, false)
  if (!isObject(value) || !fields) return
  if (!top && typeof value['id'] === 'string') found(value['id'], JSON.stringify(canonical(own, value)))
  for (const [key, field] of Object.entries(fields))
    if (value[key] !== undefined) visit(field, value[key], found, false)
}

/**
 * The digest of every citable part of a record: the hash of its canonical content, which is the part as JSON with the
 * keys of every object in alphabetical order, fields that hold their default left out, and in every text Unicode
 * normalised (NFC), runs of white space made one space and those at the ends removed. So the order of keys, quotes and
 * line breaks of the file make no difference.
 */
export function digestsOf(entry: AnyEntry, hash: Hash): Digests {
  const digests = new Map<string, string>()
  visit(kinds[entry.kind].schema, entry.data, (id, text) => digests.set(id, hash(text)), true)
  return digests
}

/**
 * The digests of the fields of a record by name, of those that readers can cite or that decide a verdict: all but
 * FREE_FIELDS and lists of parts, which have digests of their own. A list has the digest of each of its items, sorted,
 * with a space between, so that an item that is added or moved changes none of the others. Canonical as in `digestsOf`;
 * fields at their default are left out.
 */
export function fieldDigestsOf(entry: AnyEntry, hash: Hash): Digests {
  const data: Readonly<Record<string, unknown>> = entry.data
  const short = (value: unknown) => hash(JSON.stringify(value)).slice(0, DIGITS)
  const fields = Object.entries(fieldsOf(unwrap(kinds[entry.kind].schema).schema) ?? {})
  return new Map(
    fields.flatMap(([name, field]) => {
      const value = data[name]
      if (value === undefined || FREE_FIELDS.has(name) || holdsParts(field, value)) return []
      const said = canonicalField(field, value)
      if (said === undefined) return []
      const items: readonly unknown[] = Array.isArray(said) ? said : [said]
      return items.length === 0 ? [] : [[name, [...new Set(items.map(short))].sort().join(' ')] as const]
    }),
  )
}

/** Whether a field is a list of parts. */
function holdsParts(field: Schema, value: unknown): boolean {
  const element = elementOf(schemaFor(field, value))
  const fields = element && fieldsOf(schemaFor(element, {}))
  return fields !== undefined && 'id' in fields
}
