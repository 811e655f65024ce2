import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What Astro notes of the stylesheets of a route; passed back to it as it is. */
export interface PageData {
  readonly styles: readonly unknown[]
}

/** What must be known beside the bundled code to render with it. */
export interface BundleNote {
  /** File of the code, by its path in the folder of the server. */
  readonly entry: string
  readonly pages: readonly (PageData & { readonly key: string })[]
}

/** A route of Astro’s, as far as it is used here. */
export interface Route {
  /** Its pattern, such as `/incidents/[id]`. */
  readonly route: string
  readonly type: string
  readonly component: string
}

type Params = Readonly<Record<string, string | undefined>>

/** The module of a route. */
interface RouteModule {
  readonly getStaticPaths?: () => Promise<readonly { readonly params: Params }[]> | readonly { readonly params: Params }[]
}

/**
 * The part that we use of the application which Astro makes of a bundle to render pages with. It is not in Astro’s documentation
 * (`astro/dist/core/build/app.js` and `default-prerenderer.js` use it so); the version of Astro is pinned, and the tests of a build hold it.
 */
interface App {
  readonly manifest: { readonly routes: readonly { readonly routeData: Route }[] }
  readonly setInternals: (internals: { readonly pagesByKeys: ReadonlyMap<string, PageData> }) => void
  readonly setOptions: (options: unknown) => void
  readonly getComponentByRoute: (route: Route) => Promise<RouteModule>
  readonly render: (request: Request, options: { readonly routeData: Route }) => Promise<Response>
}

/** Code that renders the pages of the site. */
export interface Renderer {
  readonly routes: readonly Route[]
  readonly module: (route: Route) => Promise<RouteModule>
  /** The page of a route at a path (with the prefix). */
  readonly render: (route: Route, path: string) => Promise<Response>
}

export const NOTE = 'bundle.json'
export const SERVER = 'server'
export const ASSETS = 'assets'

const quiet = { options: { destination: { write: () => true } } }

/** Loads the code of a kept bundle into this thread. */
export async function loadBundle(folder: string): Promise<Renderer> {
  const { entry, pages } = JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as BundleNote
  const { app } = (await import(pathToFileURL(join(folder, SERVER, entry)).href)) as { readonly app: App }
  app.setInternals({ pagesByKeys: new Map(pages.map((page) => [page.key, page])) })
  app.setOptions({ settings: { scripts: [] }, logger: quiet })
  return {
    routes: app.manifest.routes.map(({ routeData }) => routeData),
    module: (route) => app.getComponentByRoute(route),
    render: (routeData, path) => app.render(new Request(new URL(path, 'http://localhost')), { routeData }),
  }
}
