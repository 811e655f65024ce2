/** One written date or date-time: the ends of every Moment are made of these. */
export interface Point {
  readonly precision: 'year' | 'month' | 'day' | 'minute' | 'second'
  /** The fields as written, in the written zone: year, month, day, hour, minute, second; shorter for dates. */
  readonly fields: readonly number[]
  /** `Z` or an offset such as `-04:00`, as written; absent for dates, which are UTC calendar spans. */
  readonly zone?: string
  readonly approximate: boolean
  readonly uncertain: boolean
  /** First and last instant (ms since 1970-01-01T00:00Z, inclusive); equal for date-times. */
  readonly earliest: number
  readonly latest: number
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})([~?%]?)$/
const COMPACT_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?([+-])(\d{2})(\d{2})?[~?%]?$/
const PRECISIONS = ['year', 'month', 'day'] as const
const EXPECTED =
  'write "2024-07-19T04:09Z", "2024-07-19", "2024-07", "2024" (each may end in ~, ? or %), or ' +
  'an interval such as "2024-04-08/2024-04-24", "../2024-07-29", "2024-07-19/.."'

const qualities = (mark: string) => ({
  approximate: mark === '~' || mark === '%',
  uncertain: mark === '?' || mark === '%',
})
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

function dateProblem([year = 0, month, day]: readonly number[]): string | undefined {
  if (year < 1000) return 'years run from 1000 to 9999'
  if (month !== undefined && (month < 1 || month > 12)) return `there is no month ${month}; months run from 01 to 12`
  if (day !== undefined && month !== undefined && (day < 1 || day > daysIn(year, month)))
    return `${year}-${String(month).padStart(2, '0')} has no day ${day}; it has ${daysIn(year, month)} days`
  return undefined
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  if (hours > 14 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

function parseDate(match: RegExpMatchArray): Point | { problem: string } {
  const fields = match
    .slice(1, 4)
    .filter((part) => part !== undefined)
    .map(Number)
  const problem = dateProblem(fields)
  if (problem) return { problem }
  const [year = 0, month = 1, day = 1] = fields
  const next =
    [Date.UTC(year + 1, 0), Date.UTC(year, month), Date.UTC(year, month - 1, day + 1)][fields.length - 1] ?? 0
  return {
    precision: PRECISIONS[fields.length - 1] ?? 'year',
    fields,
    ...qualities(match[4] ?? ''),
    earliest: Date.UTC(year, month - 1, day),
    latest: next - 1,
  }
}

function parseDateTime(match: RegExpMatchArray): Point | { problem: string } {
  const seconds = match[6] !== undefined
  const fields = match.slice(1, seconds ? 7 : 6).map(Number)
  const problem = dateProblem(fields.slice(0, 3))
  if (problem) return { problem }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = fields
  // A leap second is the last of its day by UTC (RFC 3339); here it is the last instant before that day ends.
  const leap = second === 60 && minute === 59
  if (hour > 23 || minute > 59 || (second > 59 && !leap))
    return {
      problem:
        `there is no time ${match[4]}:${match[5]}${seconds ? `:${match[6]}` : ''}; ` +
        'times run from 00:00:00 to 23:59:59',
    }
  const zone = match[7] ?? 'Z'
  const offset = offsetMinutes(zone)
  if (offset === undefined) return { problem: `there is no offset ${zone}; offsets run from -14:00 to +14:00` }
  const instant = Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000 - (leap ? 1 : 0)
  if (
    leap &&
    ((instant + 1) % 86_400_000 !== 0 || !/^(?:06-30|12-31)$/.test(new Date(instant).toISOString().slice(5, 10)))
  )
    return {
      problem:
        `there is no time ${match[4]}:${match[5]}:60 on that day; leap ` +
        'seconds end 30 June or 31 December at 23:59:60 UTC',
    }
  return {
    precision: seconds ? 'second' : 'minute',
    fields,
    zone,
    ...qualities(match[8] ?? ''),
    earliest: instant,
    latest: instant,
  }
}

/** Parses one date or date-time with its optional qualifier. Returns the Point, or a problem that says what to type. */
export function parsePoint(text: string): Point | { problem: string } {
  const date = DATE.exec(text)
  if (date) return parseDate(date)
  const dateTime = DATE_TIME.exec(text)
  if (dateTime) return parseDateTime(dateTime)
  if (
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text) &&
    !/(Z|[+-]\d{2}:\d{2})[~?%]?$/.test(text) &&
    !COMPACT_OFFSET.test(text)
  )
    return { problem: 'a time of day needs its zone: end it in Z for UTC, or in an offset such as -04:00' }
  const compact = COMPACT_OFFSET.exec(text)
  if (compact)
    return {
      problem:
        'an offset has a colon between its hours and minutes: write ' +
        `${compact[1]}${compact[2]}:${compact[3] ?? '00'}`,
    }
  return { problem: EXPECTED }
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** Prints a Point exactly as an author would write it. */
export function printPoint({ fields, zone, approximate, uncertain }: Point): string {
  const [year = 0, ...rest] = fields
  const date = [pad(year, 4), ...rest.slice(0, 2).map((value) => pad(value))].join('-')
  const time = zone
    ? `T${rest
        .slice(2)
        .map((value) => pad(value))
        .join(':')}${zone}`
    : ''
  const mark = approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : ''
  return date + time + mark
}
