import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readState, writeState } from '#search/address.ts'
import { numbersText, readCatalog } from '#search/catalog.ts'
import { readFragment, readHits } from '#search/fragment.ts'
import { finderOf, passages } from '#search/passages.ts'
import { rank } from '#search/rank.ts'
import { stemOf } from '#search/terms.ts'
import { completions, corrections } from '#search/vocabulary.ts'
import { catalogFile } from './engine-of.ts'

test('a record with more of the words beats one that repeats a single word', () => {
  const hit = (id: string, score: number) => ({ id, score, words: [], weight: 1 })
  const weights = {
    power: 0.3,
    whole: () => 1,
    near: { share: 0, within: 1 },
    lead: () => 0,
    factor: () => 1,
    records: 10,
  }
  const asked = [
    { word: 'x', hits: [hit('often', 10), hit('both', 2)] },
    { word: 'y', hits: [hit('both', 2), hit('other', 2)] },
  ]
  const order = (own: typeof asked) => rank(own, weights).map(({ id }) => id)
  assert.deepEqual(order(asked), ['both', 'often', 'other'])
  assert.deepEqual(order([{ word: 'x', hits: [hit('b', 1), hit('a', 1)] }]), ['a', 'b'], 'ties are settled for good')
})

test('a stem begins as its word does, by which most words are told from it without stemming them', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abceilmnorstuvyz'), minLength: 1, maxLength: 6 })
  const endings = fc.constantFrom('', 's', 'ies', 'ing', 'ed', 'ational', 'ization', 'biliti', 'fulness', 'e', 'y')
  fc.assert(
    fc.property(letters, endings, (beginning, ending) => {
      const word = beginning + ending
      assert.equal(stemOf(word).charAt(0), word.charAt(0))
    }),
  )
})

test('words that stand near each other count more, and the word itself comes before what is like it', () => {
  const weights = {
    power: 0.5,
    whole: () => 1,
    near: { share: 1, within: 5 },
    lead: () => 0,
    factor: () => 1,
    records: 10,
  }
  const hit = (id: string, place: number, weight = 1) => ({ id, score: 1, words: [place], weight })
  const asked = [
    { word: 'x', hits: [hit('apart', 0), hit('near', 40)] },
    { word: 'y', hits: [hit('apart', 90), hit('near', 42)] },
  ]
  assert.deepEqual(rank(asked, weights)[0]?.id, 'near')
  const factor = (id: string) => (id === 'like' ? 9 : 1)
  const one = [{ word: 'x', hits: [hit('like', 0, 0.9), hit('same', 0)] }]
  assert.deepEqual(
    rank(one, { ...weights, factor }).map(({ id }) => id),
    ['same', 'like'],
  )
})

const shelf = (...words: string[]) => ({ words, records: words.map((_, index) => words.length - index) })

test('slips are few in short words, and none are seen in words with digits', () => {
  const known = shelf('crowdstrike', 'kernel', 'staged', 'dns', 'v10')
  const near = (typed: string) => corrections(typed, known).map(({ word }) => word)
  assert.deepEqual(near('crowdstirke'), ['crowdstrike'])
  assert.deepEqual(near('kernal'), ['kernel'])
  assert.deepEqual(near('dsn'), [])
  assert.deepEqual(near('elephant'), [])
  assert.deepEqual(near('v11'), [])
})

test('a beginning of three letters or more is completed, the commonest word first', () => {
  assert.deepEqual(completions('ker', shelf('kernels', 'kernel', 'key')), ['kernels', 'kernel'])
  assert.deepEqual(completions('ke', shelf('kernel')), [])
})

test('a state survives its address, and nonsense in an address is as if it were not there', () => {
  const state = {
    typed: 'a & b "c"',
    selection: { org: ['eset', 'microsoft'] },
    order: 'date',
    grouping: 'year',
    literal: true,
    shown: 20,
  } as const
  assert.deepEqual(readState(new URLSearchParams(writeState(state))), state)
  assert.deepEqual(readState(new URLSearchParams('sort=__proto__&group=x&nobody=1')), {
    typed: '',
    selection: {},
    order: 'relevance',
    grouping: 'none',
    literal: false,
    shown: 0,
  })
})

const quote = 'It remains imperative that kernel access remains an option. Vendors agreed.'

test('a passage is the sentence that holds most of the words, with its anchor and the words marked', () => {
  const sections = [
    { text: ['A summary without any of it.'] },
    { id: 'k-one', label: 'Quoted: ESET', text: [`Something else was said before. ${quote}`] },
    { label: 'Venue', text: ['Kernel blog'], field: true },
  ]
  const [first, second, ...more] = passages(sections, finderOf(['kernel', 'access']))
  assert.equal(first?.anchor, 'k-one')
  assert.equal(first?.title, 'Quoted: ESET')
  assert.deepEqual(first?.text, [
    { text: 'It remains imperative that ', found: false },
    { text: 'kernel', found: true },
    { text: ' ', found: false },
    { text: 'access', found: true },
    { text: ' remains an option. Vendors agreed.', found: false },
  ])
  assert.equal(second?.field, true)
  assert.deepEqual(more, [])
})

