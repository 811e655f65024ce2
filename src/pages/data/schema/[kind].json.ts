import type { APIRoute, GetStaticPaths } from 'astro'
import { jsonSchema } from '#core/exports/json-schema.ts'
import { isKind, KINDS } from '#core/schema/kind-names.ts'
import { json } from '#site/respond.ts'

export const getStaticPaths = (() => KINDS.map((kind) => ({ params: { kind } }))) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { kind: string }> = ({ params: { kind } }) => {
  if (!isKind(kind)) throw new Error(`there is no record kind ${kind}`)
  return json(jsonSchema(kind))
}
