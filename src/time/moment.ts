import { type Point, parsePoint, printPoint } from './point.ts'

/**
 * A time as an author can honestly give it: an instant, a calendar span, or an interval that may be open on one side.
 * `earliest` and `latest` are inclusive instants in milliseconds since 1970-01-01T00:00Z; `null` means that side is
 * open.
 */
export interface Moment {
  readonly interval: boolean
  readonly start: Point | null
  readonly end: Point | null
  readonly earliest: number | null
  readonly latest: number | null
}

/** What is wrong with a written time, in the author's words: what was expected and what to type. */
export interface MomentProblem {
  readonly problem: string
}

export const isProblem = (value: Moment | MomentProblem): value is MomentProblem => 'problem' in value

const OPEN = '..'

function parseInterval(text: string): Moment | MomentProblem {
  const ends = text.split('/')
  const [from = '', to = ''] = ends
  if (ends.length !== 2) return { problem: 'an interval has exactly one "/" between its two ends' }
  if (from === OPEN && to === OPEN) return { problem: 'an interval needs at least one end; "../.." says nothing' }
  const start = from === OPEN ? null : parsePoint(from)
  const end = to === OPEN ? null : parsePoint(to)
  if (start && 'problem' in start) return start
  if (end && 'problem' in end) return end
  if (start && end && start.earliest > end.latest)
    return { problem: `the interval ends (${to}) before it begins (${from})` }
  return { interval: true, start, end, earliest: start?.earliest ?? null, latest: end?.latest ?? null }
}

/**
 * Parses the authored grammar (a small subset of EDTF, ISO 8601-2:2019, widened by qualified date-times).
 * Returns the Moment, or a problem that says what to type instead; never throws.
 */
export function parseMoment(text: string): Moment | MomentProblem {
  if (text.includes('/')) return parseInterval(text)
  const point = parsePoint(text)
  if ('problem' in point) return point
  return { interval: false, start: point, end: point, earliest: point.earliest, latest: point.latest }
}

/** Prints a Moment back in the authored grammar; `parseMoment(printMoment(m))` equals `m`. */
export function printMoment(moment: Moment): string {
  const print = (point: Point | null) => (point ? printPoint(point) : OPEN)
  return moment.interval ? `${print(moment.start)}/${print(moment.end)}` : print(moment.start)
}

const known = new Map<string, Moment>()

/**
 * The Moment of a text that the schema has already accepted (memoised: the same few thousand texts are asked for
 * often). Throws a RangeError on anything else, because a page must never print a time that was not checked.
 */
export function moment(text: string): Moment {
  const cached = known.get(text)
  if (cached) return cached
  const parsed = parseMoment(text)
  if (isProblem(parsed)) throw new RangeError(`"${text}" is not a checked Moment: ${parsed.problem}`)
  known.set(text, parsed)
  return parsed
}

const low = (value: number | null) => value ?? -8.64e15
const high = (value: number | null) => value ?? 8.64e15

/**
 * Total order: earliest, then latest; open beginnings first, open ends last. Ties keep the order written (stable sort).
 */
export function compareMoments(a: Moment, b: Moment): number {
  return low(a.earliest) - low(b.earliest) || high(a.latest) - high(b.latest)
}

/** Like compareMoments, on checked texts. */
export const compareTexts = (a: string, b: string): number => compareMoments(moment(a), moment(b))

/** Whether a Moment is one instant (a minute or second as written), not a span. */
export const isInstant = (m: Moment): boolean => !m.interval && m.earliest === m.latest
