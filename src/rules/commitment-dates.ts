import type { DataPath } from '#schema/finding.ts'
import { moment } from '#time/moment.ts'
import type { Rule } from './rule.ts'

const latest = (at: string) => moment(at).latest ?? Number.POSITIVE_INFINITY
const earliest = (at: string) => moment(at).earliest ?? Number.NEGATIVE_INFINITY

/** A promise is due, and is followed up, after it was made. */
export const commitmentDates: Rule = {
  id: 'commitment-dates',
  *check({ all }) {
    for (const entry of all('commitments')) {
      const { made, due, log } = entry.data
      const dates: { path: DataPath; at: string | undefined; what: string }[] = [
        { path: ['due'], at: due, what: 'a due date' },
        ...log.flatMap((step, index) => [
          { path: ['log', index, 'at'], at: step.at, what: `the log entry ${step.id}` },
          { path: ['log', index, 'due'], at: step.due, what: `a due date in ${step.id}` },
        ]),
      ]
      for (const { path, at, what } of dates)
        if (at !== undefined && latest(at) < earliest(made))
          yield {
            entry,
            path,
            message: `expected nothing before the promise was made (${made}), found ${what} at ${at}`,
            fix: 'correct one of the two dates; what came before belongs into the text or another record',
          }
    }
  },
}
