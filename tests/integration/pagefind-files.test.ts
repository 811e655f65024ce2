import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { createIndex } from 'pagefind'
import { termsIn } from '#exports/indexed-words.ts'
import { type PagefindFile, slimIndex } from '#integration/pagefind-files.ts'
import { exactTerm, phraseTerm } from '#search/terms.ts'
import { wordsIn } from '#search/tokens.ts'
import { readFilesByFetch } from '../search/built-index.ts'
import { SiteIndex } from '../../src/elements/search/site-index.ts'
import { knowledgeOf } from '../small.ts'
import { freshFolder } from '../fresh-folder.ts'

const TEXTS = knowledgeOf().entries.map(({ body, data }) => `${JSON.stringify(data)} ${body}`)

async function pagefindFiles(): Promise<{ files: readonly PagefindFile[]; fragments: Map<string, Uint8Array> }> {
  const { index } = await createIndex({ forceLanguage: 'und' })
  assert.ok(index)
  for (const [number, text] of TEXTS.entries()) {
    const content = `<html lang="en"><body><p>${termsIn(text).join(' ')}</p></body></html>`
    await index.addHTMLFile({ url: `/${number}/`, content })
  }
  const { files } = await index.getFiles()
  await index.deleteIndex()
  const fragments = files.flatMap(({ path, content }): [string, Uint8Array][] => {
    const hash = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1]
    return hash === undefined ? [] : [[hash, content]]
  })
  return { files, fragments: new Map(fragments) }
}

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

test('an index in smaller parts, with records by number, answers every word and phrase as Pagefind’s own does', async () => {
  const { files, fragments } = await pagefindFiles()
  const slim = slimIndex(files, fragments, { part: 500, long: Infinity })
  const parts = (all: readonly PagefindFile[]) => all.filter(({ path }) => path.endsWith('.pf_index')).length
  assert.ok(parts(slim.files) > 20 * parts(files), `${parts(slim.files)} parts`)
  const [before, after] = [await opened(files), await opened(slim.files)]
  const hashes = new Map([...slim.numbers].map(([hash, number]) => [`${slim.build}${number.toString(36)}`, hash]))
  const words = [...new Set(TEXTS.flatMap(wordsIn))]
  const phrases = TEXTS.map((text) => wordsIn(text).slice(20, 23)).filter(({ length }) => length === 3)
  assert.ok(words.length > 200 && phrases.length > 10)
  for (const term of [...words.map(exactTerm), ...phrases.map(phraseTerm), exactTerm('zebra'), 'aaa', 'zzz']) {
    const plain = (await before.search(term)).map(({ id, score, words: places }) => ({ id, score, places }))
    const own = (await after.search(term)).map(({ id, score, words: places }) => ({
      id: hashes.get(id),
      score,
      places,
    }))
    const inOrder = (a: { id?: string | undefined }, b: { id?: string | undefined }) =>
      (a.id ?? '') < (b.id ?? '') ? -1 : 1
    assert.deepEqual(own.sort(inOrder), plain.sort(inOrder), term)
  }
  for (const [id] of hashes) assert.ok(await after.load(id))
})

test('a term in many places has fewer of them for its weight, and all of them for phrases', async () => {
  const { files, fragments } = await pagefindFiles()
  const slim = slimIndex(files, fragments, { long: 100 })
  const listed = slim.files.find(({ path }) => path === 'long-terms.json')?.content ?? assert.fail()
  const long = JSON.parse(Buffer.from(listed).toString('utf8')) as string[]
  assert.ok(long.length > 20, `${long.length} terms`)
  const [before, after] = [await opened(files), await opened(slim.files)]
  const hashes = new Map([...slim.numbers].map(([hash, number]) => [`${slim.build}${number.toString(36)}`, hash]))
  let fewer = 0
  for (const term of long) {
    const places = new Map((await before.search(term)).map(({ id, words }) => [id, words]))
    const own = await after.search(term)
    assert.deepEqual(new Set(own.map(({ id }) => hashes.get(id))), new Set(places.keys()), term)
    for (const { id, words } of own) {
      const all = places.get(hashes.get(id) ?? '') ?? []
      assert.deepEqual(words, all.slice(0, 6), term)
      if (all.length > 6) fewer += 1
    }
  }
  assert.ok(fewer > 10, `${fewer} of fewer places`)
  const phrases = TEXTS.flatMap((text) => {
    const words = wordsIn(text)
    return words.flatMap((word, at) => (long.includes(exactTerm(word)) ? [words.slice(at, at + 2)] : []))
  })
  assert.ok(phrases.length > 200)
  for (const term of new Set(phrases.map(phraseTerm))) {
    const ids = (await after.search(term)).map(({ id }) => hashes.get(id))
    assert.deepEqual(ids.sort(), (await before.search(term)).map(({ id }) => id).sort(), term)
  }
})

test('records of another build have other names, and an index of another form is refused', async () => {
  const { files, fragments } = await pagefindFiles()
  const first = slimIndex(files, fragments)
  assert.equal(slimIndex(files, fragments).build, first.build)
  const [hash, content] = [...fragments][0] ?? assert.fail()
  const changed = new Map([...fragments, [hash, Buffer.concat([content, Buffer.from('x')])] as const])
  assert.notEqual(slimIndex(files, changed).build, first.build)
  const form = /index of another form/
  assert.throws(() => slimIndex([], fragments), form)
  assert.throws(() => slimIndex(files, new Map()), form)
  assert.throws(
    () =>
      slimIndex(
        files.filter(({ path }) => !path.endsWith('.pf_index')),
        fragments,
      ),
    form,
  )
})

test('the index of a site without records is left as Pagefind wrote it', async () => {
  const { index } = await createIndex({ forceLanguage: 'und' })
  assert.ok(index)
  const { files } = await index.getFiles()
  await index.deleteIndex()
  const slim = slimIndex(files, new Map())
  assert.deepEqual(slim.files, files)
  assert.equal(slim.numbers.size, 0)
  assert.match(slim.build, /^[0-9a-f]{6}$/)
})
