import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { KINDS } from '#schema/kind-names.ts'
import { parseReference, printReference } from '#schema/references.ts'
import { TLP } from '#schema/vocabularies.ts'
import { elementOf, fieldsOf, isObject, metaOf, schemaFor } from '#schema/walk.ts'
import { labelOf, routeOf } from '#views/label.ts'
import { partLabel } from '#views/part-label.ts'
import { citableRecord } from './citable.ts'
import type { PublishedRecord, PublishedReference } from './published.ts'

/** Version of every JSON form below; it changes when a reader of the old form would misread the new one. */
export const SCHEMA_VERSION = '1.0'

type Schema = Parameters<typeof schemaFor>[0]

/** The short name of an organization or the short title of an incident, where a record has one. */
function shortName({ data }: AnyEntry): string | undefined {
  const short = 'shortName' in data ? data.shortName : 'shortTitle' in data ? data.shortTitle : undefined
  return typeof short === 'string' ? short : undefined
}

/** A reference as other programs can follow it. */
function resolved(knowledge: Knowledge, text: string, own: string): PublishedReference | string {
  const reference = parseReference(text, own)
  const found = knowledge.resolve(text, own)
  if (!reference || !found) return text
  const short = found.part === undefined ? shortName(found.entry) : undefined
  const original = found.entry.kind === 'sources' ? found.entry.data.url : undefined
  return {
    id: printReference({ ...reference, id: found.entry.id }),
    title: found.part ? partLabel(found.part) : labelOf(knowledge, found.entry),
    ...(short === undefined ? {} : { short }),
    url: absolute(knowledge, routeOf(found)),
    ...(original === undefined ? {} : { original }),
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

/**
 * The machine twin of a record: its data with every reference resolved to an object with id, title and address, and
 * what a citation of it says. `data.body` is its body as Markdown. Browsers make citations, timeline files and
 * comparisons of it.
 */
export function twin(knowledge: Knowledge, entry: AnyEntry): PublishedRecord & { readonly schemaVersion: string } {
  const citation = citableRecord(knowledge, entry)
  if (!citation) throw new Error(`${entry.file}: the current revision of ${entry.id} is not in its history`)
  const data = resolveAll(knowledge, knowledge.schemas[entry.kind], entry.data, entry.id)
  return {
    schemaVersion: SCHEMA_VERSION,
    ...disclosureOf(knowledge),
    ...head(knowledge, entry),
    citation,
    data: { ...(isObject(data) ? data : {}), ...(entry.body === undefined ? {} : { body: entry.body }) },
  }
}

/** Every record in the order of files of data: by kind, then by id. */
export const inOrder = (knowledge: Knowledge): readonly AnyEntry[] =>
  KINDS.flatMap((kind) => knowledge.every(kind) as readonly AnyEntry[])

/**
 * A record, lossless: references stay ids and a body stands beside its data, so that the data fit the schemas and can
 * be read back.
 */
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
