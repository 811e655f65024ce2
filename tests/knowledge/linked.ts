import { type Knowledge, link } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { siteSchema } from '#schema/site.ts'
import { SCHEMAS } from '#schema/extend.ts'

type Records = Partial<Record<Kind, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

const history = [{ revision: 1, date: '2024-01-01', type: 'addition', summary: 'First recorded.' }]

/** What a record of a kind needs beside what a test is about. */
const rest: Partial<Record<Kind, Readonly<Record<string, unknown>>>> = {
  organizations: { name: 'Acme', kind: 'vendor' },
  topics: { question: 'Should it be so?', description: 'A question.' },
  statements: {
    title: 'A statement',
    summary: 'It said something.',
    venue: 'Its blog',
    channel: 'blog',
    officialness: 'official',
    sources: ['note'],
  },
  inquiries: { askedBy: 'editor', sources: ['note'] },
  proceedings: { title: 'A case', summary: 'They sued.', kind: 'lawsuit', state: 'pending', sources: ['note'] },
  commitments: { text: 'Do it', force: 'commitment', sources: ['note'] },
  summits: { title: 'A meeting', summary: 'They met.', kind: 'summit', attribution: 'hostSummary' },
  incidents: { title: 'A fault', summary: 'It broke.', kind: 'fault', severity: 'minor' },
  sources: { title: 'A note', type: 'webpage', publisher: 'Somebody', kind: 'primary' },
}

/** Records, checked by their schemas and linked, as of a day. */
export function linked(
  records: Records,
  today = '2026-01-01',
  site: Readonly<Record<string, unknown>> = {},
): Knowledge {
  const entries = Object.entries(records).flatMap(([kind, all]) =>
    Object.entries(all).map(([id, data]) => {
      const known = kind as Kind
      return {
        kind: known,
        id,
        file: `${kind}/${id}.yaml`,
        data: kinds[known].schema.parse({ history, ...rest[known], ...data }),
      } as AnyEntry
    }),
  )
  const world = {
    site: siteSchema.parse({ title: 'Test', description: 'A test.', ...site }),
    address: 'https://kb.example',
    base: '',
    folder: '/content',
    schemas: SCHEMAS,
    menu: { added: [], hidden: [] },
    audience: 'CLEAR' as const,
  }
  return link(entries, { ...world, now: Date.parse(`${today}T00:00Z`), today })
}
