import { z } from 'zod'
import { KINDS } from '#schema/kind-names.ts'
import { oneOf, RECORD_STATUS } from '#schema/vocabularies.ts'

/** `refs.json` as another program wrote it; keys that a later version may add are passed over. */
export const refsSchema = z.object({
  schemaVersion: z.string(),
  site: z.string().nullable(),
  records: z.array(
    z.object({
      id: z.string(),
      recordKind: z.enum(KINDS),
      title: z.string(),
      url: z.string(),
      recordStatus: oneOf(RECORD_STATUS, 'Where the record stands.'),
      revision: z.int(),
      aliases: z.array(z.string()),
      supersededBy: z.string().optional(),
      statusReason: z.string().optional(),
      parts: z.record(z.string(), z.object({ label: z.string(), revision: z.int() })),
      retracted: z.record(z.string(), z.string()).optional(),
      headings: z.record(z.string(), z.string()).optional(),
      revisions: z
        .array(z.object({ revision: z.int(), date: z.string(), summary: z.string(), changed: z.array(z.string()) }))
        .optional(),
    }),
  ),
})
