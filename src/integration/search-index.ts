import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SearchWordings } from '#content/search-wordings.ts'
import { searchCatalog } from '#exports/search-catalog.ts'
import { searchStrips } from '#exports/search-strips.ts'
import { searchWords } from '#exports/search-words.ts'
import { indexedParts, shownRecord } from '#exports/search-document.ts'
import { inOrder } from '#exports/twin.ts'
import { routes } from '#urls.ts'
import { BUILT_IN, shelved } from '#search/equivalents.ts'
import type { ShownRecord } from '#search/fragment.ts'
import { EVERY_RECORD } from '#search/terms.ts'
import { type AnyEntry, stands } from '#schema/entry.ts'
import { searchEntry, type SearchEntry } from '#views/search-entry.ts'
import { IndexWriter } from './index-writer.ts'
import { fragmentOf, indexFiles, pagefindProgram } from './pagefind-files.ts'
import type { SiteContent } from './session.ts'

/** A file of the index, by its path from the site's root. */
export interface IndexFile {
  readonly path: string
  readonly content: Uint8Array
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

/**
 * The search index of a knowledge base as files: Pagefind's own, the catalog and the vocabulary. Every record is one
 * entry, indexed from what it says rather than from its page; bodies come as their pages print them. `wordings` are
 * the owner's, which help the search. Throws where Pagefind's program cannot be had.
 */
export async function searchIndex(
  { knowledge, body }: SiteContent,
  { equivalents: own, descriptions }: SearchWordings,
  anchorsOf: AnchorsOf = async () => undefined,
): Promise<IndexFile[]> {
  const program = pagefindProgram()
  const writer = new IndexWriter()
  const indexed: { readonly entry: SearchEntry; readonly shown: ShownRecord }[] = []
  const fragments: Promise<Uint8Array>[] = []
  for (const record of inOrder(knowledge).filter(stands)) {
    const entry = searchEntry(knowledge, record, await anchorsOf(record), descriptions.get(record.id))
    const shown = shownRecord(entry, body(record.id))
    writer.add(indexedParts(entry, shown))
    fragments.push(fragmentOf(entry.route, writer.words.at(-1) ?? 0, shown))
    indexed.push({ entry, shown })
  }
  writer.addToAll(EVERY_RECORD)
  const { files, build } = indexFiles(await program, writer, await Promise.all(fragments))
  const json = (route: string, value: unknown): IndexFile => ({
    path: route.slice(1),
    content: Buffer.from(JSON.stringify(value)),
  })
  const words = searchWords(indexed)
  const groups = shelved([...BUILT_IN, ...own])
  const [shelves, equivalents] = [[...words.keys()].sort(), [...groups.keys()].sort()]
  const catalog = searchCatalog(knowledge, { build, indexed }, { shelves, equivalents })
  return [
    ...files.map(({ path, content }) => ({ path: `pagefind/${path}`, content })),
    json(routes.searchCatalog(), catalog),
    ...[...words].map(([shelf, own]) => json(routes.searchWords(shelf), own)),
    ...[...groups].map(([shelf, own]) => json(routes.searchEquivalents(shelf), own)),
    json(routes.searchStrips(), searchStrips(knowledge)),
  ]
}

/** Writes the search index of a site into its folder, while its pages are being built. */
export async function indexPages(
  content: SiteContent,
  wordings: SearchWordings,
  folder: string,
  anchorsOf: AnchorsOf,
): Promise<void> {
  for (const { path, content: bytes } of await searchIndex(content, wordings, anchorsOf)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}
