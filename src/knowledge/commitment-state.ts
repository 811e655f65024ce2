import type { Commitment } from '#schema/kinds.ts'
import type { Vocabulary } from '#schema/vocabularies.ts'
import { knownFrom } from '#time/day.ts'
import { compareTexts, moment } from '#time/moment.ts'

export const SCHEDULE = {
  noDate: { label: 'No date', means: 'No due date was given.' },
  onTime: { label: 'On time', means: 'Not yet due, or delivered by its date.' },
  dueSoon: { label: 'Due soon', means: 'Due within 30 days.' },
  datePassed: {
    label: 'Date passed',
    means: 'Its date has passed; nobody is known to have said whether it was done by then.',
  },
  overdue: { label: 'Overdue', means: 'Its date has passed, and somebody says that it was not done by then.' },
  deliveredLate: { label: 'Delivered late', means: 'Done after the date in force when it was made.' },
} as const satisfies Vocabulary

export const HEADLINE = {
  superseded: { label: 'Superseded', means: 'Another commitment replaced it.' },
  withdrawn: { label: 'Withdrawn', means: 'The pledger took it back.' },
  kept: { label: 'Kept', means: 'Evidence from others than the pledger shows it.' },
  notKept: { label: 'Not kept', means: 'Evidence shows that it was not kept.' },
  partlyKept: { label: 'Partly kept', means: 'Part of it can be seen.' },
  keptByOwnAccount: { label: 'Kept, by own account', means: 'The pledger says so; nobody else has verified it.' },
  noEvidenceFound: {
    label: 'No evidence found',
    means: 'Its date has passed and a search found nothing, which is no verdict.',
  },
  notChecked: { label: 'Not checked', means: 'Nobody has looked for evidence yet.' },
  open: { label: 'Open', means: 'It was looked into, without a result that settles it.' },
} as const satisfies Vocabulary

/** The three axes of a commitment as they stood at a date, and the headline derived from them. */
export interface CommitmentState {
  readonly claimed?: NonNullable<Commitment['log'][number]['claimed']>
  readonly evidence?: NonNullable<Commitment['log'][number]['evidence']>
  /** Due date in force, after revisions. */
  readonly due?: string
  readonly schedule: keyof typeof SCHEDULE
  readonly headline: keyof typeof HEADLINE
}

const DAY = 86_400_000
/** How long before its due date (ms) a commitment counts as due soon. */
export const SOON = 30 * DAY

const last = <T>(values: readonly (T | undefined)[]): T | undefined => values.findLast((value) => value !== undefined)
const latestOf = (text: string) => moment(text).latest
const earliestOf = (text: string) => moment(text).earliest ?? Number.NEGATIVE_INFINITY

/** Whether somebody says that it was not done when its date had passed (`end`, ms): an entry that is wholly later. */
const saidUndone = (log: Commitment['log'], end: number): boolean =>
  log.some(
    ({ at, claimed, evidence }) =>
      earliestOf(at) > end && (claimed === 'notStarted' || claimed === 'inProgress' || evidence === 'contradicted'),
  )

function scheduleOf(
  commitment: Commitment,
  log: Commitment['log'],
  due: string | undefined,
  now: number,
): keyof typeof SCHEDULE {
  const delivered = log.find((entry) => entry.claimed === 'done' || entry.evidence === 'verified')
  const first = commitment.due === undefined ? undefined : latestOf(commitment.due)
  // Lateness is judged by the date given with the pledge; later dates do not excuse it.
  if (delivered)
    return first === undefined || first === null
      ? due === undefined
        ? 'noDate'
        : 'onTime'
      : earliestOf(delivered.at) > first
        ? 'deliveredLate'
        : 'onTime'
  const end = due === undefined ? undefined : latestOf(due)
  if (end === undefined) return 'noDate'
  if (end === null) return 'onTime'
  if (end < now) return saidUndone(log, end) ? 'overdue' : 'datePassed'
  return end - now <= SOON ? 'dueSoon' : 'onTime'
}

function headlineOf(
  state: Omit<CommitmentState, 'headline'>,
  everResearched: boolean,
  superseded: boolean,
  now: number,
): keyof typeof HEADLINE {
  const end = state.due === undefined ? undefined : latestOf(state.due)
  const passed = end !== undefined && end !== null && end < now
  if (superseded) return 'superseded'
  if (state.claimed === 'withdrawn') return 'withdrawn'
  if (state.evidence === 'verified') return 'kept'
  if (state.evidence === 'contradicted') return 'notKept'
  if (state.evidence === 'partial') return 'partlyKept'
  if (state.claimed === 'done') return 'keptByOwnAccount'
  if (passed && state.evidence === 'noneFound') return 'noEvidenceFound'
  return everResearched ? 'open' : 'notChecked'
}

/**
 * The state of a commitment as of an instant (ms): the last values logged on or before it, by the rules of the domain
 * (“commitments”, first match wins). `supersededAt` are the `made` times of commitments that replace it.
 */
export function commitmentState(
  commitment: Commitment,
  now: number,
  supersededAt: readonly string[] = [],
): CommitmentState {
  const log = commitment.log.filter((entry) => knownFrom(entry.at) <= now).sort((a, b) => compareTexts(a.at, b.at))
  const claimed = last(log.map((entry) => entry.claimed))
  const evidence = last(log.map((entry) => entry.evidence))
  const due = last([commitment.due, ...log.map((entry) => entry.due)])
  const axes = {
    ...(claimed === undefined ? {} : { claimed }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(due === undefined ? {} : { due }),
    schedule: scheduleOf(commitment, log, due, now),
  }
  return {
    ...axes,
    headline: headlineOf(
      axes,
      evidence !== undefined,
      supersededAt.some((made) => knownFrom(made) <= now),
      now,
    ),
  }
}
