import type { Knowledge } from '#knowledge/knowledge.ts'
import { changed, newestFirst } from '#knowledge/dates.ts'
import type { Kind } from '#schema/kind-names.ts'
import { when } from './label.ts'

/** The day on which a kind of record last changed, as printed. */
export const lastChange = (knowledge: Knowledge, kind: Kind) =>
  when(
    newestFirst(
      knowledge.entries.filter((entry) => entry.kind === kind),
      changed,
    ).map(changed)[0],
  )
