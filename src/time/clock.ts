import { formatDuration, formatLength } from './duration.ts'
import { fieldsIn, formatClock, utcFields, type Zone } from './format.ts'
import { isInstant, moment, type Moment } from './moment.ts'
import type { Point } from './point.ts'

/**
 * How a time is drawn: an exact mark, a dashed one, a bar across a day or longer, an interval with one or two named
 * ends, or somewhere within bounds of which the clock gives one and the calendar the other.
 */
export type Shape = 'exact' | 'about' | 'day' | 'span' | 'by' | 'from' | 'within'

/** What the clock column shows. */
export interface Clock {
  readonly shape: Shape
  /** The time, or the first end of an interval. */
  readonly top: string
  /** The other end, or what to know about the time. */
  readonly below?: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY = 24 * 60 * 60_000

/** `19 Jul`, `Jul` or `2024`, with the year where it is not the one in sight. */
function date(fields: readonly number[], year: number): string {
  const [y = 0, month, day] = fields
  if (month === undefined) return String(y)
  return [day, MONTHS[month - 1], y === year ? undefined : y].filter((part) => part !== undefined).join(' ')
}

const pointDay = (point: Point, year: number) =>
  date(point.zone === undefined ? point.fields : utcFields(point.earliest).slice(0, 3), year)

/**
 * The UTC day on which something was, or the days between which, under a heading that tells the year: `19 Jul`, `by 20
 * Jul`, `about May`, `19 Jul to 31 Aug`.
 */
export function daysBetween({ start, end: finish, interval }: Moment, year: number): string {
  const words = (point: Point) => `${point.approximate ? 'about ' : ''}${pointDay(point, year)}`
  if (start === null) return finish === null ? '' : `by ${words(finish)}`
  if (!interval) return words(start)
  if (finish === null) return `from ${words(start)}`
  return words(start) === words(finish) ? words(start) : `${words(start)} to ${words(finish)}`
}

/** The UTC day a time begins on, short, with its year: `19 Jul 2024`, `Jul 2024`. Undefined where that is not known. */
export function shortDay(at: string | undefined): string | undefined {
  const start = at === undefined ? null : (moment(at).start ?? moment(at).end)
  return start === null ? undefined : pointDay(start, 0)
}

/** What a heading tells the reader already: a day (`2024-7-19`, without zeros) and a year. */
export interface Sight {
  readonly day?: string
  readonly year: number
}

/**
 * What a heading tells of the time that opens its group: the day where it is one of a day, else only the year. Both in
 * UTC.
 */
export function sightOf({ earliest, latest }: Moment, inDay: boolean): Sight {
  const day = new Date(earliest ?? latest ?? 0)
  const year = day.getUTCFullYear()
  return inDay ? { day: `${year}-${day.getUTCMonth() + 1}-${day.getUTCDate()}`, year } : { year }
}

/** One end of a time: with its date unless the heading gives it. */
function end(point: Point, sight: Sight, zone: Zone): string {
  const fields = point.zone === undefined ? point.fields : fieldsIn(point, zone).slice(0, 3)
  const time = formatClock(point, zone)
  const sameDay = fields.length === 3 && fields.join('-') === sight.day
  if (time === undefined) return date(fields, sight.year)
  return sameDay ? time : `${date(fields, sight.year)}, ${time}`
}

const doubtOf = ({ approximate, uncertain }: Point): string | undefined =>
  approximate ? 'about' : uncertain ? 'uncertain' : undefined

function ofPoint(point: Point, text: string): Clock {
  const doubt = doubtOf(point)
  return {
    shape: doubt ? 'about' : point.zone === undefined ? 'day' : 'exact',
    top: text,
    ...(doubt === undefined ? {} : { below: doubt }),
  }
}

/**
 * What is known by its bounds alone: one end is given by the clock, the other by the day only. `after 04:09`, and `by
 * 21 Jul` beneath where that is another day; `before 05:27` where the clock gives the later one.
 */
function within(first: Point, last: Point, sight: Sight, zone: Zone): Clock | undefined {
  if ((first.zone === undefined) === (last.zone === undefined)) return undefined
  const [clocked, calendar] = first.zone === undefined ? [last, first] : [first, last]
  const day = utcFields(clocked.earliest).slice(0, 3).join('-')
  const sameDay = calendar.fields.join('-') === day
  if (clocked === last && !sameDay) return undefined
  const bound = clocked === first ? 'after' : 'before'
  const top = end(clocked, sight, zone).replace(/[^ ]+$/, (time) => `${bound} ${time}`)
  return { shape: 'within', top, ...(sameDay ? {} : { below: `by ${end(last, sight, zone)}` }) }
}

/** The clock column of an event under a heading that tells `sight`, in UTC unless another zone is asked for. */
export function clock(m: Moment, sight: Sight, zone: Zone = 'UTC'): Clock {
  const [start, finish] = [m.start && end(m.start, sight, zone), m.end && end(m.end, sight, zone)]
  if (!m.interval) return m.start && start !== null ? ofPoint(m.start, start) : { shape: 'about', top: 'not known' }
  if (start === null) return { shape: 'by', top: `by ${finish}` }
  if (finish === null) return { shape: 'from', top: start, below: 'end open' }
  const bounded = m.start && m.end && within(m.start, m.end, sight, zone)
  return bounded ?? { shape: 'span', top: start, below: `to ${finish}` }
}

const signed = (ms: number) => (ms < 0 ? formatLength(ms) : `+${formatLength(ms)}`)
const signedDays = (days: number) => (Math.abs(days) === 1 ? `${days < 0 ? '−' : '+'}1 day` : signed(days * DAY))
const calendarDay = (instant: number) => Math.floor(instant / DAY)

/**
 * Time since the beginning (an instant): exact for instants, calendar days for days, nothing where it would only repeat
 * a doubt. `start`, `+1 h 18 min`, `−6 h 29 min`, `+6 days`, `+0 to 78 min`, `+5 to 20 min`.
 */
export function elapsed(zero: Moment, m: Moment): string | undefined {
  if (zero.earliest === null || !m.start || !m.end) return undefined
  const [low, high] = [m.start.earliest - zero.earliest, m.end.latest - zero.earliest]
  if (isInstant(m)) return low === 0 ? 'start' : signed(low)
  if (m.start.zone !== undefined && m.end.zone !== undefined) {
    if (low === 0) return `+0 to ${formatLength(high)}`
    return low > 0 ? `+${formatDuration({ min: low, max: high })}` : undefined
  }
  const days = calendarDay(m.start.earliest) - calendarDay(zero.earliest)
  return m.interval || m.start.precision !== 'day' || days === 0 ? undefined : signedDays(days)
}
