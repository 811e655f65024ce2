import { moment } from '#time/moment.ts'
import type { Rule } from './rule.ts'

const latest = (at: string) => moment(at).latest ?? Number.POSITIVE_INFINITY
const earliest = (at: string) => moment(at).earliest ?? Number.NEGATIVE_INFINITY

/** Events are written in the order they happened. A day that holds an earlier event’s minute is in order wherever it stands. */
export const eventsOutOfOrder: Rule = {
  id: 'events-out-of-order',
  *check({ all }) {
    for (const entry of all('incidents')) {
      let after: { id: string; at: string } | undefined
      for (const [index, event] of entry.data.timeline.entries()) {
        if (after && latest(event.at) < earliest(after.at))
          yield {
            entry,
            path: ['timeline', index, 'at'],
            message: `expected events in the order they happened, found ${event.id} (${event.at}) after ${after.id} (${after.at})`,
            fix: `move ${event.id} before ${after.id}`,
          }
        else if (!after || earliest(event.at) > earliest(after.at)) after = event
      }
    }
  },
}
