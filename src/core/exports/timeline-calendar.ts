import ical, { ICalCalendarMethod, type ICalEventData } from 'ical-generator'
import { moment } from '../time/moment.ts'
import type { TimelineRow } from './timeline-rows.ts'

/** What a calendar says of itself. */
export interface CalendarHead {
  readonly name: string
  /** Identifier of the record, for the events’ own. */
  readonly id: string
  /** The day the record last changed: when each entry was last written. */
  readonly changed: string
}

/** First and last day or instant of an event. A day given without a time takes the whole day; an open end is left open. */
function span(at: string): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  const { start, end } = moment(at)
  const first = start ?? end
  const last = end ?? start
  if (first?.zone !== undefined && last?.zone !== undefined)
    return { start: new Date(first.earliest), ...(last.earliest === first.earliest ? {} : { end: new Date(last.latest) }) }
  // Days are UTC days and the end of a whole-day entry is the day after it (RFC 5545, 3.6.1).
  return { allDay: true, start: new Date(first?.earliest ?? 0), end: new Date((last?.latest ?? 0) + 1) }
}

/** A timeline as an iCalendar file (RFC 5545), one entry per event. */
export function timelineCalendar(rows: readonly TimelineRow[], { name, id: own, changed }: CalendarHead): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Aftermath', product: 'Aftermath', language: 'EN' } })
  for (const { id, at, when, kind, who, title, text, url } of rows)
    calendar.createEvent({
      id: `${id}.${own}`,
      ...span(at),
      stamp: new Date(`${changed}T00:00:00Z`),
      timezone: 'UTC',
      summary: `${kind}: ${title}`,
      description: [when, who, text].filter((words) => words !== '').join('\n'),
      ...(url.includes('://') ? { url } : {}),
    })
  return calendar.toString()
}
