import { defineCollection } from 'astro:content'
import { recordLoader } from '#integration/loader.ts'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'

const records = <K extends Kind>(kind: K) =>
  defineCollection({ loader: recordLoader(kind), schema: kinds[kind].schema })

/** The collections of a knowledge base, one per record kind, for `src/content.config.ts` of a site. */
export function aftermathCollections() {
  return Object.fromEntries(KINDS.map((kind) => [kind, records(kind)])) as {
    [K in Kind]: ReturnType<typeof records<K>>
  }
}
