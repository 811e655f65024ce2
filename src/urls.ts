import { KINDS, type Kind } from '#schema/kind-names.ts'
import { ruleUrl } from '#schema/rule-table.ts'
import type { Redirect } from '#text/forward.ts'

/** Orders in which every record is listed for readers without scripts. */
export const SEARCH_INDEX_ORDERS = ['a-z', 'by-organization', 'by-topic', 'by-year'] as const
export type SearchIndexOrder = (typeof SEARCH_INDEX_ORDERS)[number]

/** What the list of incidents is narrowed by; the names are those of the parameters in its address. */
export type IncidentFacet = 'org' | 'product' | 'cause' | 'kind' | 'severity' | 'state' | 'year'

const query = (chosen: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(chosen).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** Every address of the site, without the path prefix it is hosted under; `to()` adds that where HTML is written. */
export const routes = {
  home: () => '/',
  kind: (kind: Kind) => `/${kind}/`,
  sorted: (kind: Kind, by: 'added' | 'changed') => `/${kind}/by/${by}/`,
  record: (kind: Kind, id: string, part?: string) => `/${kind}/${id}/${part === undefined ? '' : `#${part}`}`,
  /** The list of incidents, narrowed: all that share a product (by its slug), a cause, a kind and so on. */
  incidents: (chosen: Readonly<Partial<Record<IncidentFacet, string>>>) => `/incidents/${query(chosen)}`,
  products: () => '/products/',
  /** What broke in a product, by its slug. */
  product: (slug: string) => `/products/${encodeURIComponent(slug)}/`,
  /** The search of statements, narrowed: `stance` may be `silence`, for those who were asked and gave no answer. */
  statements: (chosen: { readonly org?: string; readonly topic?: string; readonly stance?: string } = {}) =>
    `/statements/${query(chosen)}`,
  /** Where the statements of one organization on one topic are compared. */
  positionHistory: (topic: string, org: string) => `/topics/${topic}/${org}/`,
  /** A record as a citation pins it: the page says what changed since that revision. */
  pinned: (kind: Kind, id: string, revision: number, part?: string) =>
    `/${kind}/${id}/?r=${revision}${part === undefined ? '' : `#${part}`}`,
  /** The address of what has an identifier of a register or tracker (`CVE-2024-3094`); it leads to its record. */
  identifier: (value: string) => `/id/${encodeURIComponent(value)}/`,
  /** The picture that links to a record unfurl to. */
  picture: (kind: Kind, id: string) => `/og/${kind}/${id}.png`,
  /** Calendar of all due dates, of all meetings, of one meeting. */
  dueCalendar: () => '/commitments/due.ics',
  summitsCalendar: () => '/summits/calendar.ics',
  contradictions: () => '/contradictions/',
  provenance: () => '/provenance/',
  /** Where the lanes of an incident once stood: they are a part of its page. */
  lanes: (id: string) => `/incidents/${id}/lanes/`,
  review: () => '/review/',
  /** Which lessons reviews have used. */
  uptake: () => '/uptake/',
  reviewPack: () => '/review/pack/',
  /**
   * Questions for a kind of change, in the words of an address: `dataMigration` is at
   * `/review/changes/data-migration/`.
   */
  reviewChange: (change: string) =>
    `/review/changes/${change.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/`,
  twin: (kind: Kind, id: string) => `/${kind}/${id}.json`,
  markdown: (kind: Kind, id: string) => `/${kind}/${id}.md`,
  feeds: () => '/feeds/',
  feed: (name: string, form: 'atom' | 'json') => `/feeds/${name}.${form}`,
  corrections: () => '/corrections/',
  rules: () => '/rules/',
  rule: ruleUrl,
  search: (query = '') => `/search/${query}`,
  openSearch: () => '/opensearch.xml',
  /** Words of the interface for scripts, where the site has a table of them. */
  words: () => '/words.js',
  searchCatalog: () => '/search/catalog.json',
  /** A part of the words of the index; the folder of all parts where none is named. */
  searchWords: (shelf?: string) => `/search/words/${shelf === undefined ? '' : `${shelf}.json`}`,
  searchEquivalents: (shelf?: string) => `/search/equivalents/${shelf === undefined ? '' : `${shelf}.json`}`,
  searchStrips: () => '/search/strips.json',
  searchIndex: (order: SearchIndexOrder) => `/search/${order}/`,
  pagefind: () => '/pagefind/',
  timeline: () => '/timeline/',
  /** A part of everything on one clock: a year, or a part of a full one. */
  timelinePage: (year: number, part = 1) => `/timeline/${year}/${part === 1 ? '' : `${part}/`}`,
  compare: () => '/compare/',
  pair: (a: string, b: string) => `/compare/?a=${a}&b=${b}`,
  data: () => '/data/',
  dataFile: (name: string) => `/data/${name}`,
  /**
   * The CSAF document of an incident. CSAF 2.1 (5.1) names the file by the id in lower case, with "_" for all but
   * letters, digits, "+" and "-": for our ids, the id.
   */
  csaf: (id: string) => `/data/csaf/${id}.json`,
  /** The records of a kind as a table. */
  table: (kind: Kind) => `/data/records/${kind}.csv`,
  schema: (kind: Kind) => `/data/schema/${kind}.json`,
  guides: () => '/guides/',
  guide: (name: string) => `/guides/${name}/`,
  about: () => '/about/',
  /** The page that hosts show for an unknown address. */
  notFound: () => '/404.html',
  asset: (path: string) => `/assets/content/${path}`,
} as const

/** Patterns of pages and files that once stood beside every record, and where what they held is now. */
export const MOVED: readonly Redirect[] = [
  ...KINDS.map((kind) => ({ from: `/${kind}/:id/cite/`, to: `/${kind}/:id/` })),
  { from: routes.lanes(':id'), to: routes.record('incidents', ':id', 'lanes') },
  ...['md', 'csv', 'ics'].map((form) => ({ from: `/incidents/:id/timeline.${form}`, to: '/incidents/:id/' })),
  { from: '/compare/:a/:b/', to: '/compare/?a=:a&b=:b' },
  { from: '/summits/:id/calendar.ics', to: routes.summitsCalendar() },
  ...['statements', 'commitments'].map((name) => ({ from: routes.guide(name), to: routes.guide('vendors') })),
]

/**
 * A route as HTML of a page writes it: with the path prefix, which Vite knows; whole addresses stay. Plain Node code
 * asks `absolute`.
 */
export const to = (route: string): string =>
  route.startsWith('/') ? import.meta.env.BASE_URL.replace(/\/$/, '') + route : route

/** Where a site stands: its public address with the path prefix where it knows one, and the prefix (`` or `/kb`). */
export interface Place {
  readonly address: string | undefined
  readonly base: string
}

/**
 * A route as an absolute address, for citations and exports; a path with its prefix where the site does not know its
 * address.
 */
export const absolute = ({ address, base }: Place, route: string): string => (address ?? base) + route
