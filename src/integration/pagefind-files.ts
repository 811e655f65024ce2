import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzipSync, gzip, gzipSync } from 'node:zlib'
import { close, createIndex } from 'pagefind'
import type { IndexedPart } from '#exports/search-document.ts'
import { recordId } from '#search/catalog.ts'
import { Cbor, IndexWriter } from './index-writer.ts'

/** A file of Pagefind's index, by its path from Pagefind's folder. */
export type PagefindFile = Readonly<{ path: string; content: Uint8Array }>

/** What every file of the index begins with, once it is unpacked. */
const SIGNATURE = 'pagefind_dcd'

// Bytes of terms in one part of the index, before they are packed: a search loads the parts that its words stand in,
// and their names cost every search some bytes each.
const PART = 12_000

/** The file that names the terms of which all places stand under another name (`wholeTerm`). */
const LONG_TERMS = 'long-terms.json'

const ENTRY = 'pagefind-entry.json'
const META = /^pagefind\.(.+)\.pf_meta$/
const INDEX = /^index\/(.+)\.pf_index$/
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/

// Pagefind ships three interfaces of its own; this site has one, and half a megabyte nobody loads is half a megabyte to
// host.
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

// One index for all records, of no language: terms are stemmed before they are indexed, and a program that stems
// nothing is smaller.
const NO_LANGUAGE = 'und'

const hashOf = (...contents: readonly (Uint8Array | string)[]): string => {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex')
}

const packed = (content: Uint8Array): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(SIGNATURE), content]), { level: 9 })

/** Pagefind's program, and what its list of indexes says of one of no language. */
export interface Program {
  readonly files: readonly PagefindFile[]
  readonly version: string
  readonly entry: Fields
  readonly language: Fields
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Pagefind's list of indexes as JSON; undefined where it has another form. */
function readEntry(content: Uint8Array | undefined): Omit<Program, 'files'> | undefined {
  const entry: unknown = content === undefined ? undefined : JSON.parse(Buffer.from(content).toString('utf8'))
  if (!isFields(entry) || typeof entry['version'] !== 'string' || !isFields(entry['languages'])) return undefined
  const language = entry['languages'][NO_LANGUAGE]
  return isFields(language) ? { version: entry['version'], entry, language } : undefined
}

// Every kind of thing that the index is made of: terms in several places, of several weights, once and again.
const PROBE: readonly IndexedPart[] = [
  { weight: 7, terms: ['aqz', 'bqx'] },
  { weight: 1, terms: ['bqx', 'aqz', 'cqz', 'aqz'] },
  { weight: 4, terms: Array.from({ length: 30 }, () => 'cqz') },
]

/** A record as the document that Pagefind would index: for comparing with what is written here. */
export const documentOf = (parts: readonly IndexedPart[]): string => {
  const blocks = parts.map(({ weight, terms }) => `<p data-pagefind-weight="${weight}">${terms.join(' ')}</p>`)
  return `<html lang="en"><body data-pagefind-body>\n${blocks.join('\n')}\n</body></html>`
}

/** Pages by the names that the index has for them, and the parts of the index, as Pagefind's program looks them up. */
function metaOf(
  version: string,
  pages: readonly { readonly id: string; readonly words: number }[],
  parts: readonly { readonly from: string; readonly to: string; readonly id: string }[],
): Uint8Array {
  const meta = new Cbor().list(6).text(version).list(pages.length)
  for (const { id, words } of pages) meta.list(2).text(id).number(words)
  meta.list(parts.length)
  for (const { from, to, id } of parts) meta.list(3).text(from).text(to).text(id)
  // Filters, orders and fields, of which the catalog has ours.
  return meta.list(0).list(0).list(0).bytes
}

const fail = (what: string, errors: readonly string[]): never => {
  throw new Error(`the search index could not be ${what}: ${errors.join('; ')}`)
}

/** What Pagefind writes for some documents, each with its own address. Throws with Pagefind's words on failure. */
export async function pagefindFiles(documents: readonly string[]): Promise<readonly PagefindFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: NO_LANGUAGE })
  if (!index) return fail('made', errors)
  try {
    for (const [number, content] of documents.entries()) {
      const added = await index.addHTMLFile({ url: `/${number}/`, content })
      if (added.errors.length > 0) fail('made', added.errors)
    }
    const written = await index.getFiles()
    if (written.errors.length > 0) fail('written', written.errors)
    return written.files
  } finally {
    await index.deleteIndex()
  }
}

