import { type Knowledge, link } from '#knowledge/knowledge.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { completed, withDefaults } from '#schema/complete.ts'
import { kinds } from '#schema/kinds.ts'
import { siteSchema } from '#schema/site.ts'
import { SCHEMAS } from '#schema/extend.ts'

type Fields = Readonly<Record<string, unknown>>

const REQUIRED = {
  title: 'An outage',
  summary: 'It broke and was mended.',
  kind: 'fault',
  severity: 'major',
  history: [{ revision: 1, date: '2026-01-01', type: 'addition', summary: 'First recorded.' }],
}

/** An incident record with the given fields over the least that the schema asks for. */
export const incidentOf = (fields: Fields = {}, id = '2026-01-01-outage'): Entry<'incidents'> => {
  const data = kinds.incidents.schema.parse({ ...REQUIRED, ...fields })
  const entry = withDefaults({ kind: 'incidents', id, file: `incidents/${id}.mdx`, data } as AnyEntry)
  return completed([entry], '2026-06-01', { account: 'compiled' })[0] as Entry<'incidents'>
}

/** A source record. */
export const sourceOf = (id: string): Entry<'sources'> => ({
  kind: 'sources',
  id,
  file: `sources/${id}.yaml`,
  data: kinds.sources.schema.parse({
    title: 'Report',
    type: 'report',
    publisher: 'Owner',
    kind: 'primary',
    history: REQUIRED.history,
  }),
})

/** A milestone in short: name, time, definition, and whether it is the headline reading. */
export type Short = readonly [name: string, at: string, definition?: string, headline?: boolean]

/** Milestones in short form, all with one source. */
export const milestones = (...list: readonly Short[]) =>
  list.map(([name, at, definition, headline = false], index) => ({
    id: `m-${index}`,
    name,
    at,
    headline,
    sources: ['report'],
    ...(definition === undefined ? {} : { definition }),
  }))

/** Timeline events at the given times, of one kind. */
export const events = (times: readonly string[], kind = 'context') =>
  times.map((at, index) => ({ id: `e-${index}`, at, kind, title: `Event ${index}`, sources: ['report'] }))

/** The linked whole of the given records, as of a day. */
export const knowledgeOf = (entries: readonly AnyEntry[]): Knowledge =>
  link(entries, {
    site: siteSchema.parse({ title: 'Test', description: 'A test.', account: 'compiled' }),
    address: undefined,
    base: '',
    folder: '/content',
    schemas: SCHEMAS,
    menu: { added: [], hidden: [] },
    audience: 'CLEAR',
    now: Date.UTC(2026, 5, 1),
    today: '2026-06-01',
  })
