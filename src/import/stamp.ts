import { either } from './patterns.ts'
import { daysIn, type Day, type DayOrder } from './days.ts'
import { ZONE_AFTER_TIME, readZone, type AmbiguousZone, type ClockZone } from './zones.ts'

/**
 * A time of day in minutes since midnight (1440 is the midnight that ends a day), with seconds where they are written.
 */
export interface TimeOfDay {
  readonly minutes: number
  readonly seconds?: number
}

/** What stands at the beginning of an entry of a timeline: when it was. */
export interface Stamp {
  readonly day?: Day & { readonly ambiguous?: boolean; readonly written: string }
  readonly time?: TimeOfDay
  readonly endDay?: Day
  readonly endTime?: TimeOfDay
  /** Milliseconds since the start of the incident (`T+5m`). */
  readonly sinceStart?: number
  readonly zone?: ClockZone | AmbiguousZone
  /** "00:10 (next day)". */
  readonly nextDay?: boolean
  readonly approximate: boolean
  /** A dash, a colon or the like stands between it and what follows. */
  readonly separated?: boolean
  /** `by`: no later than; `from`: no earlier than. */
  readonly bound?: 'by' | 'from'
  /** The stamp as written, and what follows it. */
  readonly written: string
  readonly rest: string
}

const CLOCK =
  String.raw`(?<h>[01]?\d|2[0-4])(?::|h(?=\d))(?<m>[0-5]\d)(?::(?<s>[0-5]\d))?(?:[.,]\d+)?(?!\d|:\d)(?:\s?` +
  String.raw`(?<half>[ap])\.?m\b\.?)?`
const HALF = String.raw`(?<h>1[0-2]|0?[1-9])\s?(?<half>[ap])\.?m\b\.?`
const BARE = String.raw`(?<h>[01]\d|2[0-3])(?<m>[0-5]\d)(?=\s?(?:UTC|GMT|Z|hrs|hours|utc)\b)`
const TIME = [CLOCK, HALF, BARE].map((form) => new RegExp(form, 'iy'))
const ZONE = new RegExp(String.raw`\s?[(\[]?(${ZONE_AFTER_TIME})[)\]]?`, 'y')
const ABOUT = /(?:[~≈∼]|(?:c\.?a?\.|circa|about|around|approx(?:imately|\.)?|roughly|sometime)(?!\w))\s*/iy
const ABOUT_AFTER = either(
  'iy',
  String.raw`\s{0,3}\(?(?:approx(?:imately|\.)?|ish|roughly|about)(?!\w)\)?|\s{0,3}[~?](?=\s|$|[|:–—-])`,
  String.raw`\s*\((?:est(?:imated|\.)?)\)`,
)
const BOUND = /(?<by>by|before|until|no later than)\s+|(?<from>from|after|since)\s+/iy
const WEEKDAY = /(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?\s*/iy
const GLUE = /\s{0,3}(?:,|at\b|T(?=\d)|@|-|–|—|\||:(?!\d)|\/)?\s{0,3}/iy
const TO = /\s{0,3}(?:-|–|—|\bto\b|→|->|until|till)\s{0,3}(?=[~\d])/iy
const END = /^(?:\s*(?:[-–—:|•.,>]|→|->|=>|\))+)?\s*/
const RELATIVE = either(
  'iy',
  String.raw`T\s?(?<sign>[+\-\u2212])\s?(?:(?<hh>\d{1,3}):(?<mm>[0-5]\d)(?::(?<ss>[0-5]\d))?|(?:(?<d>\d+)\s?d` +
    String.raw`(?:ays?)?)?\s?(?:(?<h>\d+)\s?h(?:(?:ou)?rs?)?)?\s?(?:(?<m>\d+)\s?m(?:in(?:ute)?s?)?)?\s?(?:` +
    String.raw`(?<s>\d+)\s?s(?:ec(?:ond)?s?)?)?)(?![\w])`,
  String.raw`T\s?[=:]?\s?\+?0\b`,
)
const NEXT_DAY =
  /\s{0,3}(?:\((?:the )?(?:next|following) day\)|,? (?:the )?(?:next|following) day\b|\(\+1(?: ?d(?:ay)?)?\))/iy
