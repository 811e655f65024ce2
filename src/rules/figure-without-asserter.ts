import { accountOf } from '#schema/complete.ts'
import type { Rule } from './rule.ts'

/** In a compiled record a figure says whose it is. */
export const figureWithoutAsserter: Rule = {
  id: 'figure-without-asserter',
  *check({ every, site }) {
    for (const entry of every('incidents')) {
      if (accountOf(site, entry.data) !== 'compiled') continue
      for (const [index, { id, assertedBy }] of entry.data.impact.entries())
        if (assertedBy === undefined)
          yield {
            entry,
            path: ['impact', index],
            message: `expected "assertedBy" on ${id}, whose figure it is, found nothing`,
            fix: 'add assertedBy: with the id of an organization, editor for a figure of your own, or unknown',
          }
    }
  },
}
