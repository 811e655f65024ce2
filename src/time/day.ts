import { betweenTexts, formatDuration } from './duration.ts'
import { type Moment, moment } from './moment.ts'

const DAY = 86_400_000

/** The UTC day of an instant (ms since 1970), as `2024-07-19`. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** The last instant of a UTC day (`2024-07-19`), in ms: “as of” a day means when that day was over. */
export const endOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) + DAY - 1

/** The first instant at which a checked Moment can have been: its earliest, or for `../x` its latest. */
export function knownFrom(text: string): number {
  const { earliest, latest } = moment(text)
  return earliest ?? latest ?? Number.NEGATIVE_INFINITY
}

const isOnOneDay = ({ earliest, latest }: Moment): boolean =>
  earliest !== null && latest !== null && dayOf(earliest) === dayOf(latest)

/**
 * The time between two checked Moments as calendars count it: whole days where each lies on one UTC day, else the range
 * that is known.
 */
export function gapInDays(from: string, to: string): string {
  const [start, end] = [moment(from), moment(to)]
  if (!isOnOneDay(start) || !isOnOneDay(end) || start.earliest === null || end.earliest === null)
    return formatDuration(betweenTexts(from, to))
  const days = Math.floor(end.earliest / DAY) - Math.floor(start.earliest / DAY)
  return days === 0 ? 'the same day' : `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`
}
