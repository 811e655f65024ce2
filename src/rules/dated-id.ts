import { occurred } from '#knowledge/dates.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { type Moment, moment, parseMoment, isProblem } from '#time/moment.ts'
import type { Rule } from './rule.ts'

const DATE = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)-(?=[a-z0-9])/
// A day by the clock on the wall may lie in the next or last day by UTC.
const ZONES = 14 * 3_600_000

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
  return point?.approximate
    ? undefined
    : point?.fields
        .slice(0, 3)
        .map((field, index) => String(field).padStart(index === 0 ? 4 : 2, '0'))
        .join('-')
}

/** The id as it would be: the date as known, then the organization where the kind asks for it, then what is left. */
function asked(entry: AnyEntry): string {
  const written = DATE.exec(entry.id)?.[1]
  const rest = entry.id.replace(DATE, '')
  const time = occurred(entry)
  const date = kinds[entry.kind].dated
    ? ((time === undefined ? undefined : asWritten(time)) ?? written ?? '<date>')
    : undefined
  return [date, hasName(entry) ? undefined : orgOf(entry), kinds[entry.kind].dated ? rest : entry.id]
    .filter((part) => part !== undefined)
    .join('-')
}

function judgeDate(entry: AnyEntry): string | undefined {
  const time = occurred(entry)
  const known = time === undefined ? undefined : asWritten(time)
  const date = DATE.exec(entry.id)?.[1]
  const span = date === undefined ? undefined : parseMoment(date)
  // Some incidents have no date that anybody knows, others none but that of their publication.
  if (entry.kind === 'incidents' && date === undefined && times(entry).length === 0) return undefined
  if (date === undefined || span === undefined || isProblem(span))
    return (
      `expected the id of the ${kinds[entry.kind].singular} to begin with ` +
      `its date at the precision known, found "${entry.id}"`
    )
  const all = times(entry)
  if (all.length > 0 && !all.some((at) => holds(span, moment(at))))
    return `expected an id dated by something in the record, found "${date}", which holds none of its times`
  // An incident may be dated by any of its times; the others have one.
  const same =
    known === undefined || known.length === date.length || (entry.kind === 'incidents' && known.length < date.length)
  if (!same && time !== undefined && holds(span, moment(time)))
    return `expected the id to begin with its date at the precision known (${known}), found "${date}"`
  return undefined
}

const firstWord = (id: string) => id.split('-')[0]
const orgOf = (entry: AnyEntry) =>
  entry.kind === 'statements' || entry.kind === 'commitments' ? entry.data.org : undefined

/** Whether the id names the organization where its kind asks for that, in full or by its first word. */
function hasName(entry: AnyEntry): boolean {
  const org = orgOf(entry)
  const rest = entry.kind === 'statements' ? entry.id.replace(DATE, '') : entry.id
  return org === undefined || firstWord(rest) === firstWord(org)
}

/**
 * Incidents, summits and statements begin with their date; statements go on, and commitments begin, with the
 * organization.
 */
export const datedId: Rule = {
  id: 'dated-id',
  *check({ entries }) {
    for (const entry of entries) {
      const problems = [
        kinds[entry.kind].dated ? judgeDate(entry) : undefined,
        hasName(entry)
          ? undefined
          : `expected the id to ${entry.kind === 'statements' ? 'go on after its date' : 'begin'} ` +
            `with the organization (${orgOf(entry)}), found "${entry.id}"`,
      ].filter((problem) => problem !== undefined)
      for (const message of problems) yield { entry, path: [], message, fix: `rename it to ${asked(entry)}` }
    }
  },
}
