import type { AnyEntry } from '#schema/entry.ts'
import type { Rule } from './rule.ts'

// Several revisions of one day have times; the day is what counts.
const dayOf = (date: string): string => date.slice(0, 10)

/** Planned work without a history of its own: what begins it by itself bears the day that is planned. */
const isPlanned = ({ kind, id, data }: AnyEntry): boolean =>
  kind === 'incidents' &&
  data.state === 'scheduled' &&
  data.history.length === 1 &&
  id.startsWith(data.history[0]?.date ?? '-')

/**
 * A revision is dated by the day it was made, so none lies ahead. Feeds date such an entry today until its day has
 * come. Silent where every revision lies ahead: then it is the run that asks for a past day.
 */
export const futureRevision: Rule = {
  id: 'future-revision',
  *check({ entries, today }) {
    if (entries.every(({ data }) => data.history.every(({ date }) => dayOf(date) > today))) return
    for (const entry of entries.filter((one) => !isPlanned(one)))
      for (const [index, { date }] of entry.data.history.entries())
        if (dayOf(date) > today)
          yield {
            entry,
            path: ['history', index, 'date'],
            message: `expected a day no later than today (${today}), found ${date}; feeds date it today until then`,
            fix: 'write the day on which the change was made',
          }
  },
}
