import { moment } from '#time/moment.ts'
import type { Rule } from './rule.ts'

const INSIDE = new Set(['onset', 'detection', 'escalation', 'mitigation', 'recovery'])
const earliest = (at: string) => moment(at).earliest ?? Number.NEGATIVE_INFINITY
const latest = (at: string) => moment(at).latest ?? Number.POSITIVE_INFINITY

/** What belongs to the incident itself lies between its first and last milestone; one milestone makes no span. */
export const eventOutsideSpan: Rule = {
  id: 'event-outside-span',
  *check({ all }) {
    for (const entry of all('incidents')) {
      const ends = entry.data.milestones.map(({ at }) => at)
      const first = ends.reduce((a, b) => (earliest(b) < earliest(a) ? b : a), ends[0] ?? '')
      const last = ends.reduce((a, b) => (latest(b) > latest(a) ? b : a), ends[0] ?? '')
      if (ends.length < 2) continue
      for (const [index, { id, at, kind }] of entry.data.timeline.entries())
        if (INSIDE.has(kind) && (latest(at) < earliest(first) || earliest(at) > latest(last)))
          yield {
            entry,
            path: ['timeline', index, 'at'],
            message:
              `expected ${kind} events between the first and last milestone ` +
              `(${first} and ${last}), found ${id} at ${at}`,
            fix: 'correct the time, add the milestone it belongs to, or use kind context or followUp',
          }
    }
  },
}
