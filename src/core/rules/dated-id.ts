import { occurred } from '../graph/when.ts'
import type { AnyEntry } from '../schema/entry.ts'
import { kinds } from '../schema/kinds.ts'
import { type Moment, moment, parseMoment, isProblem } from '../time/moment.ts'
import type { Rule, Verdict } from './rule.ts'

const DATE = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)-(?=[a-z0-9])/
// A day by the clock on the wall may lie in the next or last day by UTC.
const ZONES = 14 * 3_600_000

type Words = Pick<Verdict, 'message' | 'fix'>

/** The times that an id may be dated by. */
function times(entry: AnyEntry): string[] {
  if (entry.kind === 'incidents') return [...entry.data.milestones, ...entry.data.timeline].map(({ at }) => at)
  if (entry.kind === 'summits' && entry.data.end !== undefined) return [entry.data.date, entry.data.end]
  const time = occurred(entry)
  return time === undefined ? [] : [time]
}

function holds(span: Moment, { start, end }: Moment): boolean {
  const from = (start ?? end)?.earliest ?? 0
  const to = (end ?? start)?.latest ?? 0
  return to >= (span.earliest ?? 0) - ZONES && from <= (span.latest ?? 0) + ZONES
}

/** The date as an id would begin with it, for a time that is known as one point. */
function asWritten(text: string): string | undefined {
  const { start, end, interval } = moment(text)
  const point = interval && start ? undefined : (start ?? end)
  return point?.approximate ? undefined : point?.fields.slice(0, 3).map((field, index) => String(field).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

function judgeDate(entry: AnyEntry): Words | undefined {
  const { singular } = kinds[entry.kind]
  const time = occurred(entry)
  const known = time === undefined ? undefined : asWritten(time)
  const fix = known === undefined ? `begin the file name of the ${singular} with its date` : `rename it to ${known}-${entry.id.replace(DATE, '')}`
  const date = DATE.exec(entry.id)?.[1]
  const span = date === undefined ? undefined : parseMoment(date)
  if (date === undefined || span === undefined || isProblem(span))
    return { message: `expected the id of the ${singular} to begin with its date at the precision known, found "${entry.id}"`, fix }
  const all = times(entry)
  if (all.length > 0 && !all.some((at) => holds(span, moment(at))))
    return { message: `expected an id dated by something in the record, found "${date}", which holds none of its times`, fix }
  if (known !== undefined && time !== undefined && holds(span, moment(time)) && known.length !== date.length && (entry.kind !== 'incidents' || known.length > date.length))
    return { message: `expected the id to begin with its date at the precision known (${known}), found "${date}"`, fix }
  return undefined
}

const firstWord = (id: string) => id.split('-')[0]

function judgeName(entry: AnyEntry): Words | undefined {
  if (entry.kind !== 'statements' && entry.kind !== 'commitments') return undefined
  const { org } = entry.data
  const date = entry.kind === 'statements' ? (DATE.exec(entry.id)?.[0] ?? '') : ''
  const rest = entry.id.slice(date.length)
  if (org === undefined || firstWord(rest) === firstWord(org)) return undefined
  const where = date === '' ? 'begin' : 'go on after its date'
  return { message: `expected the id to ${where} with the organization (${org}), found "${entry.id}"`, fix: `rename it to ${date}${org}-${rest}` }
}

/** Incidents, summits and statements begin with their date; statements go on, and commitments begin, with the organization. */
export const datedId: Rule = {
  id: 'dated-id',
  *check({ entries }) {
    for (const entry of entries) {
      const verdicts = [kinds[entry.kind].dated ? judgeDate(entry) : undefined, judgeName(entry)]
      for (const words of verdicts) if (words) yield { entry, path: [], ...words }
    }
  },
}
