import type { z } from 'zod'
import { PART_KINDS } from '#schema/part-kinds.ts'
import { elementOf, fieldsOf, metaOf, schemaFor, unwrap } from '#schema/walk.ts'
import { optionsOf } from './field.ts'

type Schema = z.core.$ZodType

const TIME = '2026-01-31T09:00Z'

/** An id of the sort of part that a schema takes: `e-name` for events; undefined for other schemas. */
function partId(schema: z.ZodType): string | undefined {
  return Object.keys(PART_KINDS)
    .map((letter) => `${letter}-name`)
    .find((id, _, all) => schema.safeParse(id).success && !all.every((other) => schema.safeParse(other).success))
}

function textSample(schema: Schema): unknown {
  const { ref, part, moment, format } = metaOf(schema)
  if (moment === true) return (schema as z.ZodType).safeParse('2026-01-31').success ? '2026-01-31' : TIME
  if (format === 'uri') return 'https://example.org/page'
  if (ref !== undefined) return ref === 'any' ? 'record-id#part' : `id-of-${ref}`
  if (part) return 'e-name'
  return partId(schema as z.ZodType) ?? '…'
}

/** An example of what a field may hold, for a comment: enough to see its form, with the required keys of objects. */
export function sample(schema: Schema): unknown {
  const inner = schemaFor(schema, '')
  const options = optionsOf(inner)
  if (options) return options[0]
  const element = elementOf(inner)
  if (element) return [sample(element)]
  const fields = fieldsOf(inner)
  if (fields)
    return Object.fromEntries(
      Object.entries(fields)
        .filter(([, field]) => !unwrap(field).optional)
        .map(([name, field]) => [name, sample(field)]),
    )
  const { type } = (inner as z.core.$ZodTypes)._zod.def
  return type === 'boolean' ? false : type === 'number' ? 1 : textSample(inner)
}
