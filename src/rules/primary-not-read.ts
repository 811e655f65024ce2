import { countsAsPrimary } from '#knowledge/claims.ts'
import { SOURCE_READ } from '#schema/reference-kinds.ts'
import type { Rule } from './rule.ts'

/**
 * A source is called primary by whoever read the original: what was read in a copy, or not at all, does not count as
 * primary.
 */
export const primaryNotRead: Rule = {
  id: 'primary-not-read',
  *check({ every }) {
    for (const entry of every('sources')) {
      const { kind, read, via } = entry.data
      if (kind !== 'primary' || countsAsPrimary(entry.data)) continue
      if (read === undefined) {
        yield {
          entry,
          path: ['kind'],
          message: 'expected what of this primary source was read, found nothing',
          fix: 'add read: whole or part; for a copy, read: copy with via:; or write kind: news or analysis',
        }
        continue
      }
      if (read === 'copy' && via !== undefined) continue
      yield {
        entry,
        path: ['read'],
        message: `expected a primary source that was read, found "${SOURCE_READ[read].label.toLowerCase()}"`,
        fix:
          read === 'copy'
            ? 'add via: with the copy that was read, or write read: whole or part if the original was'
            : 'read it, or write kind: news or analysis and cite what was read',
      }
    }
  },
}
