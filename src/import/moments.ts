import { type Day, type DayOrder, isoDay, laterDay } from './days.ts'
import type { Row } from './rows.ts'
import { readStamp, type TimeOfDay } from './stamp.ts'
import { type AmbiguousZone, type ClockZone, isAmbiguous, offsetAt } from './zones.ts'

/** What is known of the times of a timeline before its entries are read. */
export interface ClockContext {
  /** The day that it begins with (`2025-03-04`), where one is known. */
  readonly day?: string
  /** A year for days without one. */
  readonly year?: number
  /** The zone of times that name none. */
  readonly zone?: ClockZone | AmbiguousZone
  /** What an ambiguous abbreviation stands for, if somebody said so. */
  readonly meant?: ClockZone
  /** When the incident began, in ms since 1970 and with its offset, for times such as T+5m. */
  readonly start?: { readonly instant: number; readonly offset: string }
  readonly order?: DayOrder
}

/** Why the times of a timeline cannot be told. `refuse`: the same document imports once somebody has answered. */
export interface ClockProblem {
  readonly line: number
  readonly message: string
  readonly fix: string
  readonly refuse: boolean
}

/** An entry with its time as records write it. */
export interface Timed {
  readonly row: Row
  readonly at: string
  readonly instant: number
}

const MINUTE = 60_000
const HALF_DAY = 720
const SLIP = 60

const pad = (value: number) => String(value).padStart(2, '0')

/** A clock time on a day in a zone, as records write it. */
function instantOf(day: string, { minutes, seconds }: TimeOfDay, zone: ClockZone) {
  const on = minutes === 1440 ? laterDay(day, 1) : day
  const [hour, minute] = [Math.floor((minutes % 1440) / 60), minutes % 60]
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number)
  const { offset, twice } = offsetAt(zone, [year, month, date, hour, minute])
  const text = `${on}T${pad(hour)}:${pad(minute)}${seconds === undefined ? '' : `:${pad(seconds)}`}${offset}`
  return { text, instant: Date.parse(text), twice }
}

/** A time so many milliseconds after another, on the same clock. */
function after({ instant, offset }: { instant: number; offset: string }, ms: number) {
  const ahead =
    offset === 'Z' ? 0 : (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)))
  const there = new Date(instant + ms + ahead * MINUTE).toISOString()
  return { text: `${there.slice(0, ms % MINUTE === 0 ? 16 : 19)}${offset}`, instant: instant + ms }
}

/** Whether the times of a list run backwards from its first to its last entry: the newest stands first. */
function isNewestFirst(rows: readonly Row[]): boolean {
  const clocks = rows.flatMap(({ stamp, dayAbove }) =>
    stamp?.time && !stamp.day && !dayAbove ? stamp.time.minutes : [],
  )
  return (
    clocks.length > 2 &&
    clocks.every((minutes, index) => index === 0 || minutes <= (clocks[index - 1] ?? 0)) &&
    new Set(clocks).size > 2
  )
}

const IN_BRACKETS = /^[([]?([^()[\]]{4,60})[)\]]?$/

