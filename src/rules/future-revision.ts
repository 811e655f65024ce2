import type { Rule } from './rule.ts'

// Several revisions of one day have times; the day is what counts.
const dayOf = (date: string): string => date.slice(0, 10)

/**
 * A revision is dated by the day it was made, so none lies ahead. Feeds date such an entry today until its day has come. Silent where
 * every revision lies ahead: then it is the run that asks for a past day.
 */
export const futureRevision: Rule = {
  id: 'future-revision',
  *check({ entries, today }) {
    if (entries.every(({ data }) => data.history.every(({ date }) => dayOf(date) > today))) return
    for (const entry of entries)
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
