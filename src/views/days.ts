import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { moment } from '#time/moment.ts'
import type { Link } from './label.ts'
import { ledger, LEDGER_KIND, type LedgerEntry, shape } from './ledger.ts'
import type { Phases } from './phases.ts'

const DAY = 86_400_000
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Something on a day: its first day, or a later one of several. */
export interface DayLine extends Link {
  readonly year: number
  readonly kindLabel: string
  /** `day 3 of 11` where it lasted longer than a day; what lasted has every one of its days, however many years that were. Where only a span of days is known in which it was, `one of 44 possible days`. */
  readonly place?: string
  /** The shape of an incident. */
  readonly phases?: Phases
}

/** All years of one day of the calendar. */
export interface DayView {
  /** `07-19`. */
  readonly day: string
  readonly heading: string
  readonly route: string
  readonly lines: readonly DayLine[]
}

const midnight = (instant: number) => Math.floor(instant / DAY) * DAY

/** First and last day (UTC midnight, ms) of an entry; undefined where its day is not known. */
function daysOf({ at, until }: LedgerEntry): { first: number; last: number } | undefined {
  const [from, to] = [moment(at), moment(until ?? at)]
  const precise = [from.start ?? from.end, until === undefined ? undefined : (to.end ?? to.start)]
  if (from.earliest === null || precise[0]?.precision === 'month' || precise[0]?.precision === 'year') return undefined
  const first = midnight(from.earliest)
  const coarse = precise[1]?.precision === 'month' || precise[1]?.precision === 'year'
  const last = coarse || to.latest === null ? first : midnight(to.latest)
  return { first, last: Math.max(first, last) }
}

/** Which of its days fall on one day of the calendar: what lasted years comes there again, and is one line still. */
function placeWords(places: readonly number[], count: number): string {
  const [first = 0] = places
  const all = count.toLocaleString('en-GB')
  return places.length === 1
    ? `day ${first.toLocaleString('en-GB')} of ${all}`
    : `${places.length} of its ${all} days, the first of them day ${first.toLocaleString('en-GB')}`
}

const possibleDays = (count: number) => `one of ${count.toLocaleString('en-GB')} possible days`

function dayLines(knowledge: Knowledge, entry: LedgerEntry): { day: string; line: DayLine }[] {
  const span = daysOf(entry)
  if (span === undefined) return []
  const count = Math.round((span.last - span.first) / DAY) + 1
  const line = { text: entry.text, route: entry.route, kindLabel: LEDGER_KIND[entry.kind], ...shape(knowledge, entry) }
  const dates = Array.from({ length: count }, (_, index) => ({
    place: index + 1,
    date: new Date(span.first + index * DAY).toISOString(),
  }))
  return [...Map.groupBy(dates, ({ date }) => date.slice(5, 10))].map(([day, own]) => ({
    day,
    line: {
      ...line,
      year: Number(own[0]?.date.slice(0, 4)),
      ...(count === 1
        ? {}
        : {
            place:
              entry.until === undefined && entry.kind !== 'summit'
                ? possibleDays(count)
                : placeWords(
                    own.map(({ place }) => place),
                    count,
                  ),
          }),
    },
  }))
}

/** A day of the calendar in words: `19 July`. */
export const calendarDay = (day: string): string =>
  `${Number(day.slice(3))} ${MONTHS[Number(day.slice(0, 2)) - 1] ?? ''}`

/** Every day of the calendar on which something began, went on or was said, from January on; newest year first. */
export function dayViews(knowledge: Knowledge): DayView[] {
  const found = Map.groupBy(
    ledger(knowledge).flatMap((entry) => dayLines(knowledge, entry)),
    ({ day }) => day,
  )
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => ({
      day,
      heading: calendarDay(day),
      route: routes.day(day),
      lines: own.map(({ line }) => line).sort((a, b) => b.year - a.year),
    }))
}

/** A calendar of all days, by month, with how much there is on each. */
export function dayCalendar(views: readonly DayView[]) {
  return [...Map.groupBy(views, ({ day }) => day.slice(0, 2))].map(([month, own]) => ({
    heading: MONTHS[Number(month) - 1] ?? month,
    days: own.map(({ day, route, lines }) => ({ text: String(Number(day.slice(3))), route, count: lines.length })),
  }))
}
