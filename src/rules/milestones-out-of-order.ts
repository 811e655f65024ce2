import { milestone } from '#knowledge/dates.ts'
import { words } from '#text/words.ts'
import { moment } from '#time/moment.ts'
import type { Rule } from './rule.ts'

const ORDER = ['began', 'detected', 'identified', 'mitigated', 'recovered', 'closed']
const earliest = (at: string) => moment(at).earliest ?? Number.NEGATIVE_INFINITY
const latest = (at: string) => moment(at).latest ?? Number.POSITIVE_INFINITY

/** The milestones that bound phases follow one another; where they do not, no phases can be drawn. */
export const milestonesOutOfOrder: Rule = {
  id: 'milestones-out-of-order',
  *check({ all }) {
    for (const entry of all('incidents')) {
      const present = ORDER.flatMap((name) => milestone(entry, name) ?? [])
      for (const [index, { id, name, at }] of present.entries()) {
        const before = present[index - 1]
        if (before && latest(at) < earliest(before.at))
          yield {
            entry,
            path: ['milestones', entry.data.milestones.findIndex((found) => found.id === id), 'at'],
            message: `expected "${words(name)}" no earlier than "${words(before.name)}" (${before.at}), found ${at}`,
            fix:
              'correct one of the two times, or mark another reading with ' +
              'headline: true; in this order no phases are drawn',
          }
      }
    }
  },
}
