import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Params = Readonly<Record<string, string | undefined>>

/** A path of a route: the values of its parameters, and what its handler is given. */
interface Path {
  readonly params: Params
  readonly props?: unknown
}

/** A route of files, as far as Astro’s definition of one is used here: no route asks for more than its parameters and props. */
interface Endpoint {
  readonly getStaticPaths?: () => Promise<readonly Path[]> | readonly Path[]
  readonly GET: (path: Path) => Promise<Response> | Response
}

/** A pattern such as `[kind]/[id].json` or `feeds/[...name]` with the values of its parameters. */
export const filled = (pattern: string, params: Params): string => pattern.replaceAll(/\[(?:\.{3})?(\w+)\]/g, (_, name: string) => params[name] ?? '')

/** Whether a file of the routes’ folder is a route of files; pages are Astro components. */
const isEndpoint = (file: string): boolean => file.endsWith('.ts')

/**
 * Runs the routes of files in `pages`, the ones Astro would run, and writes what they answer under `out`. Gives how many files it
 * wrote. Throws when a route answers with anything but a file, or when two would write the same one.
 */
export async function writeEndpoints(pages: string, out: string): Promise<number> {
  let written = 0
  for (const route of readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(isEndpoint).sort()) {
    const { GET, getStaticPaths } = (await import(pathToFileURL(join(pages, route)).href)) as Endpoint
    for (const path of getStaticPaths ? await getStaticPaths() : [{ params: {} }]) {
      const response = await GET(path)
      const file = join(out, filled(route.replace(/\.ts$/, ''), path.params))
      if (!response.ok) throw new Error(`src/pages/${route} answered ${response.status} for ${JSON.stringify(path.params)}`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, new Uint8Array(await response.arrayBuffer()), { flag: 'wx' })
      written++
    }
  }
  return written
}
