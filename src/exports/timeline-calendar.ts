import type { ICalEventData } from 'ical-generator'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { changed } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { moment } from '#time/moment.ts'
import { calendar, marking } from './calendar.ts'
import { timelineRows } from './timeline-rows.ts'

/** First and last day or instant of an event. A day given without a time takes the whole day; an open end is left open. */
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

/** A timeline as an iCalendar file (RFC 5545), one entry per event. */
export function timelineCalendar(knowledge: Knowledge, incident: Entry<'incidents'>): string {
  const made = calendar(knowledge, incident.data.title, routes.timelineFile(incident.id, 'ics'))
  for (const { id, at, when, kind, who, title, text, url } of timelineRows(knowledge, incident))
    made.createEvent({
      ...marking(knowledge),
      id: `${id}.${incident.id}`,
      ...span(at),
      stamp: new Date(`${changed(incident)}T00:00:00Z`),
      timezone: 'UTC',
      summary: `${kind}: ${title}`,
      description: [when, who, text].filter((words) => words !== '').join('\n'),
      ...(url.includes('://') ? { url } : {}),
    })
  return `${made.toString()}\r\n`
}
