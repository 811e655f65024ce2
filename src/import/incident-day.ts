import { type DayOrder, dayOrderIn, daysIn, isoDay } from './days.ts'
import { type Document, plain } from './document.ts'
import type { DraftEvent, DraftMilestone } from './draft.ts'
import type { Header } from './header-reader.ts'

/** A day that the name of a file begins with: `2025-03-04-checkout.md`, `20250304_checkout.md`. */
function dayOfName(name: string): string | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)/.exec(name)
  const [, year, month, day] = match?.map(Number) ?? []
  const text = year && month && day ? isoDay({ year, month, day }) : undefined
  return text !== undefined && !Number.isNaN(Date.parse(text)) ? text : undefined
}

/**
 * The order of day and month in the dates of a document that are written with slashes: as other dates of it show, or as
 * the day in the name of its file does. Undefined where neither tells.
 */
export function orderOf(text: string, name: string): DayOrder | undefined {
  const day = dayOfName(name)
  const told = dayOrderIn(text)
  if (told !== undefined || day === undefined) return told
  const has = (order: DayOrder) => daysIn(text, order).some((one) => isoDay(one) === day)
  const orders = (['dayFirst', 'monthFirst'] as const).filter(has)
  return orders.length === 1 ? orders[0] : undefined
}

/** The day of the incident, from the surest place that names one. */
export function dayOf(
  document: Document,
  header: Header,
  name: string,
  title: string,
  order: DayOrder | undefined,
): string | undefined {
  const inTitle = daysIn(title, order).find(
    ({ day, year, ambiguous }) => day !== undefined && year !== undefined && !ambiguous,
  )
  const known = header.day ?? dayOfName(name) ?? (inTitle && isoDay(inTitle))
  if (known !== undefined) return known
  // A single day in what comes first is the day of the incident; of several none is.
  const first = document.sections
    .slice(0, 4)
    .flatMap(({ blocks, kind }) => (kind === 'timeline' || kind === 'actions' ? [] : blocks))
  const days = new Set(
    daysIn(first.map(({ node }) => plain(node)).join('\n'), order).flatMap((day) =>
      day.ambiguous || day.day === undefined ? [] : (isoDay(day) ?? []),
    ),
  )
  return days.size === 1 ? [...days][0] : undefined
}

/**
 * The day that an id begins with: that of the beginning, of the document if something happened on it, or of the first
 * event.
 */
export function dayOfRecord(
  day: string | undefined,
  events: readonly DraftEvent[],
  milestones: readonly DraftMilestone[],
): string | undefined {
  const began = milestones.find(({ name }) => name === 'began')?.event
  const of = (event: DraftEvent | undefined) => /\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(event?.at ?? '')?.[0]
  const start = of(events.find(({ id }) => id === began))
  if (start !== undefined) return start
  if (day !== undefined && (events.length === 0 || events.some((event) => of(event) === day))) return day
  const [first] = milestones
  return of(events.find(({ id }) => id === first?.event)) ?? of(events[0]) ?? day
}
