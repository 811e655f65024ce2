import type { Knowledge } from '#knowledge/knowledge.ts'
import { didYouMean } from '#text/suggest.ts'
import { UsageError } from './context.ts'

/**
 * What to say of an id that no record known here has: a near one, and where all of them are listed. Old ids count as
 * near, too.
 */
export const unknownId = (knowledge: Knowledge, id: string): UsageError =>
  new UsageError(
    `no record has the id "${id}".${didYouMean(
      id,
      knowledge.entries.flatMap((entry) => [entry.id, ...entry.data.aliases]),
    )} "aftermath export csv" lists records with their ids.`,
  )
