import { z } from 'zod'
import { id, line } from './fields.ts'

/**
 * `descriptions.yaml`: how people who know neither its names nor the terms of the field describe a record, by its id.
 * The search finds it by these words, too; no page shows them.
 */
export const descriptionsSchema = z
  .record(
    id('Id of the record.'),
    z
      .array(line(100, 'A description in everyday words.'))
      .min(1, { error: 'expected at least one description' })
      .max(20, { error: 'expected at most 20 descriptions' })
      .describe('Descriptions by which people look for the record.'),
  )
  .describe('Descriptions of records in everyday words, by id.')
