import { z } from 'zod'
import type { FieldMeta } from './fields.ts'
import type { DataPath } from './finding.ts'

type Schema = z.core.$ZodType
type Def = z.core.$ZodTypes['_zod']['def']

const def = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def

// The registry puts the answer together anew each time, and a build asks some hundred thousand times.
const metas = new WeakMap<Schema, FieldMeta>()

/** The declared meta of a field (`ref`, `part`, `description` ...), or an empty object. */
export function metaOf(schema: Schema): FieldMeta {
  const known = metas.get(schema)
  if (known) return known
  const meta = (z.globalRegistry.get(schema) ?? {}) as FieldMeta
  metas.set(schema, meta)
  return meta
}

/** The schema inside optional, default, prefault and transform wrappers, and whether the field may be left out. */
export function unwrap(schema: Schema): { schema: Schema; optional: boolean } {
  let [current, optional] = [schema, false]
  for (;;) {
    const d = def(current)
    if (d.type === 'optional' || d.type === 'default' || d.type === 'prefault')
      [current, optional] = [d.innerType, true]
    else if (d.type === 'pipe') current = d.in
    else return { schema: current, optional }
  }
}

/** What a field holds when nothing is written; undefined for fields without a default. */
export function defaultOf(schema: Schema): unknown {
  const d = def(schema)
  return d.type === 'default' ? d.defaultValue : undefined
}

/** The option of a union that fits a value by its outer shape (list, object or plain); the first one otherwise. */
function choose(schema: Schema, value: unknown): Schema {
  const d = def(schema)
  if (d.type !== 'union') return schema
  const wanted = Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : 'string'
  return d.options.find((option) => def(option).type === wanted) ?? d.options[0] ?? schema
}

/** The schema that describes a value, with wrappers removed and unions chosen. */
export const schemaFor = (schema: Schema, value: unknown): Schema => choose(unwrap(schema).schema, value)

/** Whether a schema takes a value as it is. */
export const accepts = (schema: Schema, value: unknown): boolean => z.core.safeParse(schema, value).success

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields of an object schema by key; undefined for other schemas. */
export function fieldsOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const d = def(schema)
  return d.type === 'object' ? d.shape : undefined
}

/** Item schema of a list schema; undefined for other schemas. */
export function elementOf(schema: Schema): Schema | undefined {
  const d = def(schema)
  return d.type === 'array' ? d.element : undefined
}

/** A string field met on a walk, with its declared meta and the nearest part that holds it. */
export interface Visited {
  readonly path: DataPath
  readonly value: string
  readonly meta: FieldMeta
  /** Id of the innermost part around the field, if any. */
  readonly part?: string
  /** Whether the value is one of a closed list that the schema publishes. */
  readonly closed: boolean
}

/**
 * Visits every string of parsed data together with what the schema declares about it: the one way that references are
 * found.
 */
export function visitStrings(
  schema: Schema,
  value: unknown,
  visit: (field: Visited) => void,
  path: DataPath = [],
  part?: string,
): void {
  const own = schemaFor(schema, value)
  const element = elementOf(own)
  const fields = fieldsOf(own)
  if (Array.isArray(value) && element)
    value.forEach((item, index) => visitStrings(element, item, visit, [...path, index], part))
  else if (isObject(value) && fields) {
    const inner = typeof value['id'] === 'string' ? value['id'] : part
    for (const [key, field] of Object.entries(fields))
      if (value[key] !== undefined) visitStrings(field, value[key], visit, [...path, key], inner)
  } else if (typeof value === 'string')
    visit({ path, value, meta: metaOf(own), closed: def(own).type === 'enum', ...(part === undefined ? {} : { part }) })
}

/** Visits every object of parsed data with its path and schema, the record itself first. */
export function visitObjects(
  schema: Schema,
  value: unknown,
  visit: (path: DataPath, schema: Schema, value: Record<string, unknown>) => void,
  path: DataPath = [],
): void {
  const own = schemaFor(schema, value)
  const [element, fields] = [elementOf(own), fieldsOf(own)]
  if (Array.isArray(value) && element)
    value.forEach((item, index) => visitObjects(element, item, visit, [...path, index]))
  else if (isObject(value) && fields) {
    visit(path, own, value)
    for (const [key, field] of Object.entries(fields))
      if (value[key] !== undefined) visitObjects(field, value[key], visit, [...path, key])
  }
}

/** Every part of a record (an object with an `id`), with its data path. */
export function partsOf(
  data: unknown,
  path: DataPath = [],
): { id: string; path: DataPath; data: Record<string, unknown> }[] {
  if (Array.isArray(data)) return data.flatMap((item, index) => partsOf(item, [...path, index]))
  if (!isObject(data)) return []
  const inner = Object.entries(data).flatMap(([key, value]) => partsOf(value, [...path, key]))
  return typeof data['id'] === 'string' && path.length > 0 ? [{ id: data['id'], path, data }, ...inner] : inner
}
