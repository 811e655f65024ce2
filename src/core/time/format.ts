import { type Moment, moment } from './moment.ts'
import type { Point } from './point.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const pad = (value: number) => String(value).padStart(2, '0')

/** The UTC calendar fields of an instant in ms. */
export function utcFields(instant: number): number[] {
  const date = new Date(instant)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
}

/** `19 July 2024`, `July 2024` or `2024` from calendar fields. */
export function formatDate([year, month, day]: readonly number[]): string {
  const name = month === undefined ? undefined : MONTHS[month - 1]
  return [day, name, year].filter((part) => part !== undefined).join(' ')
}

/** `04:09` or `04:09:30` of a date-time in UTC, or in its written zone. Dates have no clock time. */
export function formatClock(point: Point, zone: 'UTC' | 'written' = 'UTC'): string | undefined {
  if (point.zone === undefined) return undefined
  const fields = zone === 'UTC' ? utcFields(point.earliest) : point.fields
  return fields.slice(3, point.precision === 'second' ? 6 : 5).map(pad).join(':')
}

/** `UTC` or `UTC−04:00` for the zone a point was written in. */
export const zoneName = (zone: string): string => (zone === 'Z' ? 'UTC' : `UTC${zone.replace('-', '−')}`)

function plainPoint(point: Point, zone: 'UTC' | 'written'): string {
  const clock = formatClock(point, zone)
  if (clock === undefined) return formatDate(point.fields)
  const fields = zone === 'UTC' ? utcFields(point.earliest) : point.fields
  return `${formatDate(fields.slice(0, 3))}, ${clock} ${zone === 'UTC' ? 'UTC' : zoneName(point.zone ?? 'Z')}`
}

function point(value: Point, zone: 'UTC' | 'written'): string {
  return `${value.approximate ? 'about ' : ''}${plainPoint(value, zone)}${value.uncertain ? ' (uncertain)' : ''}`
}

/**
 * A Moment in words, in UTC (the clock of record) or in the zone as written:
 * `19 July 2024, 04:09 UTC`, `about 2006`, `8 April 2024 to 24 April 2024`, `by 29 July 2024`, `from 19 July 2024`.
 */
export function formatMoment(value: Moment, zone: 'UTC' | 'written' = 'UTC'): string {
  if (!value.interval) return value.start ? point(value.start, zone) : 'time not known'
  if (!value.start) return value.end ? `by ${point(value.end, zone)}` : 'time not known'
  if (!value.end) return `from ${point(value.start, zone)}`
  return `${point(value.start, zone)} to ${point(value.end, zone)}`
}

/** Like formatMoment, on a checked text. */
export const formatText = (text: string, zone: 'UTC' | 'written' = 'UTC'): string => formatMoment(moment(text), zone)

/** Value for an HTML `<time datetime>`: the ISO form of a single point without its qualifier, or undefined for intervals. */
export function machineTime(text: string): string | undefined {
  return text.includes('/') ? undefined : text.replace(/[~?%]$/, '')
}

/** The year a Moment is filed under (its earliest known end), for lists and filters; undefined when both ends are open. */
export function yearOf(value: Moment): number | undefined {
  const instant = value.earliest ?? value.latest
  return instant === null ? undefined : new Date(instant).getUTCFullYear()
}
