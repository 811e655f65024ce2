import type { Knowledge } from '#knowledge/knowledge.ts'
import { SCHEDULE } from '#knowledge/commitment-state.ts'
import { stateAt } from '#knowledge/follow-through.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { OUTCOME } from '#schema/coordination.ts'
import { PROCEEDING_STATE } from '#schema/proceedings.ts'
import { OUTCOME_WORDS } from '#search/outcome-words.ts'
import { headlineWords } from './commitment-state.ts'

/**
 * What became of an inquiry, a commitment or a proceeding: the values it can be narrowed by, the words a hit shows, and
 * those it is asked for by.
 */
export interface SearchOutcome {
  readonly values: readonly string[]
  readonly label: string
  readonly words: string
}

const asked = (value: string) => (Object.hasOwn(OUTCOME_WORDS, value) ? (OUTCOME_WORDS[value] ?? []).join(', ') : '')

// Whether something came in time says no more than its headline where it did, or where there is no date.
const LATE: ReadonlySet<string> = new Set(['overdue', 'datePassed', 'deliveredLate'])

/** The outcome of an inquiry, a commitment or a proceeding as it stands; undefined for records of other kinds. */
export function searchOutcome(knowledge: Knowledge, entry: AnyEntry): SearchOutcome | undefined {
  if (entry.kind === 'inquiries') {
    const { outcome } = entry.data
    const { label } = OUTCOME[outcome]
    return { values: [outcome], label, words: [label, asked(outcome)].filter(Boolean).join(', ') }
  }
  if (entry.kind === 'proceedings') {
    const { state } = entry.data
    const { label } = PROCEEDING_STATE[state]
    return { values: [state], label, words: label }
  }
  if (entry.kind !== 'commitments') return undefined
  const state = stateAt(knowledge, entry)
  const late = LATE.has(state.schedule) ? state.schedule : undefined
  const labels = [headlineWords(state).label, ...(late === undefined ? [] : [SCHEDULE[late].label])]
  const values = [state.headline, ...(late === undefined ? [] : [late])]
  return {
    values,
    label: [...new Set(labels)].join(', '),
    words: [...labels, ...values.map(asked)].filter(Boolean).join(', '),
  }
}
