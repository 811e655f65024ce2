import { z } from 'zod'
import { CHANGE_KIND } from '#schema/incident-words.ts'
import { oneOf } from '#schema/vocabularies.ts'

const prompt = z.object({
  id: z.string(),
  ask: z.string(),
  url: z.string(),
  because: z.string(),
  paths: z.array(z.string().max(500)),
  terms: z.array(z.string()),
  changes: z.array(oneOf(CHANGE_KIND, 'A kind of change.')),
})

/** `precedents.json` as another program wrote it; keys that a later version may add are passed over. */
export const precedentsSchema = z.object({
  schemaVersion: z.string(),
  site: z.string().nullable(),
  incidents: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      shortTitle: z.string().exactOptional(),
      summary: z.string(),
      lesson: z.string().exactOptional(),
      strip: z.unknown().optional(),
      url: z.string(),
      revision: z.int(),
      controls: z.array(z.object({ title: z.string(), state: z.string(), url: z.string().exactOptional() })),
      products: z.array(z.string()).default([]),
      causes: z.array(z.string()).default([]),
      settings: z.array(z.string()).default([]),
      findings: z.array(z.object({ id: z.string(), text: z.string() })).default([]),
      prompts: z.array(prompt),
      words: z.record(z.string(), z.number()),
    }),
  ),
})
