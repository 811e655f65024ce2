import type { ICalEventData } from 'ical-generator'
import { moment } from '#time/moment.ts'
import { calendarFile, eventUid, FREE, marking } from './calendar-file.ts'
import type { PublishedRecord } from './published.ts'
import type { TimelineRow } from './timeline-rows.ts'

/**
 * First and last day or instant of an event. A day given without a time takes the whole day; an open end is left open.
 */
function span(at: string): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  const { start, end } = moment(at)
  const first = start ?? end
  const last = end ?? start
  if (first?.zone !== undefined && last?.zone !== undefined)
    return {
      start: new Date(first.earliest),
      ...(last.earliest === first.earliest ? {} : { end: new Date(last.latest) }),
    }
  // Days are UTC days and the end of a whole-day entry is the day after it (RFC 5545, 3.6.1).
  return { allDay: true, start: new Date(first?.earliest ?? 0), end: new Date((last?.latest ?? 0) + 1) }
}

/** Address of the site that published a record, as far as it knows it. */
const addressOf = ({ url, id }: PublishedRecord): string | undefined =>
  url.includes('://') ? url.slice(0, url.lastIndexOf('/', url.lastIndexOf(`/${id}`) - 1)) : undefined

/**
 * A timeline as an iCalendar file (RFC 5545), one entry per event; stamped with the day of the revision, so that it is
 * the same each time.
 */
export function timelineCalendar(incident: PublishedRecord, rows: readonly TimelineRow[]): string {
  const { citation, disclosure } = incident
  const site = {
    title: citation.site,
    language: citation.language,
    ...(disclosure === undefined ? {} : { disclosure }),
  }
  const made = calendarFile(site, citation.title)
  for (const { id, at, when, kind, who, title, text, url } of rows)
    made.createEvent({
      ...marking(site),
      ...FREE,
      id: eventUid(`${id}.${incident.id}`, addressOf(incident), site.title),
      ...span(at),
      stamp: new Date(`${citation.revised.slice(0, 10)}T00:00:00Z`),
      timezone: 'UTC',
      summary: `${kind}: ${title}`,
      description: [when, who, text].filter((words) => words !== '').join('\n'),
      ...(url.includes('://') ? { url } : {}),
    })
  return `${made.toString()}\r\n`
}
