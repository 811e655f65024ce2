import type { Entry } from '#schema/entry.ts'
import { type CommitmentState, commitmentState, type HEADLINE } from './commitment-state.ts'
import type { Knowledge } from './knowledge.ts'

/**
 * Fewest commitments with an outcome for which a share is given: below it a share says more about chance than about
 * conduct.
 */
export const LEAST_FOR_SCORE = 3

const OUTCOMES: ReadonlySet<keyof typeof HEADLINE> = new Set([
  'kept',
  'keptByOwnAccount',
  'partlyKept',
  'notKept',
  'withdrawn',
])

/** How an organization followed through: counts per headline, and a share only where there are enough outcomes. */
export interface FollowThrough {
  /** Commitments that are not superseded. */
  readonly n: number
  /** Those with an outcome: kept, by own account, partly, not kept, withdrawn. */
  readonly settled: number
  readonly counts: ReadonlyMap<keyof typeof HEADLINE, number>
  /** Share kept by outside evidence among those with an outcome; undefined under three. */
  readonly kept?: number
}

/** The state of a commitment as of an instant (ms), successors included. */
export function stateAt(
  knowledge: Knowledge,
  entry: Entry<'commitments'>,
  now: number = knowledge.now,
): CommitmentState {
  return commitmentState(
    entry.data,
    now,
    knowledge.from('commitments', 'supersedes', entry.id).map(({ data }) => data.made),
  )
}

/** Follow-through over headlines as derived. A superseded commitment counts through its successor. */
export function followThrough(headlines: readonly (keyof typeof HEADLINE)[]): FollowThrough {
  const counted = headlines.filter((headline) => headline !== 'superseded')
  const counts = new Map(
    [...Map.groupBy(counted, (headline) => headline)].map(([headline, all]) => [headline, all.length]),
  )
  const settled = counted.filter((headline) => OUTCOMES.has(headline)).length
  const kept = (counts.get('kept') ?? 0) / settled
  return { n: counted.length, settled, counts, ...(settled < LEAST_FOR_SCORE ? {} : { kept }) }
}
