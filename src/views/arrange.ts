import { between, durationWords, formatLength } from '#time/duration.ts'
import { formatText } from '#time/format.ts'
import { isInstant, moment, type Moment } from '#time/moment.ts'
import { type Axis, axisOf, type SpanName } from './arrange-axis.ts'
import type { Comparable } from './comparable.ts'
import { stack } from './lanes-stack.ts'
import type { StripPiece } from './strip.ts'

/** What two incidents can be aligned at: the milestone, and its words. */
export const ZEROS = { began: 'onset', detected: 'detection', communicated: 'first public word' } as const
export type Zero = keyof typeof ZEROS

/** A place on the common axis in percent, with what stands there. */
export interface Placed {
  readonly x: number
  readonly words: string
  readonly route: string
  readonly kind: string
}

/** One side of an arrangement on the common axis. */
export interface Side {
  /** The phases, with their words. */
  readonly pieces: readonly (Pick<StripPiece, 'names' | 'x' | 'width'> & { readonly words: string })[]
  /** Whether the last phase ends beyond the axis. */
  readonly goesOn: boolean
  readonly milestones: readonly Placed[]
  /** Those of one moment stand above one another, by level. */
  readonly events: readonly (Placed & { readonly level: number })[]
  /** How many events lie before and after the axis. */
  readonly earlier: number
  readonly later: number
}

/** A milestone of both incidents: time since the common zero, and when it was; undefined where it is not recorded. */
export interface ComparedRow {
  readonly label: string
  readonly cells: readonly ({ readonly since: string; readonly when: string; readonly route: string } | undefined)[]
}

/** Two incidents on one clock that starts at the same moment of both. */
export interface Arrangement {
  readonly zero: Zero
  readonly span: SpanName
  readonly sides: readonly Side[]
  readonly rows: readonly ComparedRow[]
  /** Places of the axis that carry a label, and pieces that are not to scale. */
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly breaks: readonly number[]
}

const zeroOf = ({ milestones }: Comparable, zero: Zero): Moment | undefined => {
  const at = milestones.find(({ name }) => name === zero)?.at
  return at === undefined ? undefined : moment(at)
}

/** The middle of a time, or the end that is known (ms). */
const middle = ({ earliest, latest }: Moment): number => ((earliest ?? latest ?? 0) + (latest ?? earliest ?? 0)) / 2

function since(zero: Moment, at: Moment): string {
  if (zero === at) return 'start'
  if (isInstant(zero) && isInstant(at) && zero.earliest === at.earliest) return 'at the same moment'
  const { min, max } = between(zero, at)
  if (max === null || max < 0) return durationWords({ min, max })
  if (min === null || min > 0) return `+${durationWords({ min, max })}`
  if (max === 0) return `up to ${formatLength(-min)} before`
  return min === 0 ? `+0 to ${formatLength(max)}` : `${formatLength(-min)} before to ${formatLength(max)} after`
}

/** What both ends of a span are drawn at: their middle, or the one that is known. */
const drawnAt = ({ low, high }: { readonly low: number; readonly high: number }): number =>
  Number.isFinite(low) ? (Number.isFinite(high) ? (low + high) / 2 : low) : high

/** The phases of one incident on the common axis, as far as they lie on it. */
function strip({ shape }: Comparable, { place, side }: Axis, zero: number): Pick<Side, 'pieces' | 'goesOn'> {
  const ends = shape?.boundaries.map((boundary) => drawnAt(boundary) - zero) ?? []
  const pieces = shape?.phases.map(({ names, from, to, length }, index) => {
    const [x = 0, end = 0] = ends.slice(index, index + 2).map(place)
    const words = `${names.join(', ')}: ${length}, from ${from.toLowerCase()} to ${to.toLowerCase()}`
    return { names, x, width: hundredths(end - x), words }
  })
  return { pieces: pieces?.filter(({ width }) => width > 0) ?? [], goesOn: side(ends.at(-1) ?? 0) === 1 }
}

const hundredths = (value: number) => Math.round(value * 100) / 100

// At this width in px, marks that stand above one another do not touch; more levels than this would be a tower.
const [DRAWN, LEVELS] = [900, 6]

/** Puts two incidents on one clock, aligned at a milestone; undefined where either does not record it. */
export function arrange(
  pair: readonly [Comparable, Comparable],
  zero: Zero,
  span: SpanName = 'all',
): Arrangement | undefined {
  const zeros = pair.map((one) => zeroOf(one, zero))
  const [first, second] = zeros
  if (!first || !second) return undefined
  const start = (index: number) => (index === 0 ? first : second)
  const offset = (at: string, index: number) => middle(moment(at)) - middle(start(index))
  const offsets = (list: 'milestones' | 'events') =>
    pair.flatMap((one, index) => one[list].map(({ at }) => offset(at, index)))
  const logged = offsets('events')
  // What came before the first milestone or after the last has its place as well.
  const ends = logged.length === 0 ? [] : [Math.min(...logged), Math.max(...logged)]
  const axis = axisOf(span, [...offsets('milestones'), ...ends])
  const placed = (index: number, item: { at: string; route: string }, words: string, kind: string): Placed => ({
    x: axis.place(offset(item.at, index)),
    words: `${since(start(index), moment(item.at))}. ${words}`,
    route: item.route,
    kind,
  })
  const all = pair.flatMap(({ milestones }) => milestones).toSorted((x, y) => x.rank - y.rank)
  const names = [...new Map(all.map(({ name, label }) => [name, label] as const))]
  return {
    zero,
    span,
    ticks: axis.ticks,
    breaks: axis.breaks,
    sides: pair.map((one, index) => {
      const where = ({ at }: { readonly at: string }) => axis.side(offset(at, index))
      const events = one.events
        .filter((item) => where(item) === 0)
        .map((item) => placed(index, item, item.words, item.kind))
        .toSorted((first, second) => first.x - second.x)
      const stacked = stack(events.map((event) => ({ event, x: (event.x / 100) * DRAWN })))
      return {
        ...strip(one, axis, middle(start(index))),
        milestones: one.milestones
          .filter((item) => where(item) === 0)
          .map((item) => placed(index, item, item.label, item.name)),
        events: stacked.map(({ event, level }) => ({ ...event, level: Math.min(level, LEVELS - 1) })),
        earlier: one.events.filter((item) => where(item) === -1).length,
        later: one.events.filter((item) => where(item) === 1).length,
      }
    }),
    rows: names.map(([name, label]) => ({
      label,
      cells: pair.map(({ milestones }, index) => {
        const found = milestones.find((item) => item.name === name)
        return found && { since: since(start(index), moment(found.at)), when: formatText(found.at), route: found.route }
      }),
    })),
  }
}
