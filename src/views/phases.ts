import { narrow, PHASE_NAMES, PHASE_ORDER, type PhaseName, type Span } from '#knowledge/phase-order.ts'
import { milestone, type MilestoneHolder } from '#knowledge/dates.ts'
import { type OutageHolder, outagesOf } from '#knowledge/outages.ts'
import { MILESTONE } from '#schema/incident-words.ts'
import { type Duration, formatDuration } from '#time/duration.ts'
import { moment } from '#time/moment.ts'
import { type Scaled, scaleLengths } from './phases-scale.ts'

/** An incident as far as its phases are drawn, whether read here or from published JSON. */
export type PhaseHolder = MilestoneHolder & OutageHolder

/** A milestone where one phase ends and the next begins. */
export interface Boundary {
  readonly id: string
  readonly label: string
  readonly at: string
  /** First and last instant (ms) it can have had, given that the milestones came in order. */
  readonly low: number
  readonly high: number
  /** Place along the strip in percent, of the boundary and of both ends of its span. */
  readonly x: number
  readonly xLow: number
  readonly xHigh: number
}

/** Time between two boundaries. Where milestones in between are absent it has several names. */
export interface Phase extends Scaled {
  readonly names: readonly PhaseName[]
  readonly from: string
  readonly to: string
  /** Its length in words; a range where an end is one. */
  readonly length: string
}

/** The shape of an incident: what a strip draws. */
export interface Phases {
  readonly boundaries: readonly Boundary[]
  readonly phases: readonly Phase[]
  /** The whole in one sentence, for those who cannot see the strip. */
  readonly words: string
}

const spanOf = (at: string): Span => {
  const { earliest, latest } = moment(at)
  return { low: earliest ?? Number.NEGATIVE_INFINITY, high: latest ?? Number.POSITIVE_INFINITY }
}

/** Where a span is drawn: its middle, or the end that is known. */
const drawnAt = ({ low, high }: Span): number =>
  Number.isFinite(low) ? (Number.isFinite(high) ? (low + high) / 2 : low) : high

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const lengthBetween = (from: Span, to: Span): Duration => ({
  min: finite(Math.max(0, to.low - from.high)),
  max: finite(to.high - from.low),
})

/** Maps an instant to its place on the strip: to scale within each phase. */
function placer(positions: readonly number[], scaled: readonly Scaled[]) {
  return (instant: number): number => {
    const index = Math.max(
      0,
      scaled.findIndex((_, i) => instant <= (positions[i + 1] ?? instant)),
    )
    const [start = 0, end = 0] = positions.slice(index, index + 2)
    const { x, width } = scaled[index] ?? { x: 0, width: 0 }
    const share = end === start ? 0 : Math.min(1, Math.max(0, (instant - start) / (end - start)))
    return Math.round((x + width * share) * 100) / 100
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A milestone that bounds phases, with the names of the phase that it begins. */
interface Bound {
  readonly id: string
  readonly at: string
  readonly label: string
  readonly next: (following: Bound) => readonly PhaseName[]
  readonly rank: number
}

/**
 * From the beginning of an outage to its end it was down, whatever was done meanwhile; then it was restored until the
 * next.
 */
function endsOfOutages(incident: PhaseHolder): Bound[] {
  const outages = outagesOf(incident)
  if (outages.length < 2) return []
  return outages.flatMap(({ began, recovered }): Bound[] => [
    { ...began, label: MILESTONE.began.label, rank: 0, next: () => PHASE_NAMES.slice(0, 4) },
    ...(recovered === undefined
      ? []
      : [{ ...recovered, label: MILESTONE.recovered.label, rank: 4, next: () => ['restored' as const] }]),
  ])
}

function endsOf(incident: PhaseHolder): Bound[] {
  const outages = endsOfOutages(incident)
  if (outages.length > 0) return outages
  return PHASE_ORDER.flatMap((name, rank): Bound[] => {
    const found = milestone(incident, name)
    const next = (following: Bound) => PHASE_NAMES.slice(rank, following.rank)
    return found ? [{ id: found.id, at: found.at, rank, label: MILESTONE[name].label, next }] : []
  })
}

/**
 * The phases of an incident between consecutive present milestones, on the headline readings. Undefined where fewer
 * than two of them are present, or where they are out of order (a rule warns of that).
 */
export function phases(incident: PhaseHolder): Phases | undefined {
  const present = endsOf(incident)
  const spans = narrow(present.map(({ at }) => spanOf(at)))
  if (present.length < 2 || !spans) return undefined
  const positions = spans.map(drawnAt)
  const scaled = scaleLengths(positions.slice(1).map((end, i) => end - (positions[i] ?? end)))
  const place = placer(positions, scaled)

  const boundaries = present.map(({ id, label, at }, i): Boundary => {
    const { low, high } = spans[i] ?? { low: 0, high: 0 }
    const [position = 0] = positions.slice(i)
    return {
      id,
      label,
      at,
      low,
      high,
      x: scaled[i]?.x ?? 100,
      xLow: place(Number.isFinite(low) ? low : position),
      xHigh: place(Number.isFinite(high) ? high : position),
    }
  })
  const list = scaled.flatMap((segment, i): Phase[] => {
    const [from, to, fromSpan, toSpan] = [present[i], present[i + 1], spans[i], spans[i + 1]]
    if (!from || !to || !fromSpan || !toSpan) return []
    return [
      {
        ...segment,
        names: from.next(to),
        from: from.label,
        to: to.label,
        length: formatDuration(lengthBetween(fromSpan, toSpan)),
      },
    ]
  })
  return {
    boundaries,
    phases: list,
    words: sentence(list.map(({ names, length }) => `${names.join(', ')}: ${length}`).join('; ')),
  }
}
