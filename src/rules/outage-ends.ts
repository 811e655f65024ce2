import { moment } from '#time/moment.ts'
import type { Rule, Verdict } from './rule.ts'

const earliest = (at: string) => moment(at).earliest ?? Number.NEGATIVE_INFINITY
const latest = (at: string) => moment(at).latest ?? Number.POSITIVE_INFINITY

/** Each outage runs from a beginning to a recovery, and the next begins after it. */
export const outageEnds: Rule = {
  id: 'outage-ends',
  *check({ every }) {
    for (const entry of every('incidents')) {
      const byId = new Map(entry.data.milestones.map((milestone) => [milestone.id, milestone]))
      let before: { readonly id: string; readonly at: string } | undefined
      for (const [index, outage] of entry.data.outages.entries()) {
        const verdict = (name: 'began' | 'recovered', message: string, fix: string): Verdict => ({
          entry,
          path: ['outages', index, name],
          message,
          fix,
        })
        for (const name of ['began', 'recovered'] as const) {
          const found = byId.get(outage[name] ?? '')
          if (found && found.name !== name)
            yield verdict(
              name,
              `expected the id of a milestone named ${name}, found ${found.id}, which is named ${found.name}`,
              `write the id of a milestone with name: ${name}`,
            )
        }
        const [began, recovered] = [byId.get(outage.began), byId.get(outage.recovered ?? '')]
        if (began && recovered && latest(recovered.at) < earliest(began.at))
          yield verdict(
            'recovered',
            `expected a recovery after ${began.id} (${began.at}), found ${recovered.id} at ${recovered.at}`,
            'correct one of the two, or name the milestone that ended this outage',
          )
        if (began && before && latest(began.at) < earliest(before.at))
          yield verdict(
            'began',
            `expected outages in the order they happened, found ${began.id} ` +
              `(${began.at}) after ${before.id} (${before.at})`,
            'put the outages in order, each after the recovery of the one before',
          )
        before = recovered ?? began ?? before
      }
    }
  },
}
