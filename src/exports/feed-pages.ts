import type { Knowledge } from '#knowledge/knowledge.ts'
import { type FeedEntry, feedEntries, type FeedScope, feedScopes } from './feeds.ts'

/** The most entries of an archive, and the fewest that a feed keeps before the oldest of them move to one. */
export const PER_PAGE = 100

/** One document of a feed: what readers subscribe to, or an archive of older entries (RFC 5005, section 4). */
export interface FeedPage {
  readonly scope: FeedScope
  /** Its path below `/feeds/`, without the ending. */
  readonly name: string
  readonly entries: readonly FeedEntry[]
  /** Number of an archive, 1 for the oldest entries; absent for what readers subscribe to. */
  readonly archive?: number
  /** Names of the archives before and after it; the newest archive has none after it. */
  readonly previous?: string
  readonly next?: string
}

/**
 * A feed in documents of at most twice `PER_PAGE` entries, the one to subscribe to first. Archives are counted from the
 * oldest entries, so that they stay as they are while new revisions come.
 */
function pagesOf(knowledge: Knowledge, scope: FeedScope): FeedPage[] {
  const entries = feedEntries(knowledge, scope)
  const archives = Math.max(0, Math.ceil(entries.length / PER_PAGE) - 2)
  const name = (number: number) => `${scope.name}/archive-${number}`
  const linked = (number: number) => ({
    ...(number > 1 ? { previous: name(number - 1) } : {}),
    ...(number < archives ? { next: name(number + 1) } : {}),
  })
  const newest: FeedPage = {
    scope,
    name: scope.name,
    entries: entries.slice(0, entries.length - archives * PER_PAGE),
    ...(archives > 0 ? { previous: name(archives) } : {}),
  }
  const older = Array.from({ length: archives }, (_, index): FeedPage => {
    const end = entries.length - index * PER_PAGE
    return {
      scope,
      name: name(index + 1),
      entries: entries.slice(end - PER_PAGE, end),
      archive: index + 1,
      ...linked(index + 1),
    }
  })
  return [newest, ...older]
}

/** Every document of every feed of the site. */
export const feedPages = (knowledge: Knowledge): FeedPage[] =>
  feedScopes(knowledge).flatMap((scope) => pagesOf(knowledge, scope))
