import type { ICalCalendar, ICalEventData } from 'ical-generator'
import { stateAt } from '#knowledge/follow-through.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { changed } from '#knowledge/dates.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { moment } from '#time/moment.ts'
import { labelOf } from '#views/label.ts'
import { headlineWords } from '#views/commitment-state.ts'
import { calendarFile, eventUid, FREE, marking } from './calendar-file.ts'
import { disclosureOf } from './twin.ts'

const DAY = 86_400_000

const siteOf = (knowledge: Knowledge) => ({
  title: knowledge.site.title,
  language: knowledge.site.language,
  ...disclosureOf(knowledge),
})

/** A calendar of the site, with its address where the site knows it. */
function calendar(knowledge: Knowledge, name: string, route: string): ICalCalendar {
  const made = calendarFile(siteOf(knowledge), name)
  return knowledge.address === undefined ? made : made.source(absolute(knowledge, route))
}

/**
 * Whole days from a Moment to another, as calendars want them; undefined where an end is open or the span is longer
 * than a month.
 */
function days(from: string, to: string): Pick<ICalEventData, 'start' | 'end' | 'allDay'> | undefined {
  const [start, end] = [moment(from).earliest, moment(to).latest]
  if (start === null || end === null || end - start > 31 * DAY) return undefined
  const floor = (instant: number) => Math.floor(instant / DAY) * DAY
  return { start: new Date(floor(start)), end: new Date(floor(end) + DAY), allDay: true }
}

const common = (
  knowledge: Knowledge,
  entry: AnyEntry,
): Pick<ICalEventData, 'id' | 'stamp' | 'sequence' | 'url' | 'categories'> => ({
  ...marking(siteOf(knowledge)),
  ...FREE,
  id: eventUid(entry.id, knowledge.address, knowledge.site.title),
  stamp: new Date(`${changed(entry)}T00:00:00Z`),
  sequence: entry.data.revision - 1,
  // Calendars want a whole address or none.
  ...(knowledge.address === undefined ? {} : { url: absolute(knowledge, routes.record(entry.kind, entry.id)) }),
})

/**
 * Meetings as an iCalendar file (RFC 5545): whole days in UTC. Meetings known only to a span of over a month are left
 * out.
 */
export function summitsCalendar(knowledge: Knowledge, entries: readonly Entry<'summits'>[], route: string): string {
  const made = calendar(knowledge, 'Meetings', route)
  for (const entry of entries) {
    const { date, end, place, title, summary } = entry.data
    const when = days(date, end ?? date)
    if (when)
      made.createEvent({
        ...common(knowledge, entry),
        ...when,
        summary: title,
        description: summary,
        ...(place === undefined ? {} : { location: place }),
      })
  }
  return `${made.toString()}\r\n`
}

/**
 * Due dates in force as an iCalendar file: each on the last day that it names, with what became of the promise so far.
 */
export function dueCalendar(knowledge: Knowledge): string {
  const made = calendar(knowledge, 'Due dates', routes.dueCalendar())
  for (const entry of knowledge.all('commitments')) {
    const state = stateAt(knowledge, entry)
    const last = state.due === undefined ? null : moment(state.due).latest
    if (last === null || state.headline === 'superseded' || state.headline === 'withdrawn') continue
    const start = new Date(Math.floor(last / DAY) * DAY)
    made.createEvent({
      ...common(knowledge, entry),
      start,
      end: new Date(start.getTime() + DAY),
      allDay: true,
      summary: `Due: ${labelOf(knowledge, entry)}`,
      description: `${headlineWords(state).label}. ${headlineWords(state).means}`,
    })
  }
  return `${made.toString()}\r\n`
}
