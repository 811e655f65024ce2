import type { InjectedRoute } from 'astro'
import { extname } from 'node:path'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { routes } from '#urls.ts'
import type { Options } from './options.ts'

/** Patterns of the pages that are no list and no record, with the file in `src/routes/` that makes each. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'home',
  '/404': '404',
  '/about': 'about',
  '/compare': 'compare',
  '/contradictions': 'contradictions',
  '/corrections': 'corrections',
  '/data': 'data',
  '/feeds': 'feeds',
  '/guides': 'guides',
  '/guides/[guide]': 'guide',
  '/provenance': 'provenance',
  '/review': 'review',
  '/review/changes/[change]': 'review-change',
  '/review/pack': 'review-pack',
  '/rules': 'rules',
  '/rules/[rule]': 'rule',
  '/search': 'search',
  '/search/[order]': 'search-index',
  '/timeline/[...page]': 'timeline',
  '/topics/[id]/[org]': 'topic-organization',
  '/uptake': 'uptake',
  '/[kind]/[gone]': 'gone',
}

/** Pages made of the incidents alone: without those there are none. */
const OF_INCIDENTS: Readonly<Record<string, string>> = { '/products': 'products', '/products/[product]': 'product' }

type Doc = 'guides' | 'rules'

/** Pages about the engine that a site leaves out; its own guides keep the pages of guides. */
export const leftOut = ({ guides, builtInDocs }: Pick<Options, 'guides' | 'builtInDocs'>): readonly Doc[] => [
  ...(builtInDocs.guides || guides !== undefined ? [] : ['guides' as const]),
  ...(builtInDocs.rules ? [] : ['rules' as const]),
]

/**
 * Every page of the site as Astro is told of it, but those of hidden kinds and of documents left out, and the words
 * that scripts print where the site has a table of them. A page of the site’s own at the same pattern wins.
 */
export function injectedRoutes(hidden: readonly Kind[], without: readonly Doc[], worded = false): InjectedRoute[] {
  const shown = KINDS.filter((kind) => !hidden.includes(kind))
  const files: (readonly [string, string])[] = [
    ...Object.entries(PAGES).filter(([pattern]) => !without.some((doc) => pattern.split('/')[1] === doc)),
    ...(hidden.includes('incidents') ? [] : Object.entries(OF_INCIDENTS)),
    ...shown.flatMap((kind) => [
      [`/${kind}/[...sort]`, kind] as const,
      [`/${kind}/[id]`, kinds[kind].singular] as const,
    ]),
  ]
  return [
    ...files.map(([pattern, file]) => [pattern, `${file}.astro`] as const),
    ...(worded ? [[routes.words(), `words${extname(import.meta.url)}`] as const] : []),
  ].map(([pattern, file]) => ({
    pattern,
    entrypoint: new URL(`../routes/${file}`, import.meta.url),
    prerender: true,
  }))
}
