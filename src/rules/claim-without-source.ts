import type { DataPath } from '#schema/finding.ts'
import { isObject } from '#schema/walk.ts'
import type { Rule } from './rule.ts'

/** Every list of sources in a record, with its path. */
function* sourceLists(data: unknown, path: DataPath = []): Generator<{ path: DataPath; ids: readonly unknown[] }> {
  if (Array.isArray(data)) for (const [index, value] of data.entries()) yield* sourceLists(value, [...path, index])
  else if (isObject(data))
    for (const [key, value] of Object.entries(data)) {
      if (key === 'sources' && Array.isArray(value)) yield { path: [...path, key], ids: value }
      else yield* sourceLists(value, [...path, key])
    }
}

/** The schema asks every claim for a source; here, that not all of them have been withdrawn. */
export const claimWithoutSource: Rule = {
  id: 'claim-without-source',
  *check({ entries, get }) {
    for (const entry of entries)
      for (const { path, ids } of sourceLists(entry.data)) {
        const withdrawn = ids.filter(
          (id) => typeof id === 'string' && get('sources', id)?.data.recordStatus === 'withdrawn',
        )
        if (ids.length > 0 && withdrawn.length === ids.length)
          yield {
            entry,
            path,
            message: `expected a source that stands, found only withdrawn ones: ${ids.join(', ')}`,
            fix: 'cite another source, or take the claim out',
          }
      }
  },
}
