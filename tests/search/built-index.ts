import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SearchWordings } from '#content/search-wordings.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { searchIndex } from '#integration/search-index.ts'
import { siteContentOf } from '#integration/session.ts'
import type { Engine } from '#search/ask.ts'
import { type Catalog, readCatalog } from '#search/catalog.ts'
import { type Fragment, readFragment } from '#search/fragment.ts'
import { type Equivalents, readShelf } from '#search/equivalents.ts'
import type { Hit } from '#search/rank.ts'
import { NO_WORDS, type Vocabulary } from '#search/vocabulary.ts'
import { SiteIndex } from '../../src/elements/search/site-index.ts'
import { freshFolder } from '../fresh-folder.ts'

/** The search of a site without a browser: its real index, asked through Pagefind's own program. */
export interface BuiltSearch {
  readonly engine: Engine
  readonly catalog: Catalog
  readonly file: unknown
  /** Route of each record by its identifier in the index. */
  readonly routes: ReadonlyMap<string, string>
  load(id: string): Promise<Fragment>
}

let reads = false

/** Lets Pagefind's program, which fetches the parts of an index, read them from a folder. */
export function readFilesByFetch(): void {
  if (reads) return
  reads = true
  const web = globalThis.fetch
  globalThis.fetch = async (input, options) => {
    const address = input instanceof Request ? input.url : String(input)
    if (!address.startsWith('file:')) return web(input, options)
    const file = new URL(address.replace(/\?.*$/, ''))
    return existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 })
  }
}

/** Indexes a knowledge base into a folder of its own and opens the index. */
export async function builtSearch(
  knowledge: Knowledge,
  wordings: SearchWordings = { equivalents: [], descriptions: new Map() },
): Promise<BuiltSearch> {
  const folder = freshFolder()
  const files = new Map(
    (await searchIndex(siteContentOf(knowledge), wordings)).map(({ path, content }) => [path, content]),
  )
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  // Node takes a file of no declared kind for a script of the old kind.
  writeFileSync(join(folder, 'pagefind/package.json'), '{"type":"module"}')
  readFilesByFetch()
  const base = pathToFileURL(join(folder, 'pagefind/')).href
  const index = await SiteIndex.open(base, { basePath: base, baseUrl: '/' })
  const json = (path: string): unknown => {
    const content = files.get(path)
    return content === undefined ? undefined : JSON.parse(Buffer.from(content).toString('utf8'))
  }
  const asked = new Map<string, Promise<readonly Hit[]>>()
  const shelves = new Map<string, Vocabulary>()
  const groups = new Map<string, Equivalents>()
  const engine: Engine = {
    search(term) {
      const answer = asked.get(term) ?? index.search(term)
      asked.set(term, answer)
      return answer
    },
    vocabulary(shelf) {
      const words = shelves.get(shelf) ?? (json(`search/words/${shelf}.json`) as Vocabulary | undefined) ?? NO_WORDS
      shelves.set(shelf, words)
      return Promise.resolve(words)
    },
    equivalents(shelf) {
      const own = groups.get(shelf) ?? readShelf(json(`search/equivalents/${shelf}.json`))
      groups.set(shelf, own)
      return Promise.resolve(own)
    },
  }
  const file = json('search/catalog.json')
  const catalog = readCatalog(file)
  const load = async (id: string): Promise<Fragment> => {
    const fragment = readFragment(await index.load(id), '/')
    if (!fragment) throw new Error(`${id} cannot be read`)
    return fragment
  }
  const routes = new Map(await Promise.all(catalog.ids.map(async (id) => [id, (await load(id)).url] as const)))
  return { engine, catalog, file, routes, load }
}
