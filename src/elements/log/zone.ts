import { clock, sightOf } from '#time/clock.ts'
import { formatMoment, type Zone, zoneName } from '#time/format.ts'
import { type Moment, moment } from '#time/moment.ts'
import type { Point } from '#time/point.ts'
import { localZone } from './local-zone.ts'
import { said, t } from '../words.ts'

/** The clocks a reader can choose, by their name in the address; UTC has none. */
export const ZONES = { '': 'UTC', local: 'Your time zone', written: 'As written' } as const
export type ZoneName = keyof typeof ZONES

const zones: Readonly<Record<ZoneName, Zone>> = { '': 'UTC', local: localZone, written: 'written' }

const writtenAt = (element: HTMLElement) => element.dataset['at'] ?? element.getAttribute('datetime') ?? ''

/** What the heading above tells: its day, where it is one of a day, and the year. Headings stay in UTC. */
const headingDay = (element: Element) => element.closest<HTMLElement>('ol')?.dataset['day'] !== undefined

/**
 * Names the zone an end was written in, where it is not the clock of record; the style sheet shows it below the time.
 */
function nameZone(element: HTMLElement, point: Point | null, zone: Zone): void {
  delete element.dataset['off']
  if (zone === 'written' && point?.zone !== undefined && point.zone !== 'Z')
    element.dataset['off'] = zoneName(point.zone)
}

function showInColumn(element: HTMLElement, at: Moment, zone: Zone): void {
  const { top, below } = clock(at, sightOf(at, headingDay(element)), zone)
  element.textContent = said(top)
  nameZone(element, at.start ?? at.end, zone)
  const second = element.parentElement?.querySelector<HTMLElement>('.to')
  if (!second || !at.interval) return
  second.textContent = said(below ?? '')
  nameZone(second, at.end, zone)
}

/** Shows every time of day on the page by the clock of a name, if it is the name of one. */
export function showNamedZone(root: ParentNode, name: string): void {
  if (Object.hasOwn(ZONES, name)) showZone(root, name as ZoneName)
}

/** Shows every time of day on the page by another clock. Days stay days: they have no hour to move. */
export function showZone(root: ParentNode, name: ZoneName): void {
  const zone = zones[name]
  for (const element of root.querySelectorAll<HTMLElement>('time[datetime*=T], [data-at*=T]')) {
    const at = moment(writtenAt(element))
    if (element.closest('.t')) showInColumn(element, at, zone)
    else element.textContent = said(formatMoment(at, zone))
  }
  for (const label of root.querySelectorAll('[data-zone]')) label.textContent = t(ZONES[name])
}
