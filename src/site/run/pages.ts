import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Renderer, Route } from '#site/bundle/bundle.ts'
import { filled } from '#site/beside/endpoints.ts'
import type { Beside } from './beside.ts'

/** A page that is to be: its route and its path, with `/` at both ends. */
interface Page {
  readonly route: Route
  readonly path: string
}

async function pagesOf(renderer: Renderer, route: Route): Promise<Page[]> {
  const { getStaticPaths } = await renderer.module(route)
  const paths = getStaticPaths ? await getStaticPaths() : [{ params: {} }]
  return paths.map(({ params }) => ({ route, path: `${filled(route.route, params)}/`.replace(/\/+/g, '/') }))
}

/** The file of a page; hosts look for the page of unknown addresses by name. */
const fileOf = (path: string): string => (path === '/404/' ? '404.html' : join(path, 'index.html'))

/** Renders all pages into `out`, those of records first and in their order, and tells of each of these when it is written. */
export async function writePages(renderer: Renderer, out: string, base: string, { records, wrote }: Pick<Beside, 'records' | 'wrote'>): Promise<void> {
  const place = new Map(records.map((record, index) => [record, index]))
  const placeOf = ({ path }: Page) => place.get(path) ?? place.size
  const pages = (await Promise.all(renderer.routes.filter(({ type }) => type === 'page').map((route) => pagesOf(renderer, route)))).flat()
  for (const { route, path } of pages.sort((a, b) => placeOf(a) - placeOf(b))) {
    const response = await renderer.render(route, base.replace(/\/$/, '') + path)
    if (!response.ok && path !== '/404/') throw new Error(`${route.component} answered ${response.status} for ${path}`)
    const file = join(out, fileOf(path))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, new Uint8Array(await response.arrayBuffer()), { flag: 'wx' })
    if (place.has(path)) wrote(path)
  }
}
