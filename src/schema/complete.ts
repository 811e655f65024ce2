import { moment } from '#time/moment.ts'
import type { AnyEntry } from './entry.ts'
import { type Data, type Incident, kinds, type ParsedIncident } from './kinds.ts'
import type { Site } from './site.ts'
import type { Account } from './vocabularies.ts'
import { elementOf, fieldsOf, isObject, metaOf, schemaFor } from './walk.ts'

type Schema = Parameters<typeof schemaFor>[0]

/** Whose account a record is: as it says, else as its site says for all. */
export const accountOf = (site: Pick<Site, 'account'>, data: { readonly account?: Account | undefined }): Account =>
  data.account ?? site.account

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0)

/**
 * The names of those fields of an object that a claim rests on: sources, the event of a milestone, the statement of a
 * promise.
 */
export const evidenceFields = (schema: Schema): string[] =>
  Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, field]) => (metaOf(field).evidence === true ? name : []))

/** Whether an object of this schema is a claim that nothing supports. */
export const isUnsupported = (schema: Schema, value: Readonly<Record<string, unknown>>): boolean => {
  const names = evidenceFields(schema)
  return names.length > 0 && names.every((name) => isEmpty(value[name]))
}

function withSources(schema: Schema, value: unknown, sources: readonly string[]): unknown {
  const own = schemaFor(schema, value)
  const [element, fields] = [elementOf(own), fieldsOf(own)]
  if (Array.isArray(value) && element) return value.map((item) => withSources(element, item, sources))
  if (!isObject(value) || !fields) return value
  const filled = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fields[key] ? withSources(fields[key], inner, sources) : inner]),
  )
  return isUnsupported(own, value) && fields['sources'] ? { ...filled, sources: [...sources] } : filled
}

/** Whoever acts, owns and asserts where a row of an incident does not say. */
function withOrganization(data: ParsedIncident, organization: string): ParsedIncident {
  return {
    ...data,
    timeline: data.timeline.map((event) => ({ ...event, actor: event.actor ?? [organization] })),
    impact: data.impact.map((figure) => ({ ...figure, assertedBy: figure.assertedBy ?? [organization] })),
    actions: data.actions.map((action) => ({ ...action, owner: action.owner ?? organization })),
  }
}

/**
 * Writes what a record gives once for all of its rows (`sources`, `organization`) into every row that names none. Comes
 * before anything is cut for an audience, so that a row goes with the source that it rests on.
 */
export function withDefaults(entry: AnyEntry): AnyEntry {
  if (entry.kind !== 'incidents' && entry.kind !== 'summits') return entry
  const { sources } = entry.data
  const organization = entry.kind === 'incidents' ? entry.data.organization : undefined
  if (sources.length === 0 && organization === undefined) return entry
  const sourced = (
    sources.length === 0 ? entry.data : withSources(kinds[entry.kind].schema, entry.data, sources)
  ) as ParsedIncident
  return { ...entry, data: organization === undefined ? sourced : withOrganization(sourced, organization) } as AnyEntry
}

function withTimes(data: ParsedIncident): Incident {
  const times = new Map(data.timeline.map(({ id, at }) => [id, at]))
  return {
    ...data,
    milestones: data.milestones.flatMap(({ at = undefined, ...milestone }) => {
      const time = at ?? times.get(milestone.event ?? '')
      return time === undefined ? [] : { ...milestone, at: time }
    }),
  }
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?-(?=[a-z0-9])/

/**
 * The first day that a record gives for itself: when its owner published it, else that of its id, else that of what it
 * tells.
 */
function ownDay({ kind, id, data }: AnyEntry): string | undefined {
  if (kind === 'incidents' && data.published !== undefined) return data.published
  const [, year, month = '01', day = '01'] = (kinds[kind].dated ? DATE.exec(id) : null) ?? []
  if (year !== undefined) return `${year}-${month}-${day}`
  const at =
    kind === 'commitments'
      ? data.made
      : kind === 'proceedings'
        ? data.steps[0]?.at
        : kind === 'inquiries' || kind === 'citations'
          ? data.at
          : undefined
  const instant = at === undefined ? undefined : (moment(at).earliest ?? moment(at).latest)
  return instant == null ? undefined : new Date(instant).toISOString().slice(0, 10)
}

/**
 * History as a record without one has it: it begins on the day that the record gives for itself, else with the first of
 * the others.
 */
function withHistory(entry: AnyEntry, first: string): AnyEntry {
  if (entry.data.history.length > 0) return entry
  const date = ownDay(entry) ?? first
  const history = [
    { revision: 1, date, type: 'addition', summary: 'First published.', changed: [], retracted: [], tlp: 'CLEAR' },
  ]
  return { ...entry, data: { ...entry.data, history } } as AnyEntry
}

/**
 * Fills in what records leave to others, over those that an audience sees: milestones take the time of their event, and
 * a history that was not written begins by itself, and every incident says whose account it is. `today` (a day) serves
 * where no record has any date.
 */
export function completed(entries: readonly AnyEntry[], today: string, site: Pick<Site, 'account'>): AnyEntry[] {
  const dates = entries.flatMap((entry) => entry.data.history[0]?.date.slice(0, 10) ?? ownDay(entry) ?? [])
  const first = dates.sort()[0] ?? today
  return entries.map((entry) => {
    const dated = withHistory(entry, first)
    if (dated.kind !== 'incidents') return dated
    const data = { ...withTimes(dated.data), account: accountOf(site, dated.data) } satisfies Data<'incidents'>
    return { ...dated, data }
  })
}
