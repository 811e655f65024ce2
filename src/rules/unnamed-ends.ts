import type { Rule } from './rule.ts'

const TIME_UNIT = /^(?:ms|s|sec|seconds?|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?|months?)$/i
const LENGTH = new RegExp(
  String.raw`\b(?:durations?|downtime|outages?|time to|time (?:from|between|until)|window|lasted|lengths?|` +
    String.raw`unavailab\w+|interruptions?)\b`,
  'i',
)
const BOTH_ENDS = new RegExp(
  String.raw`\b(?:from|since|between|after)\b.*\b(?:to|until|till|and|before)\b|\btime to\b.*\b(?:from|since|` +
    String.raw`after)\b|\buntil\b.*\b(?:from|since|after)\b`,
  'is',
)

/** A length of time says from what until what: “the outage lasted 78 min” means nothing until both ends are named. */
export const unnamedEnds: Rule = {
  id: 'unnamed-ends',
  *check({ all }) {
    for (const entry of all('incidents'))
      for (const [index, { id, measure, what, scope, note, unit }] of entry.data.impact.entries()) {
        const said = [what, scope, note].filter((text) => text !== undefined).join('. ')
        if (
          unit === undefined ||
          !TIME_UNIT.test(unit) ||
          !LENGTH.test(`${measure.replaceAll('-', ' ')}. ${said}`) ||
          BOTH_ENDS.test(said)
        )
          continue
        yield {
          entry,
          path: ['impact', index, 'what'],
          message: `expected the two ends of a duration by name, found "${what}" in ${id}`,
          fix: 'write what: as “Time from … until …”, or name the ends in note:',
        }
      }
  },
}
