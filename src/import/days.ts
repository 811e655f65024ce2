/** A day of the calendar as a document gives it; the year may be left to the context. */
export interface Day {
  readonly year?: number
  readonly month: number
  /** Absent where only the month is named. */
  readonly day?: number
}

/** A day found in a text: where it stands, and whether day and month could be the other way round (`03/04/2025`). */
export interface FoundDay extends Day {
  readonly from: number
  readonly to: number
  readonly written: string
  /**
   * Written with slashes or dashes, both numbers at most 12 and different: `month` and `day` are then read the American
   * way.
   */
  readonly ambiguous?: boolean
  /** Which order a date with slashes shows by itself. */
  readonly order?: DayOrder
}

/** The order of day and month in dates written with slashes. */
export type DayOrder = 'dayFirst' | 'monthFirst'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|' +
  'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const ORDINAL = '(?:st|nd|rd|th)?'
const YEAR = String.raw`(?:19|20)\d\d`

const FORMS: readonly RegExp[] = [
  // 2025-03-04, 2025/03/04, 2025.03.04, before a time too
  new RegExp(String.raw`(?<![\d./-])(?<y>${YEAR})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?![\d/-]|\.\d)`, 'gi'),
  // 4 March 2025, 4th of March, 2025; 04-Mar-2025; 4 March; 4. March
  new RegExp(
    String.raw`(?<![\d:./-])(?<d>\d{1,2})(?:${ORDINAL}[ \-]|\. ?)(?:of )?(?<n>${MONTH})\.?(?![a-z])(?:[ \-]|` +
      String.raw`, ?)?(?<y>${YEAR})?(?![\d])`,
    'gi',
  ),
  // March 4, 2025; Mar. 4th 2025; March 4
  new RegExp(
    String.raw`(?<![a-z])(?<n>${MONTH})\.? (?<d>\d{1,2})${ORDINAL}(?![\d:])(?!(?:\.| ?%)\d)(?:,? ?` +
      String.raw`(?<y>${YEAR})(?!\d))?`,
    'gi',
  ),
  // 03-04-2025, by the order that the document shows
  new RegExp(String.raw`(?<![\d./-])(?<a>\d{1,2})-(?<b>\d{1,2})-(?<y>${YEAR})(?![\d/-])`, 'g'),
  // 03/04/2025, 4/3/25
  /(?<![\d./-])(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<y>(?:19|20)?\d\d)(?![\d/])/g,
  // 4.3.2025, day first wherever dots are written
  /(?<![\d./-])(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>(?:19|20)\d\d)(?!\d)/g,
  // March 2025
  new RegExp(String.raw`(?<![a-z])(?<n>${MONTH})\.? (?<y>${YEAR})(?![\d])`, 'gi'),
]

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

const yearOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : text.length === 2 ? 2000 + Number(text) : Number(text)

function read(match: RegExpExecArray, order: DayOrder | undefined): FoundDay | undefined {
  const { y, m, d, n, a, b } = match.groups ?? {}
  const place = { from: match.index, to: match.index + match[0].length, written: match[0] }
  const year = yearOf(y)
  const valid = (month: number, day: number) => isDay(year ?? 2024, month, day)
  const known = year === undefined ? {} : { year }
  if (a !== undefined && b !== undefined) {
    const [first, second] = [Number(a), Number(b)]
    const [dayFirst, monthFirst] = [valid(second, first), valid(first, second)]
    if (!dayFirst && !monthFirst) return undefined
    const chosen = dayFirst && monthFirst ? order : dayFirst ? 'dayFirst' : 'monthFirst'
    const [month, day] = chosen === 'dayFirst' ? [second, first] : [first, second]
    return {
      ...known,
      month,
      day,
      ...place,
      ...(chosen === undefined && first !== second ? { ambiguous: true } : {}),
      ...(dayFirst !== monthFirst ? { order: dayFirst ? 'dayFirst' : 'monthFirst' } : {}),
    }
  }
  const month = n === undefined ? Number(m) : MONTHS.indexOf(n.slice(0, 3).toLowerCase()) + 1
  if (d === undefined) return { ...known, month, ...place }
  return valid(month, Number(d)) ? { ...known, month, day: Number(d), ...place } : undefined
}

/**
 * Every day that a text names, in the order of the text; where two readings overlap the longer one counts.
 * @param order how to read dates with slashes that could be either way.
 */
export function daysIn(text: string, order?: DayOrder): FoundDay[] {
  const all = FORMS.flatMap((form) => [...text.matchAll(form)].flatMap((match) => read(match, order) ?? []))
  all.sort((one, other) => one.from - other.from || other.to - one.to)
  const found: FoundDay[] = []
  for (const one of all) if (one.from >= (found.at(-1)?.to ?? 0)) found.push(one)
  return found
}

/**
 * The order of day and month that the dates of a text show by themselves; undefined where none does, or where they
 * disagree.
 */
export function dayOrderIn(text: string): DayOrder | undefined {
  const orders = new Set(daysIn(text).flatMap(({ order }) => order ?? []))
  return orders.size === 1 ? [...orders][0] : undefined
}

const pad = (value: number) => String(value).padStart(2, '0')

/** A day as records write it: `2025-03-04`, or `2025-03` where no day is named. Undefined without a year. */
export const isoDay = ({ year, month, day }: Day): string | undefined =>
  year === undefined ? undefined : [String(year), pad(month), ...(day === undefined ? [] : [pad(day)])].join('-')

/** The day so many days after another (`2025-03-04`). */
export const laterDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
