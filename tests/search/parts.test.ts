import assert from 'node:assert/strict'
import test from 'node:test'
import { readState, writeState } from '#search/address.ts'
import { readCatalog } from '#search/catalog.ts'
import { readFragment, readHits } from '#search/fragment.ts'
import { passages } from '#search/passages.ts'
import { rank } from '#search/rank.ts'
import { corrections } from '#search/spelling.ts'
import { contentWords, wordsIn } from '#search/tokens.ts'
import { parts } from './search-parts.ts'

test('words are compared without case, accents, possessives and the points inside numbers', () => {
  assert.deepEqual(wordsIn("ESET's café lost US$5.4 billion; out-of-bounds"), [
    'eset',
    'cafe',
    'lost',
    'us',
    '54',
    'billion',
    'out',
    'of',
    'bounds',
  ])
})

test('stop words are dropped unless there is nothing else', () => {
  assert.deepEqual(contentWords('What did ESET say about the kernel?'), ['eset', 'say', 'kernel'])
  assert.deepEqual(contentWords('to be or not'), ['to', 'be', 'or', 'not'])
  assert.equal(contentWords(Array.from({ length: 200 }, (_, n) => `word${n}`).join(' ')).length, 40)
})

test('a record with more of the words beats one that repeats a single word', () => {
  const hit = (id: string, score: number) => ({ id, score, words: [] })
  const weights = { power: 0.3, whole: () => 1, factor: () => 1, records: 10 }
  const asked = [
    { word: 'x', hits: [hit('often', 10), hit('both', 2)] },
    { word: 'y', hits: [hit('both', 2), hit('other', 2)] },
  ]
  assert.deepEqual(
    rank(asked, weights).map(({ id }) => id),
    ['both', 'often', 'other'],
  )
  assert.deepEqual(
    rank([{ word: 'x', hits: [hit('b', 1), hit('a', 1)] }], weights).map(({ id }) => id),
    ['a', 'b'],
    'ties are settled for good',
  )
})

test('slips are few in short words, and beginnings of known words are none', () => {
  const known = ['crowdstrike', 'kernel', 'staged', 'dns']
  assert.deepEqual(corrections('crowdstirke', known), ['crowdstrike'])
  assert.deepEqual(corrections('kernal', known), ['kernel'])
  assert.deepEqual(corrections('kern', known), [])
  assert.deepEqual(corrections('dsn', known), [])
  assert.deepEqual(corrections('elephant', known), [])
})

test('a state survives its address, and nonsense in an address is as if it were not there', () => {
  const state = {
    typed: 'a & b "c"',
    selection: { org: ['eset', 'microsoft'] },
    order: 'date',
    grouping: 'year',
    literal: true,
  } as const
  assert.deepEqual(readState(new URLSearchParams(writeState(state))), state)
  assert.deepEqual(readState(new URLSearchParams('sort=__proto__&group=x&nobody=1')), {
    typed: '',
    selection: {},
    order: 'relevance',
    grouping: 'none',
    literal: false,
  })
})

test('passages are those with most of the found words, each with its anchor and the words marked', () => {
  const [first, second] = passages(parts, [2, 8, 9])
  assert.equal(first?.anchor, 'e-two')
  assert.deepEqual(first?.text, [
    { text: 'gamma', found: false },
    { text: 'kernel access', found: true },
    { text: 'delta', found: false },
  ])
  assert.equal(second?.anchor, undefined)
})

test('what is no catalog is refused', () => {
  for (const value of [null, {}, { version: 2 }, [], 'x', { version: 1, ids: [] }])
    assert.throws(() => readCatalog(value), /not a search catalog/)
})

test('a catalog is refused whole where any of it is not as it should be', () => {
  const facets = { kind: { values: ['a', 'b'], labels: ['A', 'B'], of: [1, [1, 2]] } }
  const file = { version: 1, ids: ['x', 'y'], occurred: [0, 19_000], changed: [0, -40], equivalents: [], facets }
  const { facets: read, occurred } = readCatalog(file)
  assert.deepEqual(read.kind, { values: ['a', 'b'], labels: ['A', 'B'], of: [[0], [0, 1]] })
  assert.deepEqual(occurred, ['', '2022-01-08'])
  const kind = (change: object) => ({ ...file, facets: { kind: { ...facets.kind, ...change } } })
  for (const bad of [
    kind({ values: [1, {}] }),
    kind({ labels: 5 }),
    kind({ labels: ['A'] }),
    kind({ of: [1] }),
    kind({ of: [1, 3] }),
    kind({ of: [1, '2'] }),
    { ...file, ids: ['x', 5] },
    { ...file, occurred: [0, 1e12] },
    { ...file, changed: [0, 'x'] },
    { ...file, facets: { kind: 'x' } },
  ])
    assert.throws(() => readCatalog(bad), /not a search catalog/)
})

test('a record of another site is read only whole, and only where it is of that site', () => {
  const fragment = {
    url: 'https://theirs.example/a/',
    content: 'words',
    meta: { title: 'A', odd: 5 },
    anchors: [{ id: 'e-a', element: 'section', location: 0, title: null }],
  }
  assert.deepEqual(readFragment(fragment, 'https://theirs.example/')?.meta, { title: 'A' })
  for (const change of [
    { content: 5 },
    { url: 'https://ours.example/a/' },
    { url: 'javascript:x' },
    { meta: null },
    { anchors: [{}] },
    { anchors: 5 },
  ])
    assert.equal(readFragment({ ...fragment, ...change }, 'https://theirs.example/'), undefined)
  assert.equal(readFragment(undefined, 'https://theirs.example/'), undefined)
  assert.equal(readHits([{ id: 'a', score: 1, words: [1] }])?.length, 1)
  for (const bad of [5, [{ id: 'a' }], [{ id: 'a', score: 'x', words: [] }], [{ id: 'a', score: 1, words: ['x'] }]])
    assert.equal(readHits(bad), undefined)
})
