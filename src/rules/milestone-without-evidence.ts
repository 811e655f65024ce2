import { accountOf } from '#schema/complete.ts'
import type { Rule } from './rule.ts'

/** In a compiled record a milestone names the event that marks it, or its sources. */
export const milestoneWithoutEvidence: Rule = {
  id: 'milestone-without-evidence',
  *check({ every, site }) {
    for (const entry of every('incidents')) {
      if (accountOf(site, entry.data) !== 'compiled') continue
      for (const [index, { event, sources }] of entry.data.milestones.entries())
        if (event === undefined && sources.length === 0)
          yield {
            entry,
            path: ['milestones', index],
            message: 'a milestone needs the event that marks it, or sources',
            fix: 'add event: with the id of the event, or sources:',
          }
    }
  },
}