/** Compares what Pagefind wrote for the probe with what is written here. Throws where the two differ. */
export function programOf(files: readonly PagefindFile[]): Program {
  const one = (form: RegExp) => {
    const found = files.flatMap(({ path, content }) => {
      const id = form.exec(path)?.[1]
      return id === undefined ? [] : [{ id, bytes: gunzipSync(content).subarray(SIGNATURE.length) }]
    })
    return found.length === 1 ? found[0] : undefined
  }
  const [meta, index, fragment] = [one(META), one(INDEX), one(FRAGMENT)]
  const read = readEntry(files.find(({ path }) => path === ENTRY)?.content)
  const writer = new IndexWriter()
  writer.add(PROBE)
  const [part] = writer.parts({ size: Infinity, long: Infinity }).parts
  const pages = [{ id: fragment?.id ?? '', words: writer.words[0] ?? 0 }]
  const parts = [{ from: 'aqz', to: 'cqz', id: index?.id ?? '' }]
  const isSame = (found: Uint8Array | undefined, own: Uint8Array) =>
    found !== undefined && Buffer.compare(found, own) === 0
  if (
    read === undefined ||
    !isSame(index?.bytes, part?.content ?? new Uint8Array()) ||
    !isSame(meta?.bytes, metaOf(read.version, pages, parts))
  )
    throw new Error('Pagefind wrote an index of another form than that of version 1.5')
  const forms = [META, INDEX, FRAGMENT, UNUSED]
  return {
    files: files.filter(({ path }) => path !== ENTRY && !forms.some((form) => form.test(path))),
    ...read,
  }
}

let program: Promise<Program> | undefined

/** Pagefind's program, asked for once by each process. */
export const pagefindProgram = (): Promise<Program> =>
  (program ??= pagefindFiles([documentOf(PROBE)])
    .then(programOf)
    .finally(close))

const pack = promisify(gzip)

/** What Pagefind's program gives for a record that was found, packed. */
export const fragmentOf = (url: string, words: number, record: unknown): Promise<Uint8Array> =>
  pack(SIGNATURE + JSON.stringify({ url, content: '', word_count: words, filters: {}, meta: {}, anchors: [], record }))

/**
 * The files of an index: Pagefind's program, the parts of the index, and records that are numbered in their order under
 * a name of the build (`recordId`). `fragments` are those of the records, in the same order; `part` is the size of a
 * part in bytes before it is packed, `long` that of a term from which on it has fewer places.
 */
export function indexFiles(
  { files, version, entry, language }: Program,
  writer: IndexWriter,
  fragments: readonly Uint8Array[],
  { part = PART, long = PART }: { readonly part?: number; readonly long?: number } = {},
): { readonly files: readonly PagefindFile[]; readonly build: string } {
  const json = (path: string, value: unknown) => ({ path, content: Buffer.from(JSON.stringify(value)) })
  const written = writer.parts({ size: part, long })
  const parts = written.parts.map(({ from, to, content }) => {
    const own = packed(content)
    return { from, to, content: own, id: hashOf(own).slice(0, 7) }
  })
  const build = hashOf(...parts.map(({ content }) => content), ...fragments).slice(0, 6)
  // Without records there is the program and no index.
  if (fragments.length === 0) return { files: [...files, json(ENTRY, { ...entry, languages: {} })], build }
  const ids = fragments.map((_, number) => recordId(build, number))
  const pages = ids.map((id, number) => ({ id, words: writer.words[number] ?? 0 }))
  const meta = packed(metaOf(version, pages, parts))
  const hash = hashOf(meta).slice(0, 10)
  const languages = { [NO_LANGUAGE]: { ...language, hash, page_count: ids.length } }
  return {
    files: [
      ...files,
      json(ENTRY, { ...entry, languages }),
      json(LONG_TERMS, written.longTerms),
      { path: `pagefind.${hash}.pf_meta`, content: meta },
      ...parts.map(({ id, content }) => ({ path: `index/${id}.pf_index`, content })),
      ...fragments.map((content, number) => ({ path: `fragment/${ids[number] ?? ''}.pf_fragment`, content })),
    ],
    build,
  }
}
