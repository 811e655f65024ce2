import type { Knowledge } from '#knowledge/knowledge.ts'
import { changed } from '#knowledge/dates.ts'
import { heldKinds } from '#knowledge/kinds-held.ts'
import { productsOf } from '#knowledge/products.ts'
import { stands } from '#schema/entry.ts'
import { siteTimelinePages } from '#views/site-timeline-pages.ts'
import { absolute, routes } from '#urls.ts'
import { escaped } from '#text/html.ts'

/** A page worth finding, with the day it last changed where a history says so. */
export interface SitemapPage {
  readonly url: string
  readonly lastmod?: string
}

/**
 * Every index, record and product page. Addresses are absolute, as sitemaps ask. While the site does not know its own
 * they are paths: search engines pass those over, and scripts that go through a site on one’s own machine can use them.
 */
export function sitemap(knowledge: Knowledge): SitemapPage[] {
  const { without = [] } = knowledge.menu
  const fixed = [
    routes.home(),
    ...heldKinds(knowledge).map(routes.kind),
    routes.about(),
    routes.timeline(),
    routes.compare(),
    routes.data(),
    ...(without.includes('rules') ? [] : [routes.rules()]),
    ...(without.includes('guides') ? [] : [routes.guides()]),
    routes.feeds(),
    routes.corrections(),
    routes.contradictions(),
    routes.provenance(),
    routes.review(),
    routes.reviewPack(),
    routes.uptake(),
  ]
  const products = productsOf(knowledge)
  return [
    ...fixed.map((route) => ({ url: absolute(knowledge, route) })),
    ...(products.length > 0 ? [{ url: absolute(knowledge, routes.products()) }] : []),
    ...products.map(({ slug }) => ({ url: absolute(knowledge, routes.product(slug)) })),
    ...siteTimelinePages(knowledge).map(({ route }) => ({ url: absolute(knowledge, route) })),
    ...knowledge.entries
      .filter(stands)
      .map((entry) => ({ url: absolute(knowledge, routes.record(entry.kind, entry.id)), lastmod: changed(entry) })),
  ]
}

/** The sitemap as XML (sitemaps.org 0.9). */
export const sitemapXml = (pages: readonly SitemapPage[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map(
      ({ url, lastmod }) =>
        `<url><loc>${escaped(url)}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`,
    ),
    '</urlset>',
    '',
  ].join('\n')

/** robots.txt: everything may be indexed in public builds, nothing in others. */
export const robots = (knowledge: Knowledge): string =>
  knowledge.audience === 'CLEAR'
    ? `User-agent: *\nAllow: ` +
      `/\n${knowledge.address === undefined ? '' : `Sitemap: ${absolute(knowledge, '/sitemap.xml')}\n`}`
    : 'User-agent: *\nDisallow: /\n'
