import type { z } from 'zod'
import { SCHEMAS, type Schemas } from '#schema/extend.ts'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { elementOf, fieldsOf, metaOf, schemaFor, unwrap } from '#schema/walk.ts'

type Schema = z.core.$ZodType

/** A top-level field of a kind as `new` asks for it. */
export interface Field {
  readonly name: string
  readonly means: string
  /** Whether it takes several values, separated by commas. */
  readonly many: boolean
  readonly form:
    | { readonly type: 'text' | 'time' | 'about' }
    | { readonly type: 'choice'; readonly options: readonly string[] }
    | { readonly type: 'ref'; readonly to: Kind | 'any'; readonly except: readonly string[] }
}

// Required by refinements over several fields, or so often needed that a record without them is of little use.
const ALSO: Partial<Record<Kind, readonly string[]>> = {
  incidents: ['severity'],
  statements: ['org', 'sources'],
  commitments: ['statement', 'sources'],
  inquiries: ['statement', 'sources'],
  proceedings: ['incidents', 'sources'],
  sources: ['published', 'url', 'read'],
  citations: ['url'],
}
// Written by the tool itself.
const OWN = new Set(['history'])

/**
 * The fields of a kind by name, as its schema declares them; `schemas` are those of the site, with its fields and its
 * severities.
 */
export const schemasOf = (kind: Kind, schemas: Schemas): Readonly<Record<string, Schema>> =>
  fieldsOf(unwrap(schemas[kind]).schema) ?? {}

const isEnum = (schema: Schema): schema is z.core.$ZodEnum => (schema as z.core.$ZodTypes)._zod.def.type === 'enum'

/** The values of a closed list; undefined for other schemas. */
export const optionsOf = (schema: Schema): readonly string[] | undefined =>
  isEnum(schema) ? Object.values(schema._zod.def.entries).map(String) : undefined

/** What a field is for, without the definitions of its values. */
export function meansOf(schema: Schema): string {
  const { schema: inner } = unwrap(schema)
  const description = String(metaOf(schema)['description'] ?? metaOf(inner)['description'] ?? '')
  return optionsOf(inner) ? (description.split(' `')[0] ?? '') : description
}

function formOf(name: string, schema: Schema): Field['form'] {
  if (name === 'about') return { type: 'about' }
  const options = optionsOf(schema)
  if (options) return { type: 'choice', options }
  const { ref, except = [], moment } = metaOf(schema)
  return ref === undefined ? { type: moment === true ? 'time' : 'text' } : { type: 'ref', to: ref, except }
}

function fieldOf(name: string, schema: Schema): Field {
  // A list where a single value will do (`askedBy`) is asked for as that value.
  const inner = schemaFor(schema, '')
  const element = elementOf(inner)
  return {
    name,
    means: meansOf(schema),
    many: element !== undefined,
    form: formOf(name, element ? schemaFor(element, '') : inner),
  }
}

/** The fields that a new record of a kind is asked for: those the schema requires, and a few more. */
export const fieldsToAsk = (kind: Kind, schemas: Schemas = SCHEMAS): Field[] =>
  Object.entries(schemasOf(kind, schemas))
    .filter(([name, schema]) => !OWN.has(name) && (isRequired(schema) || ALSO[kind]?.includes(name)))
    .map(([name, schema]) => fieldOf(name, schema))

const isRequired = (schema: Schema) => !unwrap(schema).optional

/** Every field that some kind is asked for, with those kinds: the flags of the command. */
export function fieldTable(): ReadonlyMap<string, { readonly means: string; readonly kinds: readonly Kind[] }> {
  const table = new Map<string, { means: string; kinds: Kind[] }>()
  for (const kind of KINDS)
    for (const { name, means } of fieldsToAsk(kind)) {
      const known = table.get(name)
      if (known) known.kinds.push(kind)
      else table.set(name, { means, kinds: [kind] })
    }
  return table
}
