import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { recordLoader } from '#integration/loader.ts'

// The product's own pages: always built, whatever content folder is used.
const docs = defineCollection({
  loader: glob({ base: 'src/docs', pattern: '**/*.mdx' }),
  schema: z.strictObject({ title: z.string(), summary: z.string(), order: z.number().optional() }),
})

const records = <K extends Kind>(kind: K) =>
  defineCollection({ loader: recordLoader(kind), schema: kinds[kind].schema })

export const collections = {
  docs,
  ...(Object.fromEntries(KINDS.map((kind) => [kind, records(kind)])) as { [K in Kind]: ReturnType<typeof records<K>> }),
}
