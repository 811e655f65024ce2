import type { AnyEntry } from '#schema/entry.ts'
import { moment } from '#time/moment.ts'
import type { Rule } from './rule.ts'

const latest = (at: string) => moment(at).latest ?? Number.POSITIVE_INFINITY
const earliest = (at: string) => moment(at).earliest ?? Number.NEGATIVE_INFINITY

type Ordered = Extract<AnyEntry, { kind: 'incidents' | 'proceedings' }>

/**
 * What of a record is written in the order in which it happened: the name of the list, what it holds, and its items.
 */
const orderedOf = (entry: Ordered) =>
  entry.kind === 'incidents'
    ? { list: 'timeline', what: 'events', items: entry.data.timeline }
    : { list: 'steps', what: 'steps', items: entry.data.steps }

/**
 * Events and steps are written in the order they happened. A day that holds an earlier event’s minute is in order
 * wherever it stands.
 */
export const eventsOutOfOrder: Rule = {
  id: 'events-out-of-order',
  *check({ all }) {
    for (const entry of [...all('incidents'), ...all('proceedings')]) {
      const { list, what, items } = orderedOf(entry)
      let after: { id: string; at: string } | undefined
      for (const [index, event] of items.entries()) {
        if (after && latest(event.at) < earliest(after.at))
          yield {
            entry,
            path: [list, index, 'at'],
            message:
              `expected ${what} in the order they happened, found ` +
              `${event.id} (${event.at}) after ${after.id} (${after.at})`,
            fix: `move ${event.id} before ${after.id}`,
          }
        else if (!after || earliest(event.at) > earliest(after.at)) after = event
      }
    }
  },
}
