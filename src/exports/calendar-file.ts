import ical, { type ICalCalendar, type ICalEventData } from 'ical-generator'
import { oneLine } from '#text/words.ts'

/** The site that a calendar is of, as far as calendars name it. */
export interface CalendarSite {
  readonly title: string
  readonly language: string
  /** TLP label of a build above CLEAR. */
  readonly disclosure?: string
}

/** Marks an event of a build above CLEAR: programs show categories, and keep them when an event is copied. */
export const marking = ({ disclosure }: Pick<CalendarSite, 'disclosure'>): Pick<ICalEventData, 'categories'> =>
  disclosure === undefined ? {} : { categories: [{ name: disclosure }] }

/** A calendar named after its site, with the disclosure label before the name; nothing in it depends on when it is written. */
export function calendarFile({ title, language, disclosure }: CalendarSite, name: string): ICalCalendar {
  // The library writes names as they are given.
  const site = oneLine(title)
  return ical({
    name: `${disclosure === undefined ? '' : `${disclosure} `}${site}: ${oneLine(name)}`,
    prodId: { company: site.replaceAll('/', ' '), product: 'Aftermath', language: oneLine(language).toUpperCase() },
  })
}
