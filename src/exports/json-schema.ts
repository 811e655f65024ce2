import { z } from 'zod'
import { SCHEMAS, type Schemas } from '#schema/extend.ts'
import type { Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'

const schemaOf = (kind: Kind, target: 'draft-2020-12' | 'draft-7', schemas: Schemas) => ({
  ...z.toJSONSchema(schemas[kind], { io: 'input', target }),
  title: `Aftermath ${kinds[kind].singular}`,
})

/** JSON Schema (draft 2020-12) of what an author writes for a kind, made from the schema itself. */
export const jsonSchema = (kind: Kind, schemas: Schemas = SCHEMAS): Record<string, unknown> =>
  schemaOf(kind, 'draft-2020-12', schemas)

/** The same for editors, in draft 7, which every language server reads. */
export const editorSchema = (kind: Kind, schemas: Schemas = SCHEMAS): Record<string, unknown> =>
  schemaOf(kind, 'draft-7', schemas)
