import type { Knowledge } from '#knowledge/knowledge.ts'
import { formerSlugs } from '#knowledge/products.ts'
import type { Redirect } from '#text/forward.ts'
import { MOVED, routes } from '#urls.ts'
import { hasFeed } from './feeds.ts'

/** Old ids of records, with their page, all below it, and their twins. */
const renamed = (knowledge: Knowledge): Redirect[] =>
  knowledge.entries.flatMap(({ kind, id, data }) =>
    data.aliases.flatMap((alias) => [
      { from: `${routes.record(kind, alias)}*`, to: `${routes.record(kind, id)}:splat` },
      { from: routes.twin(kind, alias), to: routes.twin(kind, id) },
      { from: routes.markdown(kind, alias), to: routes.markdown(kind, id) },
    ]),
  )

/** Feeds of incidents that have none of their own any more: the feed of all incidents has what is new. */
const feeds = (knowledge: Knowledge): Redirect[] =>
  knowledge
    .every('incidents')
    .filter((entry) => !hasFeed(knowledge, entry))
    .flatMap(({ id }) =>
      (['atom', 'json'] as const).map((form) => ({
        from: routes.feed(`incidents/${id}`, form),
        to: routes.feed('incidents', form),
      })),
    )

/** Pages of products under names that records do not use any more. */
const products = (knowledge: Knowledge): Redirect[] =>
  [...formerSlugs(knowledge)].map(([from, to]) => ({ from: routes.product(from), to: routes.product(to) }))

/** Addresses by identifier, in lower case too: to the incident that has it, or to a search where several have it. */
function identifiers(knowledge: Knowledge): Redirect[] {
  const named = knowledge
    .all('incidents')
    .flatMap(({ id, data }) => data.identifiers.map(({ value }) => ({ value, id })))
  return [...Map.groupBy(named, ({ value }) => value)].flatMap(([value, own]) => {
    const ids = [...new Set(own.map(({ id }) => id))]
    const to =
      ids.length === 1 && ids[0] !== undefined
        ? routes.record('incidents', ids[0])
        : routes.search(`?q=${encodeURIComponent(value)}`)
    return [...new Set([value, value.toLowerCase()])].map((one) => ({ from: routes.identifier(one), to }))
  })
}

/** Every address that once held something or stands for something, and leads elsewhere, in one step each. */
export const redirects = (knowledge: Knowledge): Redirect[] => [
  ...renamed(knowledge),
  ...identifiers(knowledge),
  ...products(knowledge),
  ...MOVED,
  ...feeds(knowledge),
]

/**
 * `_redirects`, for hosts that read it (Netlify, Cloudflare Pages): permanent redirects. `prefix` is the path the site
 * is hosted under.
 */
export const redirectsFile = (found: readonly Redirect[], prefix: string): string =>
  found.map(({ from, to }) => `${prefix}${from} ${prefix}${to} 301\n`).join('')
