import type { Step } from '#knowledge/as-of.ts'
import { commitmentSteps } from '#knowledge/commitment-history.ts'
import { type CommitmentState, HEADLINE, SCHEDULE } from '#knowledge/commitment-state.ts'
import { stateAt } from '#knowledge/follow-through.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { CLAIMED, EVIDENCE } from '#schema/coordination.ts'
import type { Entry } from '#schema/entry.ts'
import { formatText } from '#time/format.ts'

const NOTHING = 'Nothing recorded'

/** The headline in words. */
export const headlineWords = ({ headline }: CommitmentState): { readonly label: string; readonly means: string } =>
  HEADLINE[headline]

/** The three axes and the headline in words. */
export const stateView = (state: CommitmentState) => ({
  headline: state.headline,
  headlineLabel: headlineWords(state).label,
  headlineMeans: headlineWords(state).means,
  claimed: state.claimed === undefined ? NOTHING : CLAIMED[state.claimed].label,
  evidence: state.evidence === undefined ? NOTHING : EVIDENCE[state.evidence].label,
  scheduleKey: state.schedule,
  schedule: SCHEDULE[state.schedule].label,
  due: state.due,
})

export type StateView = ReturnType<typeof stateView>

/** One value of an axis, from a day on. */
export interface AxisStep {
  readonly from: string
  readonly value: string
  readonly label: string
  readonly current: boolean
}

function axis(
  steps: readonly Step<CommitmentState>[],
  pick: (state: CommitmentState) => { value: string; label: string },
): AxisStep[] {
  const picked = steps.map(({ from, value }) => ({ from, ...pick(value) }))
  const changes = picked.filter(
    (step, index) => index === 0 || step.value !== picked[index - 1]?.value || step.label !== picked[index - 1]?.label,
  )
  return changes.map((step, index) => ({ ...step, current: index === changes.length - 1 }))
}

/** Every axis of a commitment over time, for the “as of” control. `born` is the day it was made. */
export function stateHistory(knowledge: Knowledge, entry: Entry<'commitments'>) {
  const steps = commitmentSteps(knowledge, entry)
  const dueWords = (due: string | undefined) => (due === undefined ? (entry.data.dueText ?? '') : formatText(due))
  return {
    born: steps[0]?.from ?? knowledge.today,
    headline: axis(steps, (state) => ({ value: state.headline, label: headlineWords(state).label })),
    claimed: axis(steps, ({ claimed }) => ({
      value: `claimed-${claimed ?? 'nothing'}`,
      label: claimed === undefined ? NOTHING : CLAIMED[claimed].label,
    })),
    evidence: axis(steps, ({ evidence }) => ({
      value: `evidence-${evidence ?? 'nothing'}`,
      label: evidence === undefined ? NOTHING : EVIDENCE[evidence].label,
    })),
    schedule: axis(steps, ({ schedule, due }) => ({
      value: schedule,
      label: [dueWords(due), SCHEDULE[schedule].label].filter(Boolean).join(': '),
    })),
  }
}

/** The state as of the run’s date, in words. */
export const currentState = (knowledge: Knowledge, entry: Entry<'commitments'>): StateView =>
  stateView(stateAt(knowledge, entry))
