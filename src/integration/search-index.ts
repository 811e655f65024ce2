import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createIndex } from 'pagefind'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { searchCatalog } from '#exports/search-catalog.ts'
import { searchStrips } from '#exports/search-strips.ts'
import { searchWords } from '#exports/search-words.ts'
import { searchDocument } from '#exports/search-document.ts'
import { inOrder } from '#exports/twin.ts'
import { routes } from '#urls.ts'
import { BUILT_IN } from '#search/equivalents.ts'
import { type AnyEntry, stands } from '#schema/entry.ts'
import { searchEntry, type SearchEntry } from '#views/search-entry.ts'
import { renderEntry } from '#content/render/render-entry.ts'

/** A file of the index, by its path from the site's root. */
export interface IndexFile {
  readonly path: string
  readonly content: Uint8Array
}

// Pagefind ships three interfaces of its own; this site has one, and half a megabyte nobody loads is half a megabyte to host.
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown)/

const fail = (what: string, errors: readonly string[]): never => {
  throw new Error(`the search index could not be ${what}: ${errors.join('; ')}`)
}

/** Gives the ids on a record's page once it is built; undefined where pages are not built, as in development. */
export type AnchorsOf = (entry: AnyEntry) => Promise<ReadonlySet<string> | undefined>

/** Reads anchors from built pages, so that a search can only land where there is something. */
export const builtAnchors =
  (folder: string) =>
  ({ kind, id }: AnyEntry): ReadonlySet<string> => {
    const file = join(folder, routes.record(kind, id), 'index.html')
    return existsSync(file)
      ? new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]+)"/g)].map(([, found = '']) => found))
      : new Set()
  }

interface Fragment {
  readonly url: string
}

// Which record became which fragment is known only from the fragments: Pagefind names them by their content.
function hashes(files: readonly { path: string; content: Uint8Array }[]): Map<string, string> {
  const found = files.flatMap(({ path, content }): [string, string][] => {
    const hash = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1]
    if (hash === undefined) return []
    const { url } = JSON.parse(gunzipSync(content).subarray('pagefind_dcd'.length).toString('utf8')) as Fragment
    return [[url, hash]]
  })
  return new Map(found)
}

/**
 * The search index of a knowledge base as files: Pagefind's own and the catalog. Every record is one entry with its parts as
 * anchored passages, indexed from what it says rather than from its page. `own` are the owner's equivalent wordings. Throws with Pagefind's words on failure.
 */
export async function searchIndex(
  knowledge: Knowledge,
  own: readonly (readonly string[])[],
  anchorsOf: AnchorsOf = async () => undefined,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (!index) return fail('made', errors)
  try {
    const entries: SearchEntry[] = []
    for (const record of inOrder(knowledge).filter(stands)) {
      const entry = searchEntry(knowledge, record, await anchorsOf(record))
      const added = await index.addHTMLFile({
        url: entry.route,
        content: searchDocument(entry, renderEntry(knowledge, record)),
      })
      if (added.errors.length > 0) fail(`made (${record.file})`, added.errors)
      entries.push(entry)
    }
    const written = await index.getFiles()
    if (written.errors.length > 0) fail('written', written.errors)
    const hash = hashes(written.files)
    const indexed = entries.flatMap((entry) => {
      const found = hash.get(entry.route)
      return found === undefined ? [] : [{ hash: found, entry }]
    })
    const json = (route: string, value: unknown): IndexFile => ({
      path: route.slice(1),
      content: Buffer.from(JSON.stringify(value)),
    })
    return [
      ...written.files
        .filter(({ path }) => !UNUSED.test(path))
        .map(({ path, content }) => ({ path: `pagefind/${path}`, content })),
      json(routes.searchCatalog(), searchCatalog(knowledge, indexed, [...BUILT_IN, ...own])),
      json(routes.searchWords(), searchWords(entries)),
      json(routes.searchStrips(), searchStrips(knowledge)),
    ]
  } finally {
    await index.deleteIndex()
  }
}

/** Writes the search index of a site into its folder, while its pages are being built. */
export async function indexPages(
  knowledge: Knowledge,
  own: readonly (readonly string[])[],
  folder: string,
  anchorsOf: AnchorsOf,
): Promise<void> {
  for (const { path, content } of await searchIndex(knowledge, own, anchorsOf)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
