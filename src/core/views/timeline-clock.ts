import { formatDuration, formatLength } from '../time/duration.ts'
import { formatClock, utcFields } from '../time/format.ts'
import { isInstant, moment, type Moment } from '../time/moment.ts'
import type { Point } from '../time/point.ts'

/** How a time is drawn: an exact mark, a dashed one, a bar across a day or longer, or an interval with one or two named ends. */
export type Shape = 'exact' | 'about' | 'day' | 'span' | 'by' | 'from'

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

/** The UTC day a time begins on, short, with its year: `19 Jul 2024`, `Jul 2024`. Undefined where that is not known. */
export function shortDay(at: string | undefined): string | undefined {
  const start = at === undefined ? null : (moment(at).start ?? moment(at).end)
  return start === null ? undefined : date(start.zone === undefined ? start.fields : utcFields(start.earliest).slice(0, 3), 0)
}

/** One end of a time: with its date unless the heading gives it. `sight` is what the reader knows already. */
function end(point: Point, sight: { readonly day?: string; readonly year: number }): string {
  const fields = point.zone === undefined ? point.fields : utcFields(point.earliest).slice(0, 3)
  const time = formatClock(point)
  const sameDay = fields.length === 3 && fields.join('-') === sight.day
  if (time === undefined) return date(fields, sight.year)
  return sameDay ? time : `${date(fields, sight.year)}, ${time}`
}

const doubtOf = ({ approximate, uncertain }: Point): string | undefined => (approximate ? 'about' : uncertain ? 'uncertain' : undefined)

function ofPoint(point: Point, text: string): Clock {
  const doubt = doubtOf(point)
  return {
    shape: doubt ? 'about' : point.zone === undefined ? 'day' : 'exact',
    top: text,
    ...(doubt === undefined ? {} : { below: doubt }),
  }
}

/** The clock column of an event under a heading that gives its day (`inDay`) or only its year. Times are in UTC. */
export function clock(m: Moment, inDay: boolean): Clock {
  const instant = m.earliest ?? m.latest ?? 0
  const [year = 0, month = 0, day = 0] = utcFields(instant)
  const sight = inDay ? { day: `${year}-${month}-${day}`, year } : { year }
  const [start, finish] = [m.start && end(m.start, sight), m.end && end(m.end, sight)]
  if (!m.interval) return m.start && start !== null ? ofPoint(m.start, start) : { shape: 'about', top: 'not known' }
  if (start === null) return { shape: 'by', top: `by ${finish}` }
  if (finish === null) return { shape: 'from', top: start, below: 'end open' }
  const endsThatDay = inDay && m.end?.zone === undefined && m.end?.fields.join('-') === sight.day
  return { shape: 'span', top: start, below: endsThatDay ? 'to end of day' : `to ${finish}` }
}

const signed = (ms: number) => (ms < 0 ? formatLength(ms) : `+${formatLength(ms)}`)
const signedDays = (days: number) => (Math.abs(days) === 1 ? `${days < 0 ? '−' : '+'}1 day` : signed(days * DAY))
const calendarDay = (instant: number) => Math.floor(instant / DAY)

/**
 * Time since the beginning (an instant): exact for instants, calendar days for days, nothing where it would only repeat a doubt.
 * `start`, `+1 h 18 min`, `−6 h 29 min`, `+6 days`, `+0 to 78 min`, `+5 to 20 min`.
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
