import { z } from 'zod'
import { line } from './fields.ts'

const wording = line(60, 'A word or a few words.')

const same = z
  .array(wording)
  .min(2, { error: 'a group needs at least two wordings; one alone is equivalent to nothing' })
  .max(12, { error: 'a group has at most twelve wordings' })
  .describe('Wordings that mean the same: what one finds, the others find too.')

const lookedFor = z
  .strictObject({
    typed: z
      .array(wording)
      .min(1, { error: 'expected at least one wording that people type' })
      .max(40, { error: 'expected at most 40 wordings' })
      .describe('Everyday wordings by which people look for it.'),
    also: z
      .array(wording)
      .min(1, { error: 'expected at least one wording that records use' })
      .max(12, { error: 'expected at most twelve wordings' })
      .describe('Wordings of the records, looked for as well, with less weight; they do not find the everyday ones.'),
  })
  .describe('Everyday wordings for what records call otherwise.')

/**
 * `equivalents.yaml`: groups of words that mean the same in the owner's field, or lead from everyday words to its
 * terms, for searching.
 */
export const equivalentsSchema = z
  .array(z.union([same, lookedFor]))
  .max(500, { error: 'expected at most 500 groups' })
  .describe('Groups of equivalent wordings.')

/** A group as it is read. */
export type EquivalentGroup = z.infer<typeof equivalentsSchema>[number]

/** Every wording of some groups. */
export const wordingsOf = (groups: readonly EquivalentGroup[]): string[] =>
  groups.flatMap((group) => (Array.isArray(group) ? group : [...group.typed, ...group.also]))
