import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { CLAIM_FATE, PROCEEDING_STATE, STEP_KIND } from '#schema/proceedings.ts'
import type { Rule, Verdict } from './rule.ts'

type Proceeding = Entry<'proceedings'>
type Fate = keyof typeof CLAIM_FATE
type State = keyof typeof PROCEEDING_STATE
type Step = keyof typeof STEP_KIND

/** Fates of claims on which more is to come. */
const OPEN: ReadonlySet<Fate> = new Set(['pending', 'goesOn', 'narrowed', 'unknown'])

const RULED: readonly Step[] = ['ruling', 'appeal']
/** Which step brings a claim, or all of a proceeding, to where it stands; states that none needs are left out. */
const BY_STEP: Readonly<Partial<Record<Fate | State, readonly Step[]>>> = {
  goesOn: RULED,
  narrowed: RULED,
  dismissed: RULED,
  upheld: RULED,
  rejected: RULED,
  decided: RULED,
  settled: ['settlement'],
  withdrawn: ['withdrawal', 'settlement'],
}
const names = (kinds: readonly string[]) => kinds.join(' or ')

function* claims({ part }: Knowledge, entry: Proceeding): Iterable<Verdict> {
  const { state } = entry.data
  const over = state !== 'pending' && state !== 'unknown'
  for (const [index, { id, fate, decided }] of entry.data.claims.entries()) {
    const step = entry.data.steps.find((one) => one.id === decided)
    const wanted = BY_STEP[fate]
    // That there is no such part at all is said by another rule.
    if (decided !== undefined && part(entry, decided) && (!step || wanted?.includes(step.kind) !== true))
      yield {
        entry,
        path: ['claims', index, 'decided'],
        message:
          `expected ${wanted ? `a step of the kind ${names(wanted)}` : `no step, because ${id} is ${fate}`}, ` +
          `found ${decided}${step ? `, a ${step.kind}` : ''}`,
        fix: wanted ? `write the id of the step by which ${id} was ${fate}` : 'take decided: out, or correct fate:',
      }
    if (over && fate !== 'unknown' && OPEN.has(fate))
      yield {
        entry,
        path: ['claims', index],
        message: `expected no open claim, because the proceeding is ${state}, found ${id}, which is ${fate}`,
        fix: `write what became of ${id} as fate:, or correct state:`,
      }
    if (state === 'dismissed' && fate === 'upheld')
      yield {
        entry,
        path: ['claims', index, 'fate'],
        message: `expected no upheld claim, because the proceeding is dismissed, found ${id}`,
        fix: 'correct fate:, or write state: decided',
      }
  }
}

/** Where a proceeding stands, what became of its claims and what happened in it tell one story. */
export const proceedingState: Rule = {
  id: 'proceeding-state',
  *check(knowledge) {
    for (const entry of knowledge.all('proceedings')) {
      const { state, steps } = entry.data
      const wanted = BY_STEP[state]
      if (wanted && !steps.some(({ kind }) => wanted.includes(kind)))
        yield {
          entry,
          path: ['state'],
          message: `expected a step of the kind ${names(wanted)}, because the proceeding is ${state}, found none`,
          fix: `add it to steps:, or write state: pending or unknown`,
        }
      if (state === 'pending' && entry.data.claims.length > 0 && entry.data.claims.every(({ fate }) => !OPEN.has(fate)))
        yield {
          entry,
          path: ['state'],
          message: 'expected an open claim, because the proceeding is pending, found none',
          fix: 'correct state:, or the fate: of a claim',
        }
      yield* claims(knowledge, entry)
    }
  },
}
