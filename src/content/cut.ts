import { z } from 'zod'
import type { FieldMeta } from '#schema/fields.ts'
import { isUnsupported } from '#schema/complete.ts'
import { type Tlp, tlpRank } from '#schema/vocabularies.ts'
import { elementOf, fieldsOf, isObject, metaOf, schemaFor, unwrap } from '#schema/walk.ts'

/** What a cut takes away: levels above the audience, and references to what is gone. */
export interface CutOptions {
  readonly mayShow: (tlp: Tlp) => boolean
  /** Whether a string field, by its declared meta, refers to something removed. */
  readonly gone: (value: string, meta: FieldMeta) => boolean
}

/** Marks a value that was taken away. */
const GONE: unique symbol = Symbol('gone')

/** A predicate for an audience: whether content of a level may be shown to it (TLP 2.0 order). */
export const mayShowTo =
  (audience: Tlp) =>
  (tlp: Tlp): boolean =>
    tlpRank(tlp) <= tlpRank(audience)

const isTlp = (value: unknown): value is Tlp => typeof value === 'string'

function cutList(element: z.core.$ZodType, value: readonly unknown[], options: CutOptions): unknown {
  const kept = value.map((item) => cutValue(element, item, options)).filter((item) => item !== GONE)
  return kept.length === value.length && kept.every((item, index) => item === value[index]) ? value : kept
}

function cutObject(schema: z.core.$ZodType, value: Record<string, unknown>, options: CutOptions): unknown {
  if (isTlp(value['tlp']) && !options.mayShow(value['tlp'])) return GONE
  const result: Record<string, unknown> = { ...value }
  let changed = false
  for (const [key, field] of Object.entries(fieldsOf(schema) ?? {})) {
    const before = value[key]
    if (before === undefined) continue
    const after = cutValue(field, before, options)
    if (after === before) continue
    changed = true
    const empty = Array.isArray(after) && after.length === 0
    if (!unwrap(field).optional && (empty || after === GONE)) return GONE
    // Some lists may be left out and yet not be empty.
    if (after === GONE || (empty && !z.safeParse(field, after).success)) delete result[key]
    else result[key] = after
  }
  if (!changed) return value
  // A claim goes with the last of what it rests on.
  if (isUnsupported(schema, result) && !isUnsupported(schema, value)) return GONE
  // What was required together with the part taken away (a reply with its statement, a milestone without event with its
  // last source) goes as one.
  return z.safeParse(schema, result).success ? result : GONE
}

function cutValue(field: z.core.$ZodType, value: unknown, options: CutOptions): unknown {
  const schema = schemaFor(field, value)
  const element = elementOf(schema)
  if (Array.isArray(value) && element) return cutList(element, value, options)
  if (isObject(value)) return cutObject(schema, value, options)
  return typeof value === 'string' && options.gone(value, metaOf(schema)) ? GONE : value
}

/**
 * Cuts parsed data: restricted items go; then a reference to something gone takes its optional field or list item with
 * it, and a required one its holder. Returns the same object when nothing was cut, and undefined when the whole record
 * goes.
 */
export function cut<T>(schema: z.core.$ZodType, data: T, options: CutOptions): T | undefined {
  const result = cutValue(schema, data, options)
  return result === GONE ? undefined : (result as T)
}
