import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { KINDS } from '#schema/kind-names.ts'
import { parseReference, printReference } from '#schema/references.ts'
import { TLP } from '#schema/vocabularies.ts'
import { elementOf, fieldsOf, isObject, metaOf, schemaFor } from '#schema/walk.ts'
import { labelOf, partLabel, routeOf } from '#views/label.ts'

/** Version of every JSON form below; it changes when a reader of the old form would misread the new one. */
export const SCHEMA_VERSION = '1.0'

type Schema = Parameters<typeof schemaFor>[0]

/** A reference as other programs can follow it. */
function resolved(knowledge: Knowledge, text: string, own: string): unknown {
  const reference = parseReference(text, own)
  const found = knowledge.resolve(text, own)
  if (!reference || !found) return text
  return {
    id: printReference({ ...reference, id: found.entry.id }),
    title: found.part ? partLabel(found.part) : labelOf(knowledge, found.entry),
    url: absolute(knowledge, routeOf(found)),
  }
}

function resolveAll(knowledge: Knowledge, schema: Schema, value: unknown, own: string): unknown {
  const inner = schemaFor(schema, value)
  const element = elementOf(inner)
  const fields = fieldsOf(inner)
  if (Array.isArray(value) && element) return value.map((item) => resolveAll(knowledge, element, item, own))
  if (isObject(value) && fields)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        fields[key] ? resolveAll(knowledge, fields[key], item, own) : item,
      ]),
    )
  const { ref, except } = metaOf(inner)
  return typeof value === 'string' && ref && !except?.includes(value) ? resolved(knowledge, value, own) : value
}

const head = (knowledge: Knowledge, { kind, id, data }: AnyEntry) => ({
  recordKind: kind,
  id,
  url: absolute(knowledge, routes.record(kind, id)),
  revision: data.revision,
  recordStatus: data.recordStatus,
})

/** Exports of builds above CLEAR say so first; labels are never translated. */
export const disclosureOf = ({ audience }: Knowledge): { disclosure?: string } =>
  audience === 'CLEAR' ? {} : { disclosure: TLP[audience].label }

/** The machine twin of a record: its data with every reference resolved to `{id, title, url}`; `data.body` is its body as Markdown. */
export function twin(knowledge: Knowledge, entry: AnyEntry): Record<string, unknown> {
  const data = resolveAll(knowledge, knowledge.schemas[entry.kind], entry.data, entry.id)
  return {
    schemaVersion: SCHEMA_VERSION,
    ...disclosureOf(knowledge),
    ...head(knowledge, entry),
    data: isObject(data) && entry.body !== undefined ? { ...data, body: entry.body } : data,
  }
}

/** Every record in the order of files of data: by kind, then by id. */
export const inOrder = (knowledge: Knowledge): readonly AnyEntry[] =>
  KINDS.flatMap((kind) => knowledge.every(kind) as readonly AnyEntry[])

/** A record, lossless: references stay ids and a body stands beside its data, so that the data fit the schemas and can be read back. */
export const lossless = (knowledge: Knowledge, entry: AnyEntry): Record<string, unknown> => ({
  ...head(knowledge, entry),
  data: entry.data,
  ...(entry.body === undefined ? {} : { body: entry.body }),
})

/** `/data/knowledge.json`, or the same of chosen records: lossless. */
export function everything(
  knowledge: Knowledge,
  entries: readonly AnyEntry[] = inOrder(knowledge),
): Record<string, unknown> {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...disclosureOf(knowledge),
    site: siteOf(knowledge),
    asOf: knowledge.today,
    audience: knowledge.audience,
    records: entries.map((entry) => lossless(knowledge, entry)),
  }
}

/** What other programs should know of the site. */
export function siteOf({ site, address }: Knowledge): Record<string, unknown> {
  const { title, description, language, publisher, contentLicense } = site
  return {
    title,
    description,
    language,
    url: address ?? null,
    publisher: publisher ?? null,
    contentLicense: contentLicense ?? null,
  }
}
