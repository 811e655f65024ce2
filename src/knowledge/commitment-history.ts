import type { Entry } from '#schema/entry.ts'
import { knownFrom } from '#time/day.ts'
import { moment } from '#time/moment.ts'
import { type Step, stepsOf } from './as-of.ts'
import { type CommitmentState, SOON } from './commitment-state.ts'
import { stateAt } from './follow-through.ts'
import type { Knowledge } from './knowledge.ts'

/**
 * How a commitment stood from day to day: it changes with its log, with its successors, and when a due date nears or
 * passes.
 */
export function commitmentSteps(knowledge: Knowledge, entry: Entry<'commitments'>): Step<CommitmentState>[] {
  const { made, due, log } = entry.data
  const dues = [due, ...log.map((item) => item.due)].flatMap((text) =>
    text === undefined ? [] : (moment(text).latest ?? []),
  )
  const said = [
    made,
    ...log.map(({ at }) => at),
    ...knowledge.from('commitments', 'supersedes', entry.id).map(({ data }) => data.made),
  ].map(knownFrom)
  const born = knownFrom(made)
  const instants = [...said, ...dues.flatMap((end) => [end - SOON, end + 1])].map((instant) => Math.max(instant, born))
  return stepsOf(
    instants,
    knowledge.now,
    (now) => stateAt(knowledge, entry, now),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  )
}
