import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { disclosureOf, inOrder, lossless } from './twin.ts'

/** JSON Lines: one record per line, as in `/data/knowledge.json`, for programs that read records one by one. */
export const jsonLines = (knowledge: Knowledge, entries: readonly AnyEntry[] = inOrder(knowledge)): string =>
  entries.map((entry) => `${JSON.stringify({ ...disclosureOf(knowledge), ...lossless(knowledge, entry) })}\n`).join('')
