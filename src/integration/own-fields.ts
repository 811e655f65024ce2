import { existsSync, statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ExtensionError, SCHEMAS, type Schemas } from '#schema/extend.ts'
import { KINDS } from '#schema/kind-names.ts'

/** The file of a project that defines its collections; undefined where there is none. `source` is its `src` folder. */
export const collectionsFile = (source: string): string | undefined =>
  ['mjs', 'js', 'mts', 'ts'].map((ending) => join(source, `content.config.${ending}`)).find((file) => existsSync(file))

/** A collections file that cannot be read: says which, why, and what to do. */
export class CollectionsError extends Error {}

// What Astro puts in the place of this name exists only within its bundler. Collections ask it for this one function.
const VIRTUAL = 'astro:content'
const REAL = 'astro/content/config'

/**
 * The collections that a module exports; read by Node itself, outside of Astro, because the check and the command line
 * come before it.
 */
async function importCollections(file: string): Promise<Readonly<Record<string, unknown>>> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => next(specifier === VIRTUAL ? REAL : specifier, context),
  })
  try {
    // A changed file is another module to Node.
    const { mtimeMs } = statSync(file)
    const { collections } = (await import(`${pathToFileURL(file).href}?v=${mtimeMs}`)) as {
      readonly collections?: Readonly<Record<string, unknown>>
    }
    return collections ?? {}
  } catch (error) {
    if (error instanceof Error && error.name === ExtensionError.name)
      throw new CollectionsError(`${file}: ${error.message}`, { cause: error })
    throw new CollectionsError(
      `${file} could not be read: ${error instanceof Error ? error.message : String(error)}. Node reads it ` +
        'without a bundler: import files of yours with their ending, and ' +
        'nothing that only Astro knows but astro:content.',
      { cause: error },
    )
  } finally {
    hooks.deregister()
  }
}

/**
 * The schemas of a project’s records, with the fields that its `aftermathCollections({ extend })` adds.
 * @param source the `src` folder of the project.
 * @throws CollectionsError where the file cannot be read or lacks a kind of record.
 */
export async function readSchemas(source: string): Promise<Schemas> {
  const file = collectionsFile(source)
  if (file === undefined) return SCHEMAS
  const collections = await importCollections(file)
  const missing = KINDS.filter((kind) => collections[kind] === undefined)
  if (missing.length > 0)
    throw new CollectionsError(
      `${file}: expected a collection for each kind of record, found none for ` +
        `${missing.join(', ')}. Write: export const collections = { ...aftermathCollections() }`,
    )
  return Object.fromEntries(
    KINDS.map((kind) => [kind, (collections[kind] as { readonly schema: Schemas[typeof kind] }).schema]),
  ) as Schemas
}
