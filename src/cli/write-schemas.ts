import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '#content/make-folder.ts'
import { editorSchema } from '#exports/json-schema.ts'
import { readSite } from '#content/site-file.ts'
import { SCHEMAS, type Schemas, withSeverities } from '#schema/extend.ts'
import { KINDS } from '#schema/kind-names.ts'

/** Folder of a content folder in which editors find the schemas. Its dot keeps it from being read as content. */
export const SCHEMA_FOLDER = '.schema'

/** The schema files of a content folder: name below `.schema/` to text. */
export const schemaFiles = (schemas: Schemas = SCHEMAS): [string, string][] =>
  KINDS.map((kind) => [`${kind}.json`, `${JSON.stringify(editorSchema(kind, schemas), null, 1)}\n`])

/**
 * Writes the JSON Schemas of all kinds into `.schema/` of a content folder, over those of an older engine, with fields
 * and severities of the site’s own.
 */
export function writeSchemas(content: string, schemas: Schemas = SCHEMAS): void {
  makeFolder(join(content, SCHEMA_FOLDER))
  for (const [name, text] of schemaFiles(withSeverities(schemas, readSite(content))))
    writeFileSync(join(content, SCHEMA_FOLDER, name), text)
}
