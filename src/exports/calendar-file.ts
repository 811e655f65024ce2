import ical, { ICalEventBusyStatus, ICalEventTransparency, type ICalCalendar, type ICalEventData } from 'ical-generator'
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

/**
 * The id of an event among all calendars of the world: its own, with the host and path prefix of its site behind it. A
 * site that does not know its address is told apart by its title, in a domain that nobody can have (RFC 2606).
 */
export function eventUid(id: string, address: string | undefined, title: string): string {
  if (address !== undefined && URL.canParse(address)) {
    const { hostname, pathname } = new URL(address)
    const base = pathname.split('/').filter((name) => name !== '')
    return `${[id, ...base].join('.')}@${hostname}`
  }
  const name = oneLine(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return `${id}@${name.slice(0, 60)}.aftermath.invalid`
}

/** What happened or is due makes nobody busy, in whatever program shows it. */
export const FREE = {
  transparency: ICalEventTransparency.TRANSPARENT,
  busystatus: ICalEventBusyStatus.FREE,
} as const satisfies Partial<ICalEventData>

/**
 * A calendar named after its site, with the disclosure label before the name; nothing in it depends on when it is
 * written.
 */
export function calendarFile({ title, language, disclosure }: CalendarSite, name: string): ICalCalendar {
  // The library writes names as they are given.
  const site = oneLine(title)
  return ical({
    name: `${disclosure === undefined ? '' : `${disclosure} `}${site}: ${oneLine(name)}`,
    prodId: { company: site.replaceAll('/', ' '), product: 'Aftermath', language: oneLine(language).toUpperCase() },
  })
}
