import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { FeedPage } from './feed-pages.ts'
import { type FeedEntry, host } from './feeds.ts'
import { disclosureOf } from './twin.ts'

/** The title of a feed, after the disclosure label of a build above CLEAR. */
const titleOf = (knowledge: Knowledge, { scope, archive }: FeedPage): string =>
  [disclosureOf(knowledge).disclosure, scope.title, archive === undefined ? undefined : `(archive ${archive})`]
    .filter(Boolean)
    .join(' ')

/** What an entry is filed under: its type, and the disclosure label of a build above CLEAR. */
const terms = (knowledge: Knowledge, { type }: FeedEntry): string[] => [type, ...Object.values(disclosureOf(knowledge))]

// A feed without entries was last changed when the site was built.
const updated = (knowledge: Knowledge, entries: readonly FeedEntry[]) => entries[0]?.at ?? new Date(knowledge.now)

/** The links of a document to itself, to its page, and to the documents before and after it (RFC 5005, section 4). */
function linksOf(knowledge: Knowledge, { scope, name, archive, previous, next }: FeedPage) {
  const at = (other: string) => absolute(knowledge, routes.feed(other, 'atom'))
  const link = (rel: string, other: string | undefined) =>
    other === undefined ? [] : [{ rel, type: 'application/atom+xml', href: at(other) }]
  return [
    ...link('self', name),
    { rel: 'alternate', type: 'text/html', href: absolute(knowledge, scope.home) },
    ...link('current', archive === undefined ? undefined : scope.name),
    ...link('prev-archive', previous),
    ...link('next-archive', next),
  ]
}

// The library does not know this one element of RFC 5005, which says that a document will hardly change.
const asArchive = (xml: string) =>
  xml.replace(/(<feed\b[^>]*)>/, '$1 xmlns:fh="http://purl.org/syndication/history/1.0"><fh:archive/>')

/** Atom (RFC 4287), an entry per revision, newest first. */
export function atom(knowledge: Knowledge, page: FeedPage): string {
  const { site } = knowledge
  const xml = generateAtomFeed(
    {
      id: `tag:${host(knowledge)},2026:feeds/${page.name}`,
      title: { value: titleOf(knowledge, page) },
      updated: updated(knowledge, page.entries),
      authors: [{ name: site.publisher ?? site.title }],
      ...(site.contentLicense === undefined ? {} : { rights: { value: site.contentLicense } }),
      links: linksOf(knowledge, page),
      entries: page.entries.map((entry) => ({
        id: entry.id,
        title: { value: entry.title },
        updated: entry.at,
        published: entry.at,
        summary: { value: entry.summary },
        categories: terms(knowledge, entry).map((term) => ({ term })),
        links: [{ rel: 'alternate', type: 'text/html', href: entry.url }],
      })),
    },
    { strict: true },
  )
  return page.archive === undefined ? xml : asArchive(xml)
}

/** JSON Feed 1.1 of the same entries; `next_url` leads to older ones. */
export function jsonFeed(knowledge: Knowledge, page: FeedPage): Record<string, unknown> {
  const { site } = knowledge
  const at = (name: string) => absolute(knowledge, routes.feed(name, 'json'))
  const feed = generateJsonFeed({
    title: titleOf(knowledge, page),
    home_page_url: absolute(knowledge, page.scope.home),
    feed_url: at(page.name),
    ...(page.previous === undefined ? {} : { next_url: at(page.previous) }),
    language: site.language,
    authors: [{ name: site.publisher ?? site.title }],
    items: page.entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      url: entry.url,
      content_text: entry.summary,
      date_published: entry.at,
      tags: terms(knowledge, entry),
    })),
  })
  return { ...(feed as Record<string, unknown>) }
}
