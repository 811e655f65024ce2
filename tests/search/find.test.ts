import assert from 'node:assert/strict'
import test from 'node:test'
import { find } from '#search/find.ts'
import { parseQuery } from '#search/query.ts'
import { catalogOf, engineOf } from './engine-of.ts'

const texts = {
  heartbleed: 'a missing bounds check in openssl exposed the memory of servers',
  falcon: 'a content update crashed windows hosts with a blue screen',
  gitlab: 'a removal command ran on the wrong database and backups did not work',
  sunburst: 'solarwinds shipped a backdoor in signed updates',
  note: 'a solar storm report',
}
const catalog = catalogOf(
  Object.fromEntries(Object.keys(texts).map((id) => [id, { kind: [id === 'note' ? 'sources' : 'incidents'] }])),
)
const ids = async (typed: string, { literal = false, groups = [] as string[][] } = {}) => {
  const found = await find(engineOf(texts, groups), parseQuery(typed), { catalog, literal })
  return { ...found, ids: found.ranked.map(({ id }) => id) }
}

test('a pasted sentence finds the record that shares most of it', async () => {
  const { ids: order, complete } = await ids(
    'We ran the removal command on what turned out to be the wrong database, and none of our backups would restore',
  )
  assert.equal(order[0], 'gitlab')
  assert.equal(complete, 0)
})

test('a slip is corrected where the corrected words occur together', async () => {
  const { ids: order, corrected } = await ids('solarwnids backdoor')
  assert.deepEqual(corrected, [['solarwnids', 'solarwinds']])
  assert.equal(order[0], 'sunburst')
  assert.ok(!order.includes('note'), 'nor is the beginning of the slip searched for')
})

test('words that are known are not corrected, even where they do not occur together', async () => {
  assert.deepEqual((await ids('openssl backdoor')).corrected, [])
})

test('a literal search relaxes, corrects and widens nothing', async () => {
  assert.deepEqual((await ids('openssl backdoor', { literal: true })).ids, [])
  assert.deepEqual((await ids('BSOD', { literal: true, groups: [['BSOD', 'blue screen']] })).ids, [])
})

test('what one of a group of equivalents finds, the others find, in both directions', async () => {
  assert.deepEqual((await ids('BSOD', { groups: [['BSOD', 'blue screen']] })).ids, ['falcon'])
  assert.equal((await ids('blue screen', { groups: [['crashed', 'blue screen']] })).ids[0], 'falcon')
})

test('equivalents match whole words and phrases, never parts of words', async () => {
  const groups = [['bug', 'solar storm']]
  assert.deepEqual((await ids('bugcheck', { groups })).ids, [])
  assert.deepEqual((await ids('blue bug', { groups: [['blue', 'memory']] })).ids.sort(), ['falcon', 'heartbleed'])
})

test('everyday words find what records call otherwise, and not the other way round', async () => {
  const group = { typed: ['wiped'], also: ['removal'] }
  const found = async (typed: string) =>
    (await find(engineOf(texts, [group]), parseQuery(typed), { catalog, literal: false })).ranked
  assert.deepEqual(
    (await found('wiped')).map(({ id }) => id),
    ['gitlab'],
  )
  assert.deepEqual(
    (await found('removal')).map(({ id }) => id),
    ['gitlab'],
  )
  assert.deepEqual(await found('zebra'), [])
})

test('a wording is matched with the words in it that carry no meaning by themselves, and is no slip', async () => {
  const groups = [
    { typed: ['break in', 'zebras'], also: ['backdoor'] },
    { typed: ['wipe out by mistake'], also: ['removal command'] },
  ]
  const found = async (typed: string) =>
    await find(engineOf(texts, groups), parseQuery(typed), { catalog, literal: false })
  assert.deepEqual(
    (await found('break in')).ranked.map(({ id }) => id),
    ['sunburst'],
  )
  assert.deepEqual((await found('break')).ranked, [])
  assert.equal((await found('wipe out by mistake')).ranked[0]?.id, 'gitlab')
  const zebras = await found('zebras')
  assert.deepEqual([zebras.ranked.map(({ id }) => id), zebras.corrected], [['sunburst'], []])
})

test('a word not typed to its end is looked for as a beginning; a word that exists is not replaced', async () => {
  assert.deepEqual((await ids('solarw')).ids, ['sunburst'])
  const { corrected, ids: order } = await ids('solar')
  assert.deepEqual(corrected, [])
  assert.equal(order[0], 'note')
})

test('only common words are asked for as they are, and that is said', async () => {
  const { isCommon, ids: order } = await ids('on the')
  assert.equal(isCommon, true)
  assert.equal(order[0], 'gitlab')
})

test('phrases are required and exclusions leave out, by the exact word', async () => {
  assert.deepEqual((await ids('"wrong database"')).ids, ['gitlab'])
  assert.deepEqual((await ids('"database wrong"')).ids, [])
  assert.deepEqual((await ids('update -windows')).ids, ['sunburst'])
  assert.ok((await ids('updates -solarx')).ids.includes('sunburst'), 'an unknown word leaves nothing out')
})

test('exclusions alone begin from every record', async () => {
  assert.deepEqual((await ids('-windows')).ids.sort(), ['gitlab', 'heartbleed', 'note', 'sunburst'])
})
