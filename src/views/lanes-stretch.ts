import { formatLength } from '#time/duration.ts'
import { utcFields } from '#time/format.ts'
import type { Moment } from '#time/moment.ts'

/** A stretch of time to one scale. */
export interface Stretch {
  readonly heading: string
  /** In px. */
  readonly width: number
  /** How long it is, in words: neighbours differ in scale, and this says by how much. */
  readonly length: string
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  /** Its first and last instant (ms). */
  readonly first: number
  readonly last: number
  /** Place of an instant in px from the left; what lies outside stands at the edge. */
  place(instant: number): number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MARGIN = 14
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 2, 7, 14, 30, 91, 182, 365, 3653].map((days) => days * DAY))
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const pad = (value: number) => String(value).padStart(2, '0')

function label(instant: number, step: number): string {
  const [year, month = 1, day, hour = 0, minute = 0] = utcFields(instant)
  if (step < DAY) return `${pad(hour)}:${pad(minute)}`
  return step < 365 * DAY ? `${day} ${MONTHS[month - 1]}` : String(year)
}

/**
 * A stretch that holds the beginnings of all these times: the more of them, the wider. Ends of spans beyond it are cut
 * at its edge.
 */
export function stretchOf(heading: string, times: readonly Moment[]): Stretch {
  const starts = times.flatMap(({ earliest, latest }) => earliest ?? latest ?? [])
  const [first, last] = [Math.min(...starts), Math.max(...starts)]
  const span = last - first
  const inner = span === 0 ? 0 : Math.min(1200, Math.max(120, times.length * 34))
  const place = (instant: number) =>
    Math.round((MARGIN + (span === 0 ? 0 : Math.min(1, Math.max(0, (instant - first) / span)) * inner)) * 10) / 10
  // A label needs some 60 px.
  const step = STEPS.find((length) => (length / span) * inner >= 60) ?? span
  const begin = Math.ceil(first / step) * step
  const count = span === 0 ? 0 : Math.floor((last - begin) / step) + 1
  const ticks = Array.from({ length: Math.max(0, count) }, (_, index) => ({
    x: place(begin + index * step),
    label: label(begin + index * step, step),
  }))
  return {
    heading,
    width: Math.max(110, inner + 2 * MARGIN),
    length: span === 0 ? 'one instant' : formatLength(span),
    ticks,
    first,
    last,
    place,
  }
}
