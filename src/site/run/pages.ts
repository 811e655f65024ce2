import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AstroIntegration, AstroPrerenderer } from 'astro'
import type { Beside } from './beside.ts'

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number]

const routeOf = (pathname: string): string => `${pathname.replace(/\/$/, '')}/`

/** The file of a page, as `trailingSlash: 'always'` has it; hosts look for the page of unknown addresses by name. */
const fileOf = (route: string): string => (route === '/404/' ? '404.html' : join(route, 'index.html'))

const STUB = 'export const getStaticPaths = () => []\nexport const GET = () => new Response(null)\n'

/** In the place of the routes of files, which are written beside: else they would be bundled with all that they import, and never asked. */
const withoutFiles = { name: 'aftermath-pages-alone', enforce: 'pre' as const, load: (id: string) => (/[\\/]src[\\/]pages[\\/].+\.ts$/.test(id) ? STUB : undefined) }

/**
 * Has Astro render pages alone into `out`, those of records first: files that are not pages are written beside it. Pages are written
 * here and at once, because Astro makes folders and writes files by way of its pool of threads, which took nearly as long as to render a page.
 */
export function writePages(out: string, base: string, { records, wrote }: Pick<Beside, 'records' | 'wrote'>): AstroIntegration {
  const place = new Map(records.map((route, index) => [route, index]))
  const placeOf = ({ pathname }: Path) => place.get(routeOf(pathname)) ?? place.size
  const prefix = base.replace(/\/$/, '')
  return {
    name: 'aftermath-pages',
    hooks: {
      // The folder is this build's own, and files are being written there already.
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { build: { emptyOutDir: false }, plugins: [withoutFiles] } }),
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...astro,
          name: 'aftermath-pages',
          async getStaticPaths() {
            const pages = (await astro.getStaticPaths()).filter(({ route }) => route.type !== 'endpoint')
            return pages.sort((a, b) => placeOf(a) - placeOf(b))
          },
          async render(request, options) {
            const rendered = await astro.render(request, options)
            const response = rendered instanceof Response ? rendered : rendered.response
            const route = routeOf(decodeURI(new URL(request.url).pathname).slice(prefix.length))
            const file = join(out, fileOf(route))
            mkdirSync(dirname(file), { recursive: true })
            writeFileSync(file, new Uint8Array(await response.arrayBuffer()), { flag: 'wx' })
            if (place.has(route)) wrote(route)
            // Nothing is left for Astro to write.
            return new Response(null)
          },
        })),
    },
  }
}
