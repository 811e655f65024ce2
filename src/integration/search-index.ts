import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createIndex } from 'pagefind'
import { searchCatalog } from '#exports/search-catalog.ts'
import { searchStrips } from '#exports/search-strips.ts'
import { searchWords } from '#exports/search-words.ts'
import { searchDocument, shownRecord } from '#exports/search-document.ts'
import { inOrder } from '#exports/twin.ts'
import { routes } from '#urls.ts'
import { BUILT_IN, type EquivalentGroup, shelved } from '#search/equivalents.ts'
import type { ShownRecord } from '#search/fragment.ts'
import { type AnyEntry, stands } from '#schema/entry.ts'
import { searchEntry, type SearchEntry } from '#views/search-entry.ts'
import { type PagefindFile, SIGNATURE, slimIndex } from './pagefind-files.ts'
import type { SiteContent } from './session.ts'

/** A file of the index, by its path from the site's root. */
export interface IndexFile {
  readonly path: string
  readonly content: Uint8Array
}

// Pagefind ships three interfaces of its own; this site has one, and half a megabyte nobody loads is half a megabyte to
// host.
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

// One index for all records, of no language: terms are stemmed before they are indexed, and a program that stems
// nothing is smaller.
const NO_LANGUAGE = 'und'

/** How many documents may wait for Pagefind at one time: enough to keep it busy, few enough to hold in memory. */
const MOST_SENT = 20

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

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/

interface Indexed {
  readonly entry: SearchEntry
  readonly shown: ShownRecord
}

/**
 * A fragment of Pagefind's with the record as it is shown in place of the terms that were indexed; which record it is
 * of is known only from inside it, for Pagefind names fragments by their content. Undefined for files that are no
 * fragment of a record.
 */
function fragmentOf({ path, content }: PagefindFile, records: ReadonlyMap<string, Indexed>) {
  const hash = FRAGMENT.exec(path)?.[1]
  if (hash === undefined) return undefined
  const own = JSON.parse(gunzipSync(content).subarray(SIGNATURE.length).toString('utf8')) as { readonly url: string }
  const record = records.get(own.url)
  if (!record) return undefined
  const shown = { ...own, content: '', anchors: [], record: record.shown }
  return { hash, entry: record.entry, content: gzipSync(SIGNATURE + JSON.stringify(shown)) }
}

/**
 * The search index of a knowledge base as files: Pagefind's own, the catalog and the vocabulary. Every record is one
 * entry, indexed from what it says rather than from its page; bodies come as their pages print them. `own` are the
 * owner's equivalent wordings. Throws with Pagefind's words on failure.
 */
export async function searchIndex(
  { knowledge, body }: SiteContent,
  own: readonly EquivalentGroup[],
  anchorsOf: AnchorsOf = async () => undefined,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: NO_LANGUAGE })
  if (!index) return fail('made', errors)
  try {
    const records = new Map<string, Indexed>()
    const sent: Promise<void>[] = []
    const faults: string[] = []
    for (const record of inOrder(knowledge).filter(stands)) {
      const entry = searchEntry(knowledge, record, await anchorsOf(record))
      const shown = shownRecord(entry, body(record.id))
      const added = index.addHTMLFile({ url: entry.route, content: searchDocument(entry, shown) })
      sent.push(
        added.then(
          (answer) => void faults.push(...answer.errors.map((fault) => `${record.file}: ${fault}`)),
          (fault: unknown) => void faults.push(`${record.file}: ${String(fault)}`),
        ),
      )
      records.set(entry.route, { entry, shown })
      // Pagefind reads one document while the next is made; it takes them in the order in which they were sent.
      if (sent.length > MOST_SENT) await sent[sent.length - MOST_SENT]
    }
    await Promise.all(sent)
    if (faults.length > 0) fail('made', faults)
    const written = await index.getFiles()
    if (written.errors.length > 0) fail('written', written.errors)
    const fragments = written.files.flatMap((file) => fragmentOf(file, records) ?? [])
    const contents = new Map(fragments.map(({ hash, content }) => [hash, content]))
    const { files, build, numbers } = slimIndex(written.files, contents)
    const number = new Map(fragments.map(({ entry, hash }) => [entry, numbers.get(hash) ?? -1]))
    const indexed = [...records.values()]
      .filter(({ entry }) => number.has(entry))
      .sort((a, b) => (number.get(a.entry) ?? 0) - (number.get(b.entry) ?? 0))
    const json = (route: string, value: unknown): IndexFile => ({
      path: route.slice(1),
      content: Buffer.from(JSON.stringify(value)),
    })
    const words = searchWords([...records.values()])
    const groups = shelved([...BUILT_IN, ...own])
    const [shelves, equivalents] = [[...words.keys()].sort(), [...groups.keys()].sort()]
    const catalog = searchCatalog(knowledge, { build, indexed }, { shelves, equivalents })
    return [
      ...files
        .filter(({ path }) => !UNUSED.test(path))
        .map(({ path, content }) => ({ path: `pagefind/${path}`, content })),
      json(routes.searchCatalog(), catalog),
      ...[...words].map(([shelf, own]) => json(routes.searchWords(shelf), own)),
      ...[...groups].map(([shelf, own]) => json(routes.searchEquivalents(shelf), own)),
      json(routes.searchStrips(), searchStrips(knowledge)),
    ]
  } finally {
    await index.deleteIndex()
  }
}

/** Writes the search index of a site into its folder, while its pages are being built. */
export async function indexPages(
  content: SiteContent,
  own: readonly EquivalentGroup[],
  folder: string,
  anchorsOf: AnchorsOf,
): Promise<void> {
  for (const { path, content: bytes } of await searchIndex(content, own, anchorsOf)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}
