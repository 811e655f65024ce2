import { z } from 'zod'
import { line } from './fields.ts'

/** `equivalents.yaml`: groups of words that mean the same in the owner's field, for searching. */
export const equivalentsSchema = z
  .array(
    z
      .array(line(60, 'A word or a few words.'))
      .min(2, { error: 'a group needs at least two wordings; one alone is equivalent to nothing' })
      .max(12, { error: 'a group has at most twelve wordings' })
      .describe('Wordings that mean the same: what one finds, the others find too.'),
  )
  .max(500, { error: 'expected at most 500 groups' })
  .describe('Groups of equivalent wordings.')