const ISO_OFFSET = /([+\-\u2212](?:1[0-4]|0\d):?[0-5]\d)(?!\d)/y
const OPEN = /[\s*_`"'[(]*/y

/** Matches a sticky expression at a place; gives the match and where it ends. */
function at(pattern: RegExp, text: string, index: number): { match: RegExpExecArray; end: number } | undefined {
  pattern.lastIndex = index
  const match = pattern.exec(text)
  return match === null || match[0] === '' ? undefined : { match, end: index + match[0].length }
}

function timeAt(text: string, index: number): { time: TimeOfDay; end: number } | undefined {
  for (const form of TIME) {
    const found = at(form, text, index)
    if (!found) continue
    const { h = '0', m = '0', s, half } = found.match.groups ?? {}
    const hour = half === undefined ? Number(h) : (Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
    // 13:05 pm is written now and then; the clock of 24 hours is meant.
    const hours = half !== undefined && Number(h) > 12 ? Number(h) : hour
    const minutes = hours * 60 + Number(m)
    if (minutes > 1440) continue
    return { time: { minutes, ...(s === undefined ? {} : { seconds: Number(s) }) }, end: found.end }
  }
  return undefined
}

/** A day that begins at a place of a text. */
function dayAt(text: string, index: number, order: DayOrder | undefined) {
  const head = text.slice(index, index + 40)
  const found = daysIn(head, order).find(({ from }) => from === 0)
  return found === undefined ? undefined : { day: found, end: index + found.to }
}

function relativeAt(text: string, index: number): { sinceStart: number; end: number } | undefined {
  const found = at(RELATIVE, text, index)
  if (!found) return undefined
  const { sign = '+', hh, mm, ss, d, h, m, s } = found.match.groups ?? {}
  if (sign !== '+' && found.match[0].length < 3) return undefined
  const number = (value: string | undefined) => Number(value ?? 0)
  const seconds =
    hh === undefined
      ? number(d) * 86_400 + number(h) * 3600 + number(m) * 60 + number(s)
      : number(hh) * 3600 + number(mm) * 60 + number(ss)
  return { sinceStart: (sign === '+' ? 1000 : -1000) * seconds, end: found.end }
}

/**
 * Reads when an entry of a timeline was from its beginning: `09:58`, `~10:25`, `2025-11-05, 10:00`, `9:05 a.m. PDT`, `4
 * March`, `10:00-10:20 UTC`, `T+5m`. Undefined where it begins with none.
 * @param order how dates with slashes are read where that is known.
 */
export function readStamp(text: string, order?: DayOrder): Stamp | undefined {
  let index = at(OPEN, text, 0)?.end ?? 0
  const begin = index
  let approximate = false
  let bound: 'by' | 'from' | undefined
  const skip = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = at(pattern, text, index)
    if (found) index = found.end
    return found?.match
  }
  const about = () => {
    if (skip(ABOUT)) approximate = true
  }
  const limit = skip(BOUND)
  if (limit) bound = limit.groups?.['by'] === undefined ? 'from' : 'by'
  about()
  const relative = relativeAt(text, index)
  if (relative) return finish({ sinceStart: relative.sinceStart }, relative.end)
  skip(WEEKDAY)
  let day = dayAt(text, index, order)
  let zone: ClockZone | AmbiguousZone | undefined
  if (day) index = day.end
  const beforeGlue = index
  const isIso = day !== undefined && /T/i.test(skip(GLUE)?.[0] ?? '')
  const late = day ? skip(BOUND) : undefined
  if (late) bound = late.groups?.['by'] === undefined ? 'from' : 'by'
  about()
  const time = timeAt(text, index)
  if (!time) {
    index = beforeGlue
    return day ? finish({ day: day.day }, index) : undefined
  }
  index = time.end
  const readZoneHere = () => {
    const found = (isIso ? at(ISO_OFFSET, text, index) : undefined) ?? at(ZONE, text, index)
    const read = found && readZone(found.match[1] ?? '')
    if (!found || !read) return
    zone = read
    index = found.end
  }
  if (skip(ABOUT_AFTER)) approximate = true
  readZoneHere()
  if (!day) {
    // "09:58 on 4 March 2025", "09:58 UTC 2025-03-04"
    const on = at(/\s{0,3}(?:,|on\b|\()?\s{0,3}/iy, text, index)?.end ?? index
    const after = dayAt(text, on, order)
    if (after) {
      day = after
      index = text[after.end] === ')' ? after.end + 1 : after.end
    }
  }
  let endTime: TimeOfDay | undefined
  let endDay: Day | undefined
  const to = at(TO, text, index)
  if (to) {
    const tilde = at(ABOUT, text, to.end)
    const other = dayAt(text, tilde?.end ?? to.end, order)
    const glue = other ? (at(GLUE, text, other.end)?.end ?? other.end) : (tilde?.end ?? to.end)
    const second = timeAt(text, glue)
    if (second) {
      endTime = second.time
      endDay = other?.day
      index = second.end
      readZoneHere()
    }
  }
  if (skip(ABOUT_AFTER)) approximate = true
  const nextDay = skip(NEXT_DAY) !== undefined
  return finish(
    {
      ...(day ? { day: day.day } : {}),
      time: time.time,
      ...(endTime ? { endTime } : {}),
      ...(endDay ? { endDay } : {}),
      ...(zone ? { zone } : {}),
      ...(nextDay ? { nextDay } : {}),
    },
    index,
  )

  function finish(parts: Partial<Stamp>, end: number): Stamp | undefined {
    const tail = text.slice(end)
    // A word that goes on is no stamp: "10:00pmish", "5 Mayor".
    if (/^\w/.test(tail) && !/^[A-Z]/.test(tail)) return undefined
    const closed = /^[\])*_`"']*/.exec(tail)?.[0] ?? ''
    const after = tail.slice(closed.length)
    const rest = after.replace(END, '')
    return {
      ...parts,
      approximate,
      ...(/^\s*[-–—:|•>→]/.test(after) ? { separated: true } : {}),
      ...(bound === undefined ? {} : { bound }),
      written: text.slice(begin, end).trim(),
      rest: rest.trim(),
    }
  }
}

/** Whether a text is nothing but a day, as a heading or an item above the times of that day. */
export const isDayAlone = (text: string, order?: DayOrder): boolean => {
  const stamp = readStamp(text, order)
  return (
    stamp?.day !== undefined &&
    stamp.time === undefined &&
    stamp.rest.replace(/^[([]?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[)\]]?$/i, '') === ''
  )
}
