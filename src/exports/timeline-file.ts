import type { PublishedRecord } from './published.ts'
import { timelineCalendar } from './timeline-calendar.ts'
import { timelineCsv } from './timeline-csv.ts'
import { timelineMarkdown } from './timeline-markdown.ts'
import { timelineRows } from './timeline-rows.ts'

/** The forms that a timeline can be taken away in, with their media types. */
export const TIMELINE_FORMS = {
  md: 'text/markdown',
  csv: 'text/csv',
  ics: 'text/calendar',
} as const
export type TimelineForm = keyof typeof TIMELINE_FORMS

/**
 * The timeline of a published incident as a file: all of it, or the events with certain ids. Browser and command line
 * call this.
 */
export function timelineFile(form: TimelineForm, incident: PublishedRecord, only?: ReadonlySet<string>): string {
  const rows = timelineRows(incident, only)
  switch (form) {
    case 'md':
      return timelineMarkdown(rows, incident.disclosure)
    case 'csv':
      return timelineCsv(rows, incident.disclosure)
    case 'ics':
      return timelineCalendar(incident, rows)
    default:
      return form satisfies never
  }
}