test('words are marked whatever their ending, in compounds and in other scripts', () => {
  const found = (text: string, ...marks: string[]) =>
    finderOf(marks)(text).map(({ start, end }) => text.slice(start, end))
  assert.deepEqual(found('Crashes and a crash-loop', 'crashed'), ['Crashes', 'crash'])
  assert.deepEqual(found('in us-central1 today', 'uscentral1'), ['us-central1'])
  assert.deepEqual(found('an e-mail', 'email'), ['e-mail'])
  assert.deepEqual(found('die Straße', 'strasse'), ['Straße'])
  assert.deepEqual(found('这是文本内容', '文本'), ['文本'])
})

test('a long sentence is cut around what was found', () => {
  const [passage] = passages([{ text: [`${'word '.repeat(200)}needle ${'word '.repeat(200)}`] }], finderOf(['needle']))
  const text = passage?.text.map((piece) => piece.text).join('') ?? ''
  assert.ok(text.length < 400 && text.startsWith('…') && text.endsWith('…') && text.includes('needle'))
})

test('what is no catalog is refused', () => {
  for (const value of [null, {}, { version: 2 }, [], 'x', { version: 1, ids: [] }])
    assert.throws(() => readCatalog(value), /not a search catalog/)
})

test('a catalog is refused whole where any of it is not as it should be', () => {
  const file = catalogFile
  const { facets } = file
  const { ids, facets: read, heads, names, occurred } = readCatalog(file)
  assert.deepEqual(ids, ['x0', 'x1'])
  assert.deepEqual(heads, [
    [3, 51],
    [2, 2],
  ])
  assert.deepEqual(names, [
    { facet: 'org', value: 'b', name: 'Beta' },
    { facet: 'org', value: 'b', name: 'B' },
  ])
  assert.deepEqual(read.year, { values: ['2022'], labels: ['2022'], of: [[], [0]] })
  assert.deepEqual(read.kind, { values: ['a', 'b-c'], labels: ['The A', 'B C'], of: [[0], [0, 1]] })
  assert.deepEqual(occurred, ['', '2022-01-08'])
  const org = (names: unknown) => ({ ...file, facets: { org: { ...facets.org, names } } })
  const kind = (change: object) => ({ ...file, facets: { kind: { ...facets.kind, ...change } } })
  for (const bad of [
    kind({ values: [1, {}] }),
    kind({ labels: 5 }),
    kind({ labels: ['A'] }),
    kind({ of: '1 ' }),
    kind({ of: '1 2' }),
    kind({ of: '1 3 ' }),
    kind({ of: '1 0 ' }),
    kind({ of: '1 ? ' }),
    kind({ of: [1, 2] }),
    { ...file, build: 5 },
    { ...file, version: 1 },
    { ...file, heads: '1 ' },
    { ...file, titles: '1 -1 ' },
    org('Beta'),
    org([7]),
    { ...file, importance: '1 ' },
    org([['Beta', 0]]),
    org(['Alef', 'Beta', 'Gimel']),
    { ...file, occurred: numbersText([[], [1e12]]) },
    { ...file, changed: ' _ ' },
    { ...file, changed: [0, 1] },
    { ...file, facets: { kind: 'x' } },
  ])
    assert.throws(() => readCatalog(bad), /not a search catalog/)
})

test('a record about an incident is about its products', () => {
  const facets = {
    ...catalogFile.facets,
    incident: { values: ['i', 'j'], of: numbersText([[1], [1, 2]]) },
    product: { values: ['p'], names: [['Old Name']], of: numbersText([[1], []]) },
  }
  const { facets: read, names } = readCatalog({ ...catalogFile, facets })
  assert.deepEqual(read.product.of, [[0], [0]])
  assert.deepEqual(names.at(-1), { facet: 'product', value: 'p', name: 'Old Name' })
})

test('a record of another site is read only whole, and only where it is of that site', () => {
  const record = {
    title: 'A',
    meta: { kind: 'Control', odd: 5 },
    sections: [{ id: 'e-a', label: 'E', text: ['words'] }],
  }
  const fragment = { url: 'https://theirs.example/a/', record }
  assert.deepEqual(readFragment(fragment, 'https://theirs.example/')?.meta, { kind: 'Control' })
  for (const change of [
    { url: 'https://ours.example/a/' },
    { url: 'javascript:x' },
    { record: undefined },
    { record: { ...record, title: 5 } },
    { record: { ...record, meta: null } },
    { record: { ...record, sections: [{}] } },
    { record: { ...record, sections: [{ text: 'x' }] } },
    { record: { ...record, sections: 5 } },
  ])
    assert.equal(readFragment({ ...fragment, ...change }, 'https://theirs.example/'), undefined)
  assert.equal(readFragment(undefined, 'https://theirs.example/'), undefined)
  assert.equal(readHits([{ id: 'a', score: 1, words: [1] }])?.length, 1)
  for (const bad of [5, [{ id: 'a' }], [{ id: 'a', score: 'x', words: [] }], [{ id: 'a', score: 1, words: ['x'] }]])
    assert.equal(readHits(bad), undefined)
})
