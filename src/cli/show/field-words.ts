import type { Knowledge } from '#knowledge/knowledge.ts'
import { elementOf, fieldsOf, isObject, metaOf, schemaFor } from '#schema/walk.ts'
import { parseReference } from '#schema/references.ts'
import { words } from '#text/words.ts'
import { formatText } from '#time/format.ts'
import { labelOf, partLabel } from '#views/label.ts'
import type { z } from 'zod'
import { type Row, row } from './document.ts'

type Schema = z.core.$ZodType

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A record or part by reference, as a person knows it, with the reference itself. */
export function nameOf(knowledge: Knowledge, reference: string, own = ''): string {
  if (reference === 'editor') return 'the editors'
  const found = knowledge.resolve(reference, own)
  if (!found) return reference
  if (found.part) return `${partLabel(found.part)} (${reference})`
  return found.entry.kind === 'organizations'
    ? (found.entry.data.shortName ?? found.entry.data.name)
    : `${labelOf(knowledge, found.entry)} (${reference})`
}

const isClosed = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def.type === 'enum'

/** A value in words, by what the schema declares about its field. */
function valueWords(knowledge: Knowledge, schema: Schema, value: unknown, own: string): string {
  const inner = schemaFor(schema, value)
  const meta = metaOf(inner)
  if (Array.isArray(value))
    return value.map((item: unknown) => valueWords(knowledge, elementOf(inner) ?? inner, item, own)).join(', ')
  if (isObject(value)) return objectWords(knowledge, inner, value, own)
  if (typeof value !== 'string') return value === true ? 'yes' : value === false ? 'no' : String(value)
  if (meta['moment'] === true) return formatText(value)
  if (meta.part) return nameOf(knowledge, `${own}#${value}`)
  if (meta.ref !== undefined && parseReference(value)) return nameOf(knowledge, value, own)
  // Slugs among the closed lists (change-config) read as they are written.
  return isClosed(inner) ? words(value) : value
}

/** `Falcon sensor (org: CrowdStrike)` for what has a name, else `incidents: …; summits: …`. */
function objectWords(knowledge: Knowledge, schema: Schema, value: Record<string, unknown>, own: string): string {
  const said = factRows(knowledge, schema, value, own, new Set(['name']))
    .map(({ cells: [name = '', text = ''] }) => `${name.toLowerCase()}: ${text}`)
    .join('; ')
  if (typeof value['name'] !== 'string') return said
  return said === '' ? value['name'] : `${value['name']} (${said})`
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.values(value).every(isEmpty))

/** Fields of a record or part as rows of name and words, in the order of the schema, without those that are empty or skipped. */
export function factRows(
  knowledge: Knowledge,
  schema: Schema,
  data: Readonly<Record<string, unknown>>,
  own: string,
  skip: ReadonlySet<string> = new Set(),
): Row[] {
  return Object.entries(fieldsOf(schemaFor(schema, data)) ?? {}).flatMap(([key, field]) => {
    const value = data[key]
    if (
      skip.has(key) ||
      isEmpty(value) ||
      (key === 'tlp' && value === 'CLEAR') ||
      (key === 'confidence' && value === 'high')
    )
      return []
    return [row([capital(words(key)), valueWords(knowledge, field, value, own)])]
  })
}
