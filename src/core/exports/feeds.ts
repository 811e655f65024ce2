import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import type { Knowledge } from '../graph/knowledge.ts'
import { added } from '../graph/when.ts'
import { absolute, routes } from '../routes.ts'
import type { AnyEntry } from '../schema/entry.ts'
import { kinds } from '../schema/kinds.ts'
import { REVISION_TYPE } from '../schema/vocabularies.ts'
import { formatText } from '../time/format.ts'
import { labelOf } from '../views/label.ts'
import { inOrder } from './twin.ts'

/** One revision of one record. */
export interface FeedEntry {
  /** Never changes while the site keeps its address, whatever is written about the record later. */
  readonly id: string
  readonly title: string
  readonly url: string
  readonly summary: string
  /** Its day, or today where the history says a day still to come: readers of feeds hide or pin what is dated ahead. */
  readonly at: Date
  readonly type: string
}

/** A feed before it has a form. `name` is its path below `/feeds/`, without the ending. */
export interface FeedScope {
  readonly name: string
  readonly title: string
  /** The page it is about. */
  readonly home: string
  readonly entries: readonly AnyEntry[]
  readonly only?: keyof typeof REVISION_TYPE
}

const host = ({ address }: Knowledge): string => (address === undefined ? 'localhost' : new URL(address).hostname)

/** RFC 4151: a name that stays when titles and paths change. */
const idOf = (knowledge: Knowledge, entry: AnyEntry, revision: number): string => `tag:${host(knowledge)},${added(entry)}:${entry.id}/r${revision}`

function entriesOf(knowledge: Knowledge, { entries, only }: FeedScope): FeedEntry[] {
  const found = entries.flatMap((entry) =>
    entry.data.history
      .filter(({ type }) => only === undefined || type === only)
      .map(({ revision, date, type, summary }) => ({
        id: idOf(knowledge, entry, revision),
        title: labelOf(knowledge, entry),
        url: absolute(knowledge.address, routes.pinned(entry.kind, entry.id, revision)),
        summary: `${REVISION_TYPE[type].label} to the ${kinds[entry.kind].singular}, revision ${revision} of ${formatText(date)}: ${summary}`,
        at: new Date(Math.min(Date.parse(`${date}T00:00Z`), knowledge.now)),
        type,
      })),
  )
  return found.sort((a, b) => b.at.getTime() - a.at.getTime())
}

const aboutRecord = (knowledge: Knowledge, entry: AnyEntry): FeedScope => ({
  name: `${entry.kind}/${entry.id}`,
  title: `${knowledge.site.title}: ${labelOf(knowledge, entry)}`,
  home: routes.record(entry.kind, entry.id),
  entries: [...new Set([entry, ...knowledge.references(entry.id).map(({ from }) => from)])],
})

/** Whether a record has a feed of its own and of what refers to it. */
export const hasFeed = ({ kind }: Pick<AnyEntry, 'kind'>): boolean => kind === 'incidents' || kind === 'organizations'

/** Every feed of the site: all revisions, all corrections, one for each incident and each organization. */
export const feedScopes = (knowledge: Knowledge): FeedScope[] => [
  { name: 'all', title: knowledge.site.title, home: routes.home(), entries: inOrder(knowledge) },
  { name: 'corrections', title: `${knowledge.site.title}: corrections`, home: routes.corrections(), entries: inOrder(knowledge), only: 'correction' },
  ...inOrder(knowledge).filter(hasFeed).map((entry) => aboutRecord(knowledge, entry)),
]

// A feed without entries was last changed when the site was built.
const updated = (knowledge: Knowledge, entries: readonly FeedEntry[]) => entries[0]?.at ?? new Date(knowledge.now)

/** Atom (RFC 4287), an entry per revision, newest first. */
export function atom(knowledge: Knowledge, scope: FeedScope): string {
  const entries = entriesOf(knowledge, scope)
  const { site, address } = knowledge
  return generateAtomFeed(
    {
      id: `tag:${host(knowledge)},2026:feeds/${scope.name}`,
      title: { value: scope.title },
      updated: updated(knowledge, entries),
      authors: [{ name: site.publisher ?? site.title }],
      ...(site.contentLicense === undefined ? {} : { rights: { value: site.contentLicense } }),
      links: [
        { rel: 'self', type: 'application/atom+xml', href: absolute(address, routes.feed(scope.name, 'atom')) },
        { rel: 'alternate', type: 'text/html', href: absolute(address, scope.home) },
      ],
      entries: entries.map(({ id, title, url, summary, at, type }) => ({
        id,
        title: { value: title },
        updated: at,
        published: at,
        summary: { value: summary },
        categories: [{ term: type }],
        links: [{ rel: 'alternate', type: 'text/html', href: url }],
      })),
    },
    { strict: true },
  )
}

/** JSON Feed 1.1 of the same entries. */
export function jsonFeed(knowledge: Knowledge, scope: FeedScope): Record<string, unknown> {
  const { site, address } = knowledge
  const feed = generateJsonFeed({
    title: scope.title,
    home_page_url: absolute(address, scope.home),
    feed_url: absolute(address, routes.feed(scope.name, 'json')),
    language: site.language,
    authors: [{ name: site.publisher ?? site.title }],
    items: entriesOf(knowledge, scope).map(({ id, title, url, summary, at, type }) => ({ id, title, url, content_text: summary, date_published: at, tags: [type] })),
  })
  return { ...(feed as Record<string, unknown>) }
}
