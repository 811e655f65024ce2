import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { termsIn } from '#exports/indexed-words.ts'
import type { IndexedPart } from '#exports/search-document.ts'
import { IndexWriter } from '#integration/index-writer.ts'
import {
  documentOf,
  fragmentOf,
  indexFiles,
  type PagefindFile,
  pagefindFiles,
  pagefindProgram,
  programOf,
} from '#integration/pagefind-files.ts'
import { exactTerm, phraseTerm } from '#search/terms.ts'
import { wordsIn } from '#search/tokens.ts'
import { readFilesByFetch } from '../search/built-index.ts'
import { SiteIndex } from '../../src/elements/search/site-index.ts'
import { oneOf } from '../everything.ts'
import { knowledgeOf } from '../small.ts'
import { freshFolder } from '../fresh-folder.ts'

// Each record with all that it says at the weight of text, between parts of it that weigh more.
const TEXTS = knowledgeOf().entries.map(({ body, data }) => `${JSON.stringify(data)} ${body}`)
const RECORDS = TEXTS.map((text): IndexedPart[] => {
  const terms = termsIn(text)
  return [
    { weight: 7, terms: terms.slice(0, 8) },
    { weight: 1, terms },
    { weight: 2, terms: terms.slice(4, 20) },
  ]
})

async function opened(files: readonly PagefindFile[]): Promise<SiteIndex> {
  const folder = freshFolder()
  for (const { path, content } of [...files, { path: 'package.json', content: '{"type":"module"}' }]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  readFilesByFetch()
  const base = pathToFileURL(`${folder}/`).href
  return SiteIndex.open(base, { basePath: base, baseUrl: '/' })
}

type Sizes = Parameters<typeof indexFiles>[3]

/** The index that is written here, and the address of each record in it. */
async function ours(sizes: Sizes) {
  const writer = new IndexWriter()
  for (const parts of RECORDS) writer.add(parts)
  const pack = (_: unknown, number: number) => fragmentOf(`/${number}/`, writer.words[number] ?? 0, {})
  const { files, build } = indexFiles(await pagefindProgram(), writer, await Promise.all(RECORDS.map(pack)), sizes)
  const number = (id: string) => parseInt(id.slice(build.length), 36)
  return { files, index: await opened(files), addressOf: async (id: string) => `/${number(id)}/` }
}

/** The index that Pagefind makes of the same records. */
async function theirs() {
  const files = await pagefindFiles(RECORDS.map(documentOf))
  const index = await opened(files)
  const addressOf = async (id: string) => ((await index.load(id)) as { readonly url: string }).url
  return { files, index, addressOf }
}

type Made = Awaited<ReturnType<typeof theirs>>

/** What an index finds, by the address of each record. */
async function found({ index, addressOf }: Made, term: string) {
  const hits = await index.search(term)
  const byAddress = await Promise.all(
    hits.map(async ({ id, score, words }) => [await addressOf(id), { score, words }] as const),
  )
  return Object.fromEntries(byAddress.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const phrasesOf = (text: string, wanted: (word: string) => boolean) => {
  const words = wordsIn(text)
  return words.flatMap((word, at) => (wanted(word) ? [words.slice(at, at + 3)] : []))
}

test('the index answers words and phrases as Pagefind’s own of the same records does, in smaller parts', async () => {
  const [own, pagefind] = [await ours({ part: 500, long: Infinity }), await theirs()]
  const parts = (all: readonly PagefindFile[]) => all.filter(({ path }) => path.endsWith('.pf_index')).length
  assert.ok(parts(own.files) > 20 * parts(pagefind.files), `${parts(own.files)} parts`)
  const words = [...new Set(TEXTS.flatMap(wordsIn))]
  const phrases = oneOf(
    15,
    TEXTS.flatMap((text) => phrasesOf(text, () => true)),
  )
  assert.ok(words.length > 200 && phrases.length > 100)
  for (const term of [...words.map(exactTerm), ...phrases.map(phraseTerm), exactTerm('zebra'), 'aaa', 'zzz'])
    assert.deepEqual(await found(own, term), await found(pagefind, term), term)
  for (const { id } of await own.index.search(exactTerm(words[0] ?? ''))) assert.ok(await own.index.load(id))
})

test('a term in many places has fewer of them for its weight, and all of them for phrases', async () => {
  const [own, pagefind] = [await ours({ long: 100 }), await theirs()]
  const listed = own.files.find(({ path }) => path === 'long-terms.json')?.content ?? assert.fail()
  const long = JSON.parse(Buffer.from(listed).toString('utf8')) as string[]
  assert.ok(long.length > 10, `${long.length} terms`)
  let fewer = 0
  for (const term of long) {
    const [few, all] = [await found(own, term), await found(pagefind, term)]
    assert.deepEqual(Object.keys(few), Object.keys(all), term)
    for (const [address, { words }] of Object.entries(few)) {
      const every = all[address]?.words ?? []
      assert.ok(
        words.every((place) => every.includes(place)),
        term,
      )
      if (words.length < every.length) fewer += 1
    }
  }
  assert.ok(fewer > 10, `${fewer} of fewer places`)
  const phrases = TEXTS.flatMap((text) => phrasesOf(text, (word) => long.includes(exactTerm(word))))
  assert.ok(phrases.length > 100)
  for (const term of new Set(phrases.map(phraseTerm)))
    assert.deepEqual(Object.keys(await found(own, term)), Object.keys(await found(pagefind, term)), term)
})

test('records of another build have other names', async () => {
  const writer = new IndexWriter()
  for (const parts of RECORDS) writer.add(parts)
  const program = await pagefindProgram()
  const fragments = RECORDS.map((_, number) => Buffer.from(String(number)))
  const { build } = indexFiles(program, writer, fragments)
  assert.equal(indexFiles(program, writer, fragments).build, build)
  assert.notEqual(indexFiles(program, writer, [Buffer.from('x'), ...fragments.slice(1)]).build, build)
})

test('a Pagefind that writes another form is refused', async () => {
  const files = await pagefindFiles([documentOf([{ weight: 1, terms: ['aqz'] }])])
  const form = /index of another form/
  assert.throws(() => programOf(files), form)
  assert.throws(() => programOf([]), form)
  const { files: kept } = await pagefindProgram()
  assert.throws(() => programOf(kept), form)
  const odd = (content: Uint8Array) => [...kept, { path: 'pagefind-entry.json', content }]
  assert.throws(() => programOf(odd(Buffer.from('{"version":1}'))), form)
  assert.throws(() => programOf(odd(gzipSync('pagefind_dcd'))), /JSON/)
})

test('the index of a site without records is Pagefind’s program alone', async () => {
  const { files, build } = indexFiles(await pagefindProgram(), new IndexWriter(), [])
  assert.deepEqual(files.map(({ path }) => path).sort(), [
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.js',
    'wasm.unknown.pagefind',
  ])
  const pagefind = await pagefindFiles([])
  for (const { path, content } of files)
    assert.deepEqual(
      Buffer.from(content),
      Buffer.from(pagefind.find((file) => file.path === path)?.content ?? []),
      path,
    )
  assert.match(build, /^[0-9a-f]{6}$/)
})
