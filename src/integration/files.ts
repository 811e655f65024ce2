import { dueCalendar, summitsCalendar } from '#exports/calendar.ts'
import { commitmentsCsv } from '#exports/commitments-csv.ts'
import { controlsCsv } from '#exports/controls-csv.ts'
import { csafRoute } from '#exports/csaf-file.ts'
import { csaf } from '#exports/csaf.ts'
import { csv } from '#exports/csv.ts'
import { atom, jsonFeed } from '#exports/feed-forms.ts'
import { feedPages } from '#exports/feed-pages.ts'
import { jsonSchema } from '#exports/json-schema.ts'
import { jsonText } from '#exports/json-text.ts'
import { jsonLines } from '#exports/lines.ts'
import { llms } from '#exports/llms.ts'
import { markdownTwin } from '#exports/markdown.ts'
import { openSearch } from '#exports/open-search.ts'
import { positionsCsv } from '#exports/positions-csv.ts'
import { precedents } from '#exports/precedents.ts'
import { refs } from '#exports/refs.ts'
import { robots, sitemap, sitemapXml } from '#exports/sitemap.ts'
import { everything, inOrder, twin } from '#exports/twin.ts'
import { markdownOf } from '#content/render/markdown.ts'
import { keptKinds } from '#knowledge/kinds-held.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { publishedImage } from '#content/images.ts'

/**
 * A file of the site that is no page: its address without the path prefix, its media type, and what makes its content.
 */
export interface SiteFile {
  readonly route: string
  readonly type: string
  readonly content: () => string | Uint8Array | Promise<string | Uint8Array>
}

const JSON_TYPE = 'application/json'
const json = (route: string, value: () => unknown): SiteFile => ({
  route,
  type: JSON_TYPE,
  content: () => jsonText(value()),
})
const text = (route: string, type: string, content: () => string): SiteFile => ({ route, type, content })

/** Files about the whole site: data, calendars, and what programs look for at fixed addresses. */
function siteFiles(knowledge: Knowledge): SiteFile[] {
  const description = openSearch(knowledge)
  return [
    json(routes.dataFile('knowledge.json'), () => everything(knowledge)),
    text(routes.dataFile('knowledge.jsonl'), 'application/jsonl', () => jsonLines(knowledge)),
    json(routes.dataFile('refs.json'), () => refs(knowledge)),
    json(routes.dataFile('precedents.json'), () => precedents(knowledge)),
    text(routes.dataFile('positions.csv'), 'text/csv', () => positionsCsv(knowledge)),
    text(routes.dataFile('commitments.csv'), 'text/csv', () => commitmentsCsv(knowledge)),
    text(routes.dataFile('control-uses.csv'), 'text/csv', () => controlsCsv(knowledge)),
    ...keptKinds(knowledge).map((kind) => json(routes.schema(kind), () => jsonSchema(kind, knowledge.schemas))),
    ...keptKinds(knowledge).map((kind) =>
      text(routes.table(kind), 'text/csv', () =>
        csv(
          knowledge,
          inOrder(knowledge).filter((entry) => entry.kind === kind),
          kind,
        ),
      ),
    ),
    text(routes.dueCalendar(), 'text/calendar', () => dueCalendar(knowledge)),
    ...(keptKinds(knowledge).includes('summits')
      ? [
          text(routes.summitsCalendar(), 'text/calendar', () =>
            summitsCalendar(knowledge, knowledge.all('summits'), routes.summitsCalendar()),
          ),
        ]
      : []),
    text('/llms.txt', 'text/plain', () => llms(knowledge)),
    text('/robots.txt', 'text/plain', () => robots(knowledge)),
    text('/sitemap.xml', 'application/xml', () => sitemapXml(sitemap(knowledge))),
    ...(description === undefined
      ? []
      : [text(routes.openSearch(), 'application/opensearchdescription+xml', () => description)]),
  ]
}

/** Files of single records: the JSON and Markdown twins of all. */
function recordFiles(knowledge: Knowledge): SiteFile[] {
  return [
    ...knowledge.entries.flatMap((entry) => [
      json(routes.twin(entry.kind, entry.id), () => twin(knowledge, entry)),
      text(routes.markdown(entry.kind, entry.id), 'text/markdown', () =>
        markdownTwin(knowledge, entry, markdownOf(knowledge, entry)),
      ),
    ]),
    ...knowledge.every('incidents').flatMap((entry) => {
      const route = csafRoute(knowledge, entry)
      return route === undefined ? [] : [json(route, () => csaf(knowledge, entry))]
    }),
  ]
}

/** Feeds of the site, its kinds, incidents and organizations, each as Atom and JSON Feed, with their archives. */
const feedFiles = (knowledge: Knowledge): SiteFile[] =>
  feedPages(knowledge).flatMap((page) => [
    text(routes.feed(page.name, 'atom'), 'application/atom+xml', () => atom(knowledge, page)),
    json(routes.feed(page.name, 'json'), () => jsonFeed(knowledge, page)),
  ])

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
}

/** Pictures that shown bodies show, and no other file of the content folder. */
const pictureFiles = (knowledge: Knowledge): SiteFile[] =>
  [...new Set(knowledge.entries.flatMap(({ assets = [] }) => assets))].map((path) => ({
    route: routes.asset(path),
    type: IMAGE_TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
    async content() {
      const image = await publishedImage(knowledge.folder, path)
      if (image === undefined) throw new Error(`the picture ${path} could not be read`)
      return image.bytes
    },
  }))

/**
 * Every file of the site that is no page. A build writes them when its pages are there, and the development server
 * answers with them: both by this one list, because a route of Astro's costs four times as much for each file.
 */
export const filesOf = (knowledge: Knowledge): SiteFile[] => [
  ...siteFiles(knowledge),
  ...recordFiles(knowledge),
  ...feedFiles(knowledge),
  ...pictureFiles(knowledge),
]
