import { keptKinds } from '#knowledge/kinds-held.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { added, isOngoing, revisionInstant } from '#knowledge/dates.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { REVISION_TYPE } from '#schema/vocabularies.ts'
import { formatText } from '#time/format.ts'
import { labelOf } from '#views/label.ts'
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

/** The host that names of feeds and entries are made with. */
export const host = ({ address }: Knowledge): string =>
  address === undefined ? 'localhost' : new URL(address).hostname

/** RFC 4151: a name that stays when titles and paths change. */
const idOf = (knowledge: Knowledge, entry: AnyEntry, revision: number): string =>
  `tag:${host(knowledge)},${added(entry)}:${entry.id}/r${revision}`

/** The revisions that a feed tells of, newest first. */
export function feedEntries(knowledge: Knowledge, { entries, only }: FeedScope): FeedEntry[] {
  const found = entries.flatMap((entry) =>
    entry.data.history
      .filter(({ type }) => only === undefined || type === only)
      .map(({ revision, date, type, summary }) => ({
        id: idOf(knowledge, entry, revision),
        title: labelOf(knowledge, entry),
        url: absolute(knowledge, routes.pinned(entry.kind, entry.id, revision)),
        summary:
          `${REVISION_TYPE[type].label} to the ${kinds[entry.kind].singular}, ` +
          `revision ${revision} of ${formatText(date)}: ${summary}`,
        at: new Date(Math.min(revisionInstant(date), knowledge.now)),
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

/**
 * Whether a record has a feed of its own and of what refers to it: an organization that other records speak of, and an
 * incident that goes on or has changed since it was added. For the others the feed of their kind has all there is.
 */
export function hasFeed(knowledge: Knowledge, entry: AnyEntry): boolean {
  if (entry.kind === 'organizations') return knowledge.references(entry.id).length > 0
  return entry.kind === 'incidents' && (entry.data.history.length > 1 || isOngoing(entry))
}

/**
 * Every feed of the site: all revisions, all corrections, each kind, and the incidents and organizations that have
 * their own.
 */
export const feedScopes = (knowledge: Knowledge): FeedScope[] => [
  { name: 'all', title: knowledge.site.title, home: routes.home(), entries: inOrder(knowledge) },
  {
    name: 'corrections',
    title: `${knowledge.site.title}: corrections`,
    home: routes.corrections(),
    entries: inOrder(knowledge),
    only: 'correction',
  },
  ...keptKinds(knowledge).map((kind) => ({
    name: kind,
    title: `${knowledge.site.title}: ${kinds[kind].label.toLowerCase()}`,
    home: routes.kind(kind),
    entries: knowledge.all(kind) as readonly AnyEntry[],
  })),
  ...inOrder(knowledge)
    .filter((entry) => hasFeed(knowledge, entry))
    .map((entry) => aboutRecord(knowledge, entry)),
]
