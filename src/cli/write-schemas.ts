import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { editorSchema } from '#exports/json-schema.ts'
import { KINDS } from '#schema/kind-names.ts'

/** Folder of a content folder in which editors find the schemas. Its dot keeps it from being read as content. */
export const SCHEMA_FOLDER = '.schema'

/** The schema files of a content folder: name below `.schema/` to text. */
export const schemaFiles = (): [string, string][] =>
  KINDS.map((kind) => [`${kind}.json`, `${JSON.stringify(editorSchema(kind), null, 1)}\n`])

/** Writes the JSON Schemas of all kinds into `.schema/` of a content folder, over those of an older engine. */
export function writeSchemas(content: string): void {
  mkdirSync(join(content, SCHEMA_FOLDER), { recursive: true })
  for (const [name, text] of schemaFiles()) writeFileSync(join(content, SCHEMA_FOLDER, name), text)
}
