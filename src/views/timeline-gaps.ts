import { formatLength } from '#time/duration.ts'
import type { Moment } from '#time/moment.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

// A silence within two days is told by the clock, a longer one by the calendar: each is compared with its like.
const LONG = 2 * DAY
const FLOOR = { short: 20 * MINUTE, long: 14 * DAY } as const
const FACTOR = 1.5

/** Time with nothing recorded before an event. */
export interface Silence {
  /** In ms; 0 where there is none. */
  readonly length: number
  /** Whether both of its ends are known by the clock, not only by the day. */
  readonly clocked: boolean
}

/**
 * The silence before each event of a sorted timeline. A time that an earlier event may reach into is not silent: a span
 * counts up to its latest instant, one with an open end up to its beginning.
 */
export function silences(moments: readonly Moment[]): Silence[] {
  let covered: { readonly until: number; readonly clocked: boolean } | undefined
  return moments.map(({ start, end, earliest, latest }) => {
    const length = covered === undefined || earliest === null ? 0 : Math.max(0, earliest - covered.until)
    const clocked = (covered?.clocked ?? false) && start?.zone !== undefined
    const until = latest ?? earliest
    if (until !== null && (covered === undefined || until >= covered.until))
      covered = { until, clocked: (end ?? start)?.zone !== undefined }
    return { length, clocked }
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return (low + high) / 2
}

/**
 * The least silence worth a word among silences of one sort. One and a half times the median, so that an even pace is
 * not called silence.
 */
const threshold = (floor: number, lengths: readonly number[]) =>
  Math.max(floor, lengths.length > 2 ? FACTOR * median(lengths) : 0)

/**
 * The silences worth a word, in words, by position: from 20 minutes where both ends are known by the clock, from 14
 * days else, and longer than the pace of their like. What lies before `zero`, where the incident began, is background
 * and has none.
 */
export function gapsBefore(moments: readonly Moment[], zero?: number): (string | undefined)[] {
  const found = silences(moments).map((silence, index) => {
    const earliest = moments[index]?.earliest ?? null
    return zero !== undefined && earliest !== null && earliest <= zero ? { length: 0, clocked: false } : silence
  })
  const short = found
    .filter(({ length, clocked }) => clocked && length > 0 && length < LONG)
    .map(({ length }) => length)
  const long = found.filter(({ length }) => length >= LONG).map(({ length }) => length)
  const least = { short: threshold(FLOOR.short, short), long: threshold(FLOOR.long, long) }
  return found.map(({ length, clocked }) => {
    const worth = length >= LONG ? length >= least.long : clocked && length >= least.short
    return worth ? formatLength(length) : undefined
  })
}
