import { defineCollection } from 'astro:content'
import type { z } from 'astro/zod'
import { recordLoader } from '#integration/loader.ts'
import { type Extensions, extendSchemas } from '#schema/extend.ts'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import type { Data } from '#schema/kinds.ts'

/** What `aftermathCollections` takes. */
export interface CollectionsOptions<E extends Extensions> {
  /** Fields of the site’s own by record kind: `{ incidents: z.object({ ticket: z.string().optional() }) }`. */
  readonly extend?: E
}

/** The schema of a kind together with what a site adds to it. */
type Extended<E extends Extensions, K extends Kind> = z.ZodType<
  Data<K> & (E[K] extends z.ZodObject ? z.output<E[K]> : unknown)
>

const collection = <S extends z.ZodType>(kind: Kind, schema: S) =>
  defineCollection({ loader: recordLoader(kind), schema })

/**
 * The collections of a knowledge base, one per kind of record, for `src/content.config.ts` of a site.
 * @throws ExtensionError for a field of the site’s own that clashes with one of ours.
 */
export function aftermathCollections<const E extends Extensions = Record<never, never>>({
  extend,
}: CollectionsOptions<E> = {}) {
  const schemas = extendSchemas(extend ?? {})
  return Object.fromEntries(KINDS.map((kind) => [kind, collection(kind, schemas[kind])])) as unknown as {
    [K in Kind]: ReturnType<typeof collection<Extended<E, K>>>
  }
}
