import { type Moment, moment } from './moment.ts'
import type { Point } from './point.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const pad = (value: number) => String(value).padStart(2, '0')

/** The UTC calendar fields of an instant in ms. */
export function utcFields(instant: number): number[] {
  const date = new Date(instant)
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
}

/** `19 July 2024`, `July 2024` or `2024` from calendar fields. */
export function formatDate([year, month, day]: readonly number[]): string {
  const name = month === undefined ? undefined : MONTHS[month - 1]
  return [day, name, year].filter((part) => part !== undefined).join(' ')
}

/**
 * A zone that only the reader's machine knows: the calendar fields of an instant there, and the name of its offset
 * then.
 */
export interface LocalZone {
  fields(instant: number): readonly number[]
  name(instant: number): string
}

/** Which clock times are printed by: the clock of record, the zone each was written in, or the reader's own. */
export type Zone = 'UTC' | 'written' | LocalZone

/** The calendar fields of a date-time on a clock: year, month, day, hour, minute, second. */
export function fieldsIn(point: Point, zone: Zone): readonly number[] {
  if (zone === 'written') return point.fields
  const fields = zone === 'UTC' ? utcFields(point.earliest) : zone.fields(point.earliest)
  // Calendars of machines have no leap seconds.
  return point.fields[5] === 60 ? [...fields.slice(0, 5), 60] : fields
}

/** `04:09` or `04:09:30` of a date-time on a clock (UTC unless told otherwise). Dates have no clock time. */
export function formatClock(point: Point, zone: Zone = 'UTC'): string | undefined {
  if (point.zone === undefined) return undefined
  return fieldsIn(point, zone)
    .slice(3, point.precision === 'second' ? 6 : 5)
    .map(pad)
    .join(':')
}

/** `UTC` or `UTC−04:00` for the zone a point was written in. */
export const zoneName = (zone: string): string => (zone === 'Z' ? 'UTC' : `UTC${zone.replace('-', '−')}`)

function nameIn(point: Point, zone: Zone): string {
  if (zone === 'UTC') return 'UTC'
  return zone === 'written' ? zoneName(point.zone ?? 'Z') : zone.name(point.earliest)
}

function plainPoint(point: Point, zone: Zone): string {
  const clock = formatClock(point, zone)
  if (clock === undefined) return formatDate(point.fields)
  return `${formatDate(fieldsIn(point, zone).slice(0, 3))}, ${clock} ${nameIn(point, zone)}`
}

function point(value: Point, zone: Zone): string {
  return `${value.approximate ? 'about ' : ''}${plainPoint(value, zone)}${value.uncertain ? ' (uncertain)' : ''}`
}

/**
 * Two times of one day on one clock name the day and the clock once; undefined where there is more to say of either
 * end.
 */
function withinDay(start: Point, end: Point, zone: Zone): string | undefined {
  const [first, last] = [formatClock(start, zone), formatClock(end, zone)]
  const [day, sameDay] = [start, end].map((at) => formatDate(fieldsIn(at, zone).slice(0, 3)))
  const qualified = [start, end].some(({ approximate, uncertain }) => approximate || uncertain)
  if (
    first === undefined ||
    last === undefined ||
    qualified ||
    day !== sameDay ||
    nameIn(start, zone) !== nameIn(end, zone)
  )
    return undefined
  return `${day}, ${first} to ${last} ${nameIn(start, zone)}`
}

/**
 * An interval of which one end is given by the clock and the other by that same day alone: `19 July 2024, after 04:09
 * UTC`.
 */
function boundInDay(start: Point, end: Point, zone: Zone): string | undefined {
  const [clocked, calendar, word] = start.zone === undefined ? [end, start, 'before'] : [start, end, 'after']
  if (clocked.zone === undefined || calendar.zone !== undefined) return undefined
  if (calendar.fields.join('-') !== utcFields(clocked.earliest).slice(0, 3).join('-')) return undefined
  return point(clocked, zone).replace(/(?<=, )(?=\d)/, `${word} `)
}

/**
 * A Moment in words, in UTC (the clock of record) or on another clock: `19 July 2024, 04:09 UTC`, `19 July 2024, 04:09
 * to 05:27 UTC`, `19 July 2024, after 04:09 UTC`, `about 2006`, `8 April 2024 to 24 April 2024`, `by 29 July 2024`,
 * `from 19 July 2024`.
 */
export function formatMoment(value: Moment, zone: Zone = 'UTC'): string {
  if (!value.interval) return value.start ? point(value.start, zone) : 'time not known'
  if (!value.start) return value.end ? `by ${point(value.end, zone)}` : 'time not known'
  if (!value.end) return `from ${point(value.start, zone)}`
  const short = withinDay(value.start, value.end, zone) ?? boundInDay(value.start, value.end, zone)
  return short ?? `${point(value.start, zone)} to ${point(value.end, zone)}`
}

/** Like formatMoment, on a checked text. */
export const formatText = (text: string, zone: Zone = 'UTC'): string => formatMoment(moment(text), zone)

/**
 * Value for an HTML `<time datetime>`: the ISO form of a single point without its qualifier, or undefined for
 * intervals.
 */
export function machineTime(text: string): string | undefined {
  return text.includes('/') ? undefined : text.replace(/[~?%]$/, '')
}

/**
 * The year a Moment is filed under (its earliest known end), for lists and filters; undefined when both ends are open.
 */
export function yearOf(value: Moment): number | undefined {
  const instant = value.earliest ?? value.latest
  return instant === null ? undefined : new Date(instant).getUTCFullYear()
}
