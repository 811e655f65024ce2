import type { Rule } from './rule.ts'

/** A source that nothing cites tells a reader nothing. Quiet while records have errors, since they may cite it. */
export const sourceUnused: Rule = {
  id: 'source-unused',
  *check({ all, references }, unread) {
    if (unread.size > 0) return
    for (const entry of all('sources'))
      if (references(entry.id).every(({ from }) => from === entry))
        yield {
          entry,
          path: [],
          message: `expected a source that some record cites, found that none cites ${entry.id}`,
          fix: `cite ${entry.id} where a claim rests on it, or delete ${entry.file}`,
        }
  },
}
