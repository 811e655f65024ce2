import assert from 'node:assert/strict'
import test from 'node:test'
import { answerText } from '#search/answer-text.ts'
import { answersTo } from '#search/answers.ts'
import { cardOf } from '#search/card.ts'
import { firstOf } from '#search/first.ts'
import { catalogOf } from './engine-of.ts'
import { filled } from '#text/strings/phrase.ts'

const catalog = {
  ...catalogOf(
    {
      'a-outage': { kind: ['incidents'], org: ['acme'], incident: ['2024-01-02-blackout'], product: ['acme-router'] },
      'a-breach': { kind: ['incidents'], org: ['acme'], incident: ['2024-03-04-breach'], product: [] },
      'a-said': { kind: ['statements'], org: ['acme'], incident: ['2024-01-02-blackout'], product: ['acme-router'] },
      'a-promise': { kind: ['commitments'], org: ['acme'], outcome: ['kept'] },
      'b-outage': { kind: ['incidents'], org: ['beta'], incident: ['2023-01-01-fire'] },
    },
    { names: [{ facet: 'product', value: 'acme-router', name: 'Edge Box' }] },
  ),
  importance: [10, 14, 6, 3, 9],
}
const first = (words: string, scores: Readonly<Record<string, number>> = {}) =>
  firstOf(
    words.split(' '),
    Object.entries(scores).map(([id, score]) => ({ id, score, matched: 1 })),
    catalog,
  )

test('a product is named by its name, a former name and an alias; its records come as important as they are', () => {
  for (const typed of ['acme router', 'edge box']) {
    const { named, ids } = first(typed)
    assert.deepEqual(
      named.map(({ facet, value }) => [facet, value]),
      [['product', 'acme-router']],
      typed,
    )
    assert.deepEqual(ids, ['a-outage', 'a-said'])
  }
  const [product] = first('edge box').named
  assert.ok(product)
  assert.deepEqual(cardOf(product, catalog), {
    title: 'acme-router',
    sort: 'Product',
    route: '/products/acme-router/',
    holds: [
      { text: 'incidents 1', search: '?kind=incidents&product=acme-router' },
      { text: 'statements 1', search: '?kind=statements&product=acme-router' },
    ],
  })
})

test('an incident is named by its id without the day, a company by its name in full', () => {
  assert.deepEqual(
    first('blackout').named.map(({ value }) => value),
    ['2024-01-02-blackout'],
  )
  assert.deepEqual(
    first('acme inc').named.map(({ value }) => value),
    ['acme'],
  )
})

test('the outages of somebody come first, those that fit best and matter most before others', () => {
  assert.deepEqual(first('acme outages', { 'a-outage': 5, 'a-breach': 2, 'a-said': 9 }).ids, ['a-outage', 'a-breach'])
  assert.deepEqual(first('acme outages', { 'a-outage': 2, 'a-breach': 2 }).ids, ['a-breach', 'a-outage'])
  assert.deepEqual(first('acme outage beta').ids, [])
})

test('promises and statements of somebody come first as well, and none where nobody is named', () => {
  assert.deepEqual(first('acme promises', { 'a-outage': 9 }).ids, ['a-promise'])
  assert.deepEqual(first('acme said').ids, ['a-said'])
  assert.deepEqual(first('what did acme say about it').ids, ['a-said'])
  assert.deepEqual(first('promises').ids, [])
  assert.deepEqual(first('zebra promises').ids, [])
})

test('a name is meant however it is parted into words, and a speaker by the family name alone', () => {
  const own = catalogOf({
    one: { kind: ['organizations'], org: ['delta-air-lines'] },
    two: { kind: ['statements'], speaker: ['jo-public'] },
  })
  const named = (words: string) => firstOf(words.split(' '), [], own).named.map(({ value }) => value)
  assert.deepEqual(named('delta airlines'), ['delta-air-lines'])
  assert.deepEqual(named('deltaair lines'), ['delta-air-lines'])
  assert.deepEqual(named('public'), ['jo-public'])
  assert.deepEqual(named('public airlines'), [])
})

test('whoever asks for promises or questions of which none became so is told that there are none', () => {
  const answers = (words: string) =>
    answersTo(words.split(' '), catalog).map((one) => answerText(one, filled, (own) => own))
  assert.deepEqual(answers('broken promises'), ['No promise on record: broken'])
  assert.deepEqual(answers('never asked'), ['No question on record: never asked'])
  assert.deepEqual(answers('the router was broken'), [])
  // What is denied is not what is asked for.
  for (const words of ['questions without an answer', 'who has not yet replied', 'promises never kept'])
    assert.ok(!answers(words).some((text) => /: (?:replied|kept)$/.test(text)), words)
})
