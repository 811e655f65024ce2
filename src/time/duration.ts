import { type Moment, moment } from './moment.ts'

/** Time between two Moments in milliseconds, as a range where either end is a span; `null` where an end is open. */
export interface Duration {
  readonly min: number | null
  readonly max: number | null
}

/**
 * Duration from one Moment to another. `min` may be negative when the spans overlap; callers decide what that means.
 */
export function between(from: Moment, to: Moment): Duration {
  const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b)
  return { min: minus(to.earliest, from.latest), max: minus(to.latest, from.earliest) }
}

/** Durations one after the other; an open end of any of them leaves that end of the sum open. */
export const sumOf = (durations: readonly Duration[]): Duration => {
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
  return durations.reduce((sum, { min, max }) => ({ min: add(sum.min, min), max: add(sum.max, max) }), {
    min: 0,
    max: 0,
  })
}

/** Like between, on checked texts. */
export const betweenTexts = (from: string, to: string): Duration => between(moment(from), moment(to))

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// The mean year of the calendar.
const YEAR = 365.2425 * DAY

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

/**
 * One length of time in words: seconds under two minutes, minutes under two hours, hours and minutes under two days,
 * then days and years.
 */
export function formatLength(ms: number): string {
  if (ms < 0) return `−${formatLength(-ms)}`
  if (ms < 2 * MINUTE && ms % MINUTE !== 0) return `${Math.round(ms / 1000)} s`
  if (ms < 2 * HOUR) return `${Math.round(ms / MINUTE)} min`
  if (ms < 2 * DAY) {
    const minutes = Math.round((ms % HOUR) / MINUTE) % 60
    const hours = Math.round((ms - minutes * MINUTE) / HOUR)
    return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
  }
  const days = Math.floor(ms / DAY)
  return days < 1000 ? plural(days, 'day') : plural(Math.floor(ms / YEAR), 'year')
}

const unitOf = (words: string) => words.replace(/^[\d−]+ /, '')
const singular = (unit: string) => unit.replace(/s$/, '')

/** A length known to the minute: days carry their hours while those still matter. */
function exactly(ms: number): string {
  const hours = Math.round((ms % DAY) / HOUR)
  return ms >= 2 * DAY && ms < 10 * DAY && hours > 0 && hours < 24
    ? `${plural(Math.floor(ms / DAY), 'day')} ${hours} h`
    : formatLength(ms)
}

/** A Duration in words: `78 min`, `9 to 10 days`, `up to 3 h`, `at least 2 days`, or `length not known`. */
export function formatDuration({ min, max }: Duration): string {
  if (min === null && max === null) return 'length not known'
  // Ends that may coincide or lie the other way round leave nothing that could be said.
  if (max === null) return min === null || min <= 0 ? 'length not known' : `at least ${formatLength(min)}`
  if (min === null || min <= 0)
    return max === 0 ? '0 min' : min === null || min < max ? `up to ${formatLength(max)}` : formatLength(max)
  // Spans end a millisecond before the next one begins; rounding that away keeps "24 h" from reading "23 h 60 min".
  const [low, high] = [formatLength(min), formatLength(max % 1000 === 999 ? max + 1 : max)]
  if (low === high) return max - min < 1000 ? exactly(min) : low
  const sameUnit = singular(unitOf(low)) === singular(unitOf(high)) && !unitOf(low).includes(' ')
  return sameUnit ? `${low.replace(` ${unitOf(low)}`, '')} to ${high}` : `${low} to ${high}`
}

/** A duration in words; one that runs backwards says so instead of carrying a minus. */
export const durationWords = ({ min, max }: Duration): string =>
  max !== null && max < 0
    ? `${formatDuration({ min: -max, max: min === null ? null : -min })} before`
    : formatDuration({ min, max })
