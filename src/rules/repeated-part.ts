import { partsOf } from '#schema/walk.ts'
import type { Rule } from './rule.ts'

/** A part's id is its anchor, so it occurs once in a record. */
export const repeatedPart: Rule = {
  id: 'repeated-part',
  *check({ entries }) {
    for (const entry of entries) {
      const seen = new Map<string, string>()
      for (const { id, path } of partsOf(entry.data)) {
        const list = String(path[0])
        const first = seen.get(id)
        if (first === undefined) seen.set(id, list)
        else
          yield {
            entry,
            path: [...path, 'id'],
            message: `expected part ids that occur once in a record, found "${id}" again (first in ${first})`,
            fix: `give one of them another id, such as "${id}-2"`,
          }
      }
    }
  },
}
