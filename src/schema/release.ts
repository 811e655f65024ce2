import { z } from 'zod'
import { ID_PATTERN, PART_PATTERN } from './fields.ts'

/** What everybody may know was published, and what was published to fewer. A CLEAR build reads the first alone. */
export const LEDGERS = { open: 'ledger.json', restricted: 'ledger.restricted.json' } as const
export type LedgerName = keyof typeof LEDGERS

const released = z.strictObject({
  revision: z.int().min(1).describe('Its revision when it was released.'),
  parts: z
    .record(
      z.string().regex(PART_PATTERN),
      z
        .string()
        .regex(/^[0-9a-f]{16}$/)
        .nullable(),
    )
    .describe(
      'Digest of each part by id; null where readers see less of the part than is ' +
        'written, so that its digest stands in the restricted ledger.',
    ),
  fields: z
    .record(
      z.string().regex(/^[a-z][A-Za-z]*$/),
      z
        .string()
        .regex(/^[0-9a-f]{8}(?: [0-9a-f]{8})*$/)
        .nullable(),
    )
    .optional()
    .describe(
      'Digest of each field by name, of each item of a list with a space ' +
        'between; null as for parts. Ledgers of older releases have none.',
    ),
})

/** A ledger as `aftermath release` writes it: every record that was published, by id. */
export const ledgerSchema = z.strictObject({
  schemaVersion: z.literal('1.0'),
  records: z.record(z.string().regex(ID_PATTERN), released),
})

/** What everybody may know of what parts said in revisions that were released. */
export const WORDS_FILE = 'ledger.words.json'

/**
 * The words of published parts as `aftermath release` writes them: by record, part, the revision from which they stood,
 * and field.
 */
export const wordsFileSchema = z.strictObject({
  schemaVersion: z.literal('1.0'),
  records: z.record(
    z.string().regex(ID_PATTERN),
    z.record(
      z.string().regex(PART_PATTERN),
      z.record(
        z.string().regex(/^[1-9]\d{0,5}$/),
        z.record(z.string().regex(/^[a-z][A-Za-z]*$/), z.union([z.string(), z.number(), z.boolean()])),
      ),
    ),
  ),
})

export type WordsFile = z.output<typeof wordsFileSchema>
export type LedgerFile = z.output<typeof ledgerSchema>
export type Released = z.output<typeof released>
