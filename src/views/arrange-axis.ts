import { formatLength } from '#time/duration.ts'
import { scaleLengths } from './phases-scale.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How much of two incidents is drawn: everything on a broken axis, or the first hours after the common zero to scale.
 */
export const SPANS = {
  all: { words: 'all', length: undefined, step: DAY },
  '2h': { words: '2 hours', length: 2 * HOUR, step: 30 * MINUTE },
  '1d': { words: '1 day', length: DAY, step: 6 * HOUR },
} as const
export type SpanName = keyof typeof SPANS

/** An axis of times since a common zero (ms), which may lie before it. */
export interface Axis {
  /** Place in percent; what lies outside stands at the end. */
  place(offset: number): number
  /** `-1` for what lies before the axis, `1` for what lies after it, `0` for what is on it. */
  side(offset: number): -1 | 0 | 1
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  /** Middles of the pieces that are not to scale. */
  readonly breaks: readonly number[]
}

const hundredths = (value: number) => Math.round(value * 100) / 100
const signed = (offset: number) =>
  offset === 0 ? 'start' : offset < 0 ? formatLength(offset) : `+${formatLength(offset)}`

/**
 * The first `length` ms after zero and an eighth as much before it, to scale, labelled every `step` ms: the same for
 * every pair.
 */
function shortAxis(length: number, step: number): Axis {
  const [first, whole] = [-length / 8, (length * 9) / 8]
  const place = (offset: number) => hundredths(100 * Math.min(1, Math.max(0, (offset - first) / whole)))
  return {
    place,
    side: (offset) => (offset < first ? -1 : offset > length ? 1 : 0),
    ticks: Array.from({ length: length / step + 1 }, (_, index) => ({
      x: place(index * step),
      label: signed(index * step),
    })),
    breaks: [],
  }
}

/** Every offset has a place: to scale between the stops, broken where one distance dwarfs the rest. */
function wholeAxis(stops: readonly number[]): Axis {
  const sorted = [...new Set(stops)].sort((a, b) => a - b)
  const pieces = scaleLengths(sorted.slice(1).map((stop, index) => stop - (sorted[index] ?? stop)))
  const place = (offset: number): number => {
    const index = sorted.findIndex((stop) => offset <= stop)
    if (index === 0 || sorted.length < 2) return 0
    if (index === -1) return 100
    const [low = 0, high = 0, piece] = [sorted[index - 1], sorted[index], pieces[index - 1]]
    return piece ? hundredths(piece.x + (piece.width * (offset - low)) / (high - low)) : 0
  }
  const ticks: { x: number; label: string }[] = []
  // A label needs some 9 percent of the width; zero is always labelled.
  for (const stop of [0, ...sorted])
    if (ticks.every(({ x }) => Math.abs(x - place(stop)) >= 9)) ticks.push({ x: place(stop), label: signed(stop) })
  return {
    place,
    side: () => 0,
    ticks: ticks.sort((a, b) => a.x - b.x),
    breaks: pieces.filter(({ broken }) => broken).map(({ x, width }) => hundredths(x + width / 2)),
  }
}

/** The axis of a span; `stops` are the offsets that an axis of everything is to scale between. */
export function axisOf(span: SpanName, stops: readonly number[]): Axis {
  const { length, step } = SPANS[span]
  return length === undefined ? wholeAxis(stops) : shortAxis(length, step)
}
