import { between, durationWords, formatLength } from '#time/duration.ts'
import { formatText } from '#time/format.ts'
import { isInstant, moment, type Moment } from '#time/moment.ts'
import type { Comparable } from './comparable.ts'
import { scaleLengths } from './phases-scale.ts'

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
  readonly milestones: readonly Placed[]
  readonly events: readonly Placed[]
}

/** A milestone of both incidents: time since the common zero, and when it was; undefined where it is not recorded. */
export interface ComparedRow {
  readonly label: string
  readonly cells: readonly ({ readonly since: string; readonly when: string; readonly route: string } | undefined)[]
}

/** Two incidents on one clock that starts at the same moment of both. */
export interface Arrangement {
  readonly zero: Zero
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

/** Lays offsets (ms) out on an axis whose stops are the milestones of both and the ends of their logs: to scale between stops, broken where one dwarfs the rest. */
function axis(stops: readonly number[]) {
  const sorted = [...new Set(stops)].sort((a, b) => a - b)
  const pieces = scaleLengths(sorted.slice(1).map((stop, index) => stop - (sorted[index] ?? stop)))
  const place = (offset: number): number => {
    const index = sorted.findIndex((stop) => offset <= stop)
    if (index === 0 || sorted.length < 2) return 0
    if (index === -1) return 100
    const [low = 0, high = 0, piece] = [sorted[index - 1], sorted[index], pieces[index - 1]]
    return piece ? Math.round((piece.x + (piece.width * (offset - low)) / (high - low)) * 100) / 100 : 0
  }
  const signed = (stop: number) => (stop === 0 ? 'start' : stop < 0 ? formatLength(stop) : `+${formatLength(stop)}`)
  const ticks: { x: number; label: string }[] = []
  // A label needs some 9 percent of the width; zero is always labelled.
  for (const stop of [0, ...sorted])
    if (ticks.every(({ x }) => Math.abs(x - place(stop)) >= 9)) ticks.push({ x: place(stop), label: signed(stop) })
  return {
    place,
    ticks: ticks.sort((a, b) => a.x - b.x),
    breaks: pieces.filter(({ broken }) => broken).map(({ x, width }) => Math.round((x + width / 2) * 100) / 100),
  }
}

/** Puts two incidents on one clock, aligned at a milestone; undefined where either does not record it. */
export function arrange(pair: readonly [Comparable, Comparable], zero: Zero): Arrangement | undefined {
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
  const { place, ticks, breaks } = axis([...offsets('milestones'), ...ends])
  const placed = (index: number, item: { at: string; route: string }, words: string, kind: string): Placed => ({
    x: place(offset(item.at, index)),
    words: `${since(start(index), moment(item.at))}. ${words}`,
    route: item.route,
    kind,
  })
  const all = pair.flatMap(({ milestones }) => milestones).toSorted((x, y) => x.rank - y.rank)
  const names = [...new Map(all.map(({ name, label }) => [name, label] as const))]
  return {
    zero,
    ticks,
    breaks,
    sides: pair.map(({ milestones, events }, index) => ({
      milestones: milestones.map((item) => placed(index, item, item.label, item.name)),
      events: events.map((item) => placed(index, item, item.words, item.kind)),
    })),
    rows: names.map(([name, label]) => ({
      label,
      cells: pair.map(({ milestones }, index) => {
        const found = milestones.find((item) => item.name === name)
        return found && { since: since(start(index), moment(found.at)), when: formatText(found.at), route: found.route }
      }),
    })),
  }
}