/** The start that the entry of T0 itself gives: `T0 (2025-02-12 02:00 UTC)`. */
function startIn({ stamp, more }: Row, { day, zone: known, order }: ClockContext): ClockContext['start'] {
  if (stamp?.sinceStart !== 0) return undefined
  for (const words of [stamp.rest, ...more]) {
    const own = readStamp(IN_BRACKETS.exec(words.trim())?.[1] ?? '', order)
    const on = own?.day ? isoDay(own.day) : day
    const zone = own?.zone ?? known
    if (!own?.time || on?.length !== 10 || zone === undefined || isAmbiguous(zone)) continue
    const { text, instant } = instantOf(on, own.time, zone)
    return { instant, offset: /(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[0] ?? 'Z' }
  }
  return undefined
}

/**
 * Reads the times of entries one after another: each takes the day above it, and a clock that falls back begins the
 * next day.
 */
class Clock {
  private readonly context: ClockContext
  private day: string | undefined
  private last: number | undefined
  readonly remarks: { line: number; message: string; fix?: string }[] = []
  readonly timed: Timed[] = []
  readonly untimed: Row[] = []
  /** Entries that only say of which day those after them are. */
  readonly days: Row[] = []

  private started: ClockContext['start']

  constructor(context: ClockContext) {
    this.context = context
    this.day = context.day
  }

  /** A day as text; or why it cannot be told. */
  private dayText(day: Day & { ambiguous?: boolean; written?: string }, line: number): string | ClockProblem {
    const { ambiguous, written = '' } = day
    if (ambiguous) {
      const year = String(day.year)
      const [one, other] = [pad(day.month), pad(day.day ?? 1)]
      return {
        line,
        message: `the date "${written}" may be ${year}-${one}-${other} or ${year}-${other}-${one}`,
        fix: `write it as ${year}-${one}-${other} or ${year}-${other}-${one} in the document, and import it again`,
        refuse: true,
      }
    }
    const near = this.day === undefined ? undefined : Number(this.day.slice(0, 4))
    const found = isoDay({ ...day, year: day.year ?? near ?? this.context.year ?? NaN })
    return found === undefined || found.startsWith('NaN')
      ? {
          line,
          message: `the date "${written}" has no year`,
          fix: 'write the year, or a line such as "Date: 2026-01-31" above, and import it again',
          refuse: true,
        }
      : found
  }

  private zoneOf(row: Row): ClockZone | ClockProblem {
    const zone = row.stamp?.zone ?? this.context.zone
    if (zone === undefined)
      return {
        line: row.line,
        message: `the time "${row.stamp?.written}" has no zone, and none is named near it`,
        fix: 'import it again with --timezone and the zone, such as --timezone UTC or --timezone Europe/Berlin',
        refuse: true,
      }
    if (!isAmbiguous(zone)) return zone
    return (
      this.context.meant ?? {
        line: row.line,
        message: `the zone "${zone.ambiguous}" may be ${zone.names.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
        fix: `import it again with --timezone and the one that is meant, such as --timezone ${zone.names[0]}`,
        refuse: true,
      }
    )
  }

  /**
   * Whether a clock time without a day lies before the last one: then it is of the next day, out of order, or cannot be
   * told.
   */
  private turn(row: Row, minutes: number): ClockProblem | undefined {
    if (row.stamp?.nextDay && this.day !== undefined) {
      this.day = laterDay(this.day, 1)
      return undefined
    }
    const back = (this.last ?? minutes) - minutes
    if (back <= 0 || this.day === undefined) return undefined
    if (back > HALF_DAY) {
      this.day = laterDay(this.day, 1)
      return undefined
    }
    const written = row.stamp?.written ?? ''
    if (back <= SLIP) {
      this.remarks.push({
        line: row.line,
        message: `"${written}" stands after a later time; taken as the same day`,
        fix: 'if it was the next day, write the day before the time',
      })
      return undefined
    }
    return {
      line: row.line,
      message: `the times go backwards at "${written}", and the day does not show`,
      fix: 'write the day before the time',
      refuse: false,
    }
  }

  /** Takes the next entry; gives the problem that keeps its time from being told. */
  take(row: Row): ClockProblem | undefined {
    const { stamp, dayAbove } = row
    const own = stamp?.day ?? dayAbove?.day
    if (own !== undefined) {
      const text = this.dayText(own, row.line)
      if (typeof text !== 'string') return text
      if (stamp?.time === undefined && stamp?.day !== undefined && row.words === '' && row.more.length === 0) {
        this.day = text
        this.last = undefined
        this.days.push(row)
        return undefined
      }
      if (stamp?.time === undefined && stamp?.day !== undefined) {
        this.timed.push({
          row,
          at: this.marked(text, row),
          instant: Date.parse(text.length === 7 ? `${text}-01` : text),
        })
        if (text.length === 10) this.day = text
        this.last = undefined
        return undefined
      }
      this.day = text
      this.last = undefined
    }
    if (stamp?.sinceStart !== undefined) return this.takeRelative(row, stamp.sinceStart)
    if (stamp?.time === undefined) {
      this.untimed.push(row)
      return undefined
    }
    return this.takeTime(row, stamp.time)
  }

  private takeRelative(row: Row, since: number): ClockProblem | undefined {
    const start = this.context.start ?? this.started ?? (this.started = startIn(row, this.context))
    if (start === undefined)
      return {
        line: row.line,
        message: `"${row.stamp?.written}" counts from a start that the document does not give`,
        fix: 'write a line such as "Start: 2026-01-31 09:58 UTC" above',
        refuse: false,
      }
    const { text, instant } = after(start, since)
    this.timed.push({ row, at: this.marked(text, row), instant })
    return undefined
  }

  private takeTime(row: Row, time: TimeOfDay): ClockProblem | undefined {
    const turned = this.turn(row, time.minutes)
    if (turned) return turned
    if (this.day === undefined)
      return {
        line: row.line,
        message: `the time "${row.stamp?.written}" has no day, and no date is named above it`,
        fix:
          'write a line such as "Date: 2026-01-31" above, or give the file a ' +
          'name that begins with the day, and import it again',
        refuse: true,
      }
    const zone = this.zoneOf(row)
    if ('message' in zone) return zone
    this.last = time.minutes % 1440
    const { text, instant, twice } = instantOf(this.day, time, zone)
    if (time.minutes === 1440) this.day = laterDay(this.day, 1)
    if (twice)
      this.remarks.push({
        line: row.line,
        message: `the hour of "${row.stamp?.written}" occurred twice that night; the first is taken`,
      })
    this.timed.push({ row, at: this.marked(this.spanned(text, row, zone), row), instant })
    return undefined
  }

  /** A time with the end of its range. */
  private spanned(from: string, { stamp }: Row, zone: ClockZone): string {
    if (!stamp?.endTime || this.day === undefined) return from
    const day = stamp.endDay
      ? isoDay({ ...stamp.endDay, year: stamp.endDay.year ?? Number(this.day.slice(0, 4)) })
      : this.day
    const wraps = !stamp.endDay && stamp.endTime.minutes < (stamp.time?.minutes ?? 0)
    const to = instantOf(wraps ? laterDay(this.day, 1) : (day ?? this.day), stamp.endTime, zone)
    return to.instant > Date.parse(from) ? `${from}/${to.text}` : from
  }

  private marked(text: string, { stamp }: Row): string {
    const doubted = stamp?.approximate ? text.replace(/(?=\/)|$/g, '~') : text
    if (text.includes('/') || stamp?.bound === undefined) return doubted
    return stamp.bound === 'by' ? `../${doubted}` : `${doubted}/..`
  }
}

/** The entries with their times, in the order of time; or the first problem that keeps one from being told. */
export function timesOf(
  rows: readonly Row[],
  context: ClockContext,
):
  { timed: readonly Timed[]; untimed: readonly Row[]; days: readonly Row[]; remarks: Clock['remarks'] } | ClockProblem {
  const newestFirst = isNewestFirst(rows)
  const clock = new Clock(context)
  for (const row of newestFirst ? [...rows].reverse() : rows) {
    const problem = clock.take(row)
    if (problem) return problem
  }
  const timed = clock.timed
    .map((one, index) => ({ ...one, index }))
    .sort((one, other) => one.instant - other.instant || one.index - other.index)
  return { timed, untimed: clock.untimed, days: clock.days, remarks: clock.remarks }
}

/** Whether two stretches of rows can follow one another in time: the second begins no earlier than the first ends. */
export const follow = (first: readonly Timed[], second: readonly Timed[]): boolean =>
  (second[0]?.instant ?? 0) >= (first.at(-1)?.instant ?? 0)
