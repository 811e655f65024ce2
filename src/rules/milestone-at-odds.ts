import { moment } from '#time/moment.ts'
import type { Rule } from './rule.ts'

/** A milestone that names an event has its time: one that is written beside it may say nothing else. */
export const milestoneAtOdds: Rule = {
  id: 'milestone-at-odds',
  *check({ every }) {
    for (const entry of every('incidents')) {
      const events = new Map(entry.data.timeline.map(({ id, at }) => [id, at]))
      for (const [index, { id, at, event, sources }] of entry.data.milestones.entries()) {
        const theirs = events.get(event ?? '')
        if (theirs === undefined) continue
        const [own, marked] = [moment(at), moment(theirs)]
        if (own.earliest === marked.earliest && own.latest === marked.latest) continue
        yield {
          entry,
          path: ['milestones', index, 'at'],
          message: `expected the time of ${event} (${theirs}), found ${at} on ${id}`,
          fix:
            `delete at: from ${id}, or name another ` +
            `event${sources.length > 0 ? ', or delete event:' : ', or delete event: and add sources:'}`,
        }
      }
    }
  },
}
