import { z } from 'zod'
import type { Kind } from '../schema/kind-names.ts'
import { kinds } from '../schema/kinds.ts'

/** JSON Schema (draft 2020-12) of what an author writes for a kind, made from the schema itself. */
export const jsonSchema = (kind: Kind): Record<string, unknown> => ({
  ...z.toJSONSchema(kinds[kind].schema, { io: 'input' }),
  title: `Aftermath ${kinds[kind].singular}`,
})
