import { type Knowledge, link } from '#knowledge/knowledge.ts'
import type { Rule } from '#rules/rule.ts'
import type { AnyEntry, Mention } from '#schema/entry.ts'
import { dotted } from '#schema/finding.ts'
import { isKind, type Kind } from '#schema/kind-names.ts'
import { completed, withDefaults } from '#schema/complete.ts'
import { siteSchema } from '#schema/site.ts'
import { kinds } from '#schema/kinds.ts'
import { SCHEMAS } from '#schema/extend.ts'

/** Front matter of a record, as far as a test cares; what its kind requires beyond that is filled in. */
export interface Written {
  readonly [field: string]: unknown
  readonly body?: string
  readonly mentions?: readonly Mention[]
}

const HISTORY = [{ revision: 1, date: '2026-03-01', type: 'addition', summary: 'First recorded.' }]
const HEADING = { title: 'A title', summary: 'A summary.' }

const REQUIRED: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
  incidents: { ...HEADING, kind: 'fault', severity: 'minor' },
  summits: { ...HEADING, kind: 'summit', date: '2026-02-10', host: 'acme', attribution: 'hostSummary' },
  statements: {
    ...HEADING,
    org: 'acme',
    said: '2026-01-06',
    venue: 'Blog',
    channel: 'blog',
    officialness: 'official',
    sources: ['report'],
  },
  commitments: {
    org: 'acme',
    made: '2026-01-06',
    text: 'Send updates in stages.',
    force: 'commitment',
    sources: ['report'],
  },
  inquiries: {
    org: 'acme',
    askedBy: 'editor',
    about: { topic: 'stages' },
    outcome: 'noReply',
    at: '2026-02-10',
    sources: ['report'],
  },
  proceedings: { ...HEADING, kind: 'lawsuit', state: 'pending', sources: ['report'] },
  organizations: { name: 'Acme', kind: 'vendor' },
  topics: { question: 'Should it?', description: 'Whether it should.' },
  controls: HEADING,
  sources: { title: 'Report', type: 'report', publisher: 'Acme', kind: 'primary' },
  citations: { title: 'Review', at: '2026-02-25', kind: 'codeReview', cites: ['acme'] },
}

function entry(name: string, { body, mentions, ...data }: Written): AnyEntry {
  const [kind = '', id = ''] = name.split('/')
  if (!isKind(kind)) throw new Error(`${kind} is no kind of record`)
  const file = `${name}.${kinds[kind].body ? 'mdx' : 'yaml'}`
  const parsed: unknown = kinds[kind].schema.parse({ ...REQUIRED[kind], history: HISTORY, ...data })
  return {
    kind,
    id,
    file,
    data: parsed,
    ...(body === undefined ? {} : { body }),
    ...(mentions === undefined ? {} : { mentions }),
  } as AnyEntry
}

/** Links records given as `kind/id`; the site has an address unless told otherwise. */
export function smallKnowledge(
  records: Readonly<Record<string, Written>>,
  world: { address?: string | undefined; flagship?: string } = { address: 'https://small.example' },
): Knowledge {
  const { address, flagship } = world
  const site = siteSchema.parse({
    title: 'Small',
    description: 'Small.',
    account: 'compiled',
    ...(flagship === undefined ? {} : { flagship }),
  })
  return link(
    completed(
      Object.entries(records).map(([name, written]) => withDefaults(entry(name, written))),
      '2026-06-01',
      site,
    ),
    {
      site,
      address,
      base: '',
      folder: '/content',
      schemas: SCHEMAS,
      menu: { added: [], hidden: [] },
      audience: 'RED',
      now: Date.UTC(2026, 5, 1),
      today: '2026-06-01',
    },
  )
}

/** What a rule says of records, one line each: `file path: message`. */
export const said = (rule: Rule, knowledge: Knowledge, unread: readonly string[] = []): string[] =>
  [...rule.check(knowledge, new Set(unread))].map(
    ({ entry: { file }, path, message }) => `${file} ${dotted(path)}: ${message}`,
  )

/** A mention in a body, at the place a test does not care about. */
export const mention = (ref: string, by: Mention['by'] = 'link', tlp?: Mention['tlp']): Mention => ({
  ref,
  by,
  line: 1,
  column: 1,
  ...(tlp === undefined ? {} : { tlp }),
})
