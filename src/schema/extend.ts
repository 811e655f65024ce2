import { z } from 'zod'
import { isKind, KINDS, type Kind } from './kind-names.ts'
import { kinds } from './kinds.ts'
import { severity, severityScale } from './severity.ts'
import type { Site } from './site.ts'

/** Fields of a site’s own by record kind, as an owner gives them to `aftermathCollections({ extend })`. */
export type Extensions = Readonly<Partial<Record<Kind, z.ZodObject>>>

/** The schema of each record kind, as a site reads its records. */
export type Schemas = Readonly<Record<Kind, z.ZodType>>

/** The schemas of a site without fields of its own. */
export const SCHEMAS: Schemas = Object.fromEntries(
  KINDS.map((kind) => [kind, kinds[kind].schema as z.ZodType]),
) as Schemas

/** A field of a site’s own that cannot be: says which, and what to type. */
export class ExtensionError extends Error {
  override readonly name = 'ExtensionError'
}

const known = (kind: Kind): readonly string[] => Object.keys(kinds[kind].schema.shape)

/** Refuses a field that JSON Schema cannot say: editors and programs learn of fields by it, and records are text. */
function refuseUnsayable(name: string, schema: z.core.$ZodType): void {
  try {
    z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })
  } catch (error) {
    const kind = schema._zod.def.type
    throw new ExtensionError(
      `${name}: expected a field that JSON Schema can say (text, number, boolean, one of ` +
        `several, a list or an object of these), found z.${kind}(): ` +
        `${error instanceof Error ? error.message : String(error)}. ` +
        (kind === 'date'
          ? 'Write z.iso.date() for a day.'
          : 'Write z.string(), z.number(), z.enum([…]), z.array(…) or z.object({ … }).'),
    )
  }
}

/**
 * Adds a site’s own fields to the schemas. Records stay strict: whatever is in neither is an error.
 * @throws ExtensionError for a kind that is none, for what is no object schema, for a field that clashes with one of
 *   ours, and for one that JSON Schema cannot say.
 */
export function extendSchemas(extensions: Extensions): Schemas {
  const extended = Object.entries(extensions).map(([kind, own]) => {
    if (!isKind(kind))
      throw new ExtensionError(`extend: expected kinds of records (${KINDS.join(', ')}), found "${kind}"`)
    if (!(own instanceof z.ZodObject))
      throw new ExtensionError(`extend.${kind}: expected z.object({ … }) with the fields to add, found something else`)
    const clash = Object.keys(own.shape).find((field) => known(kind).includes(field))
    if (clash !== undefined)
      throw new ExtensionError(
        `extend.${kind}.${clash}: expected a field that Aftermath does not ` +
          `have, found "${clash}", which it has. Name yours otherwise.`,
      )
    for (const [field, schema] of Object.entries(own.shape)) refuseUnsayable(`extend.${kind}.${field}`, schema)
    return [kind, kinds[kind].schema.safeExtend(own.shape)] as const
  })
  return { ...SCHEMAS, ...Object.fromEntries(extended) }
}

/** The schemas of a site whose owner has a scale of severities of their own. */
export function withSeverities(schemas: Schemas, site: Pick<Site, 'severities'>): Schemas {
  const { incidents } = schemas
  if (site.severities.length === 0 || !(incidents instanceof z.ZodObject)) return schemas
  const own = severity('How far it reached, by the scale of site.yaml.', severityScale(site))
  return { ...schemas, incidents: incidents.safeExtend({ severity: own }) }
}

/** The value of a field in words: lists joined by commas, anything deeper as JSON. */
export const valueText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(valueText).join(', ')
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value)

/**
 * Fields of a record that its site added, in the order of their schema: name, description where there is one, and
 * value.
 */
export function ownFields(
  schemas: Schemas,
  kind: Kind,
  data: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly label: string; readonly value: unknown }[] {
  const schema = schemas[kind]
  if (!(schema instanceof z.ZodObject) || schema === kinds[kind].schema) return []
  const ours = known(kind)
  return Object.entries(schema.shape)
    .filter(([name]) => !ours.includes(name) && data[name] !== undefined)
    .map(([name, field]) => ({
      name,
      label: z.globalRegistry.get(field as z.ZodType)?.title ?? name,
      value: data[name],
    }))
}

/**
 * The values that a field allows, where they are a closed list: those of an enum, be it optional, or of a list of them.
 */
function choicesOf(field: z.core.$ZodType): readonly string[] {
  if (field instanceof z.ZodEnum) return field.options.map(String)
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault || field instanceof z.ZodNullable)
    return choicesOf(field.unwrap())
  return field instanceof z.ZodArray ? choicesOf(field.element) : []
}

/**
 * Values that a record has of the site’s own fields with a closed list of values, each as `name/value`, with the label
 * of its field.
 */
export function chosenFields(
  schemas: Schemas,
  kind: Kind,
  data: Readonly<Record<string, unknown>>,
): { readonly value: string; readonly label: string }[] {
  const schema = schemas[kind]
  const shape = schema instanceof z.ZodObject ? schema.shape : {}
  return ownFields(schemas, kind, data).flatMap(({ name, label, value }) => {
    const choices = choicesOf(shape[name] as z.ZodType)
    const chosen: readonly unknown[] = [value].flat()
    return chosen
      .filter((one) => typeof one === 'string' && choices.includes(one))
      .map((one) => ({ value: `${name}/${String(one)}`, label }))
  })
}

/** What a value of `chosenFields` is called: `Service tier: gold`. */
export function chosenFieldLabel(schemas: Schemas, value: string): string {
  const [name = '', ...rest] = value.split('/')
  const fields = Object.values(schemas).flatMap((schema) =>
    schema instanceof z.ZodObject && name in schema.shape ? [schema.shape[name] as z.ZodType] : [],
  )
  const title = fields.map((field) => z.globalRegistry.get(field)?.title).find((found) => found !== undefined)
  return `${title ?? name}: ${rest.join('/')}`
}
