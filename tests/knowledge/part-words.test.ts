import assert from 'node:assert/strict'
import test from 'node:test'
import { digest } from '#content/ledger-file.ts'
import { standingWords, wordsOf } from '#knowledge/part-words.ts'
import { smallKnowledge, type Written } from '../rules/small-knowledge.ts'

const ID = '2026-01-05-outage'
const VERSIONS = { 'f-one': { 1: { text: 'Before.' } } }
const entry = (written: Written) => {
  const world = smallKnowledge({ 'sources/report': {}, [`incidents/${ID}`]: written })
  return world.find(ID) ?? assert.fail()
}
const one = (text: string) => ({ findings: [{ id: 'f-one', kind: 'risk', text, sources: ['report'] }] })
const told = (shown: Written, written = shown) => standingWords(VERSIONS, entry(shown), entry(written), digest)

test('words of a part are its texts and values, and nothing that leads to records', () =>
  assert.deepEqual([...wordsOf(entry(one('Now.')))], [['f-one', { kind: 'risk', text: 'Now.' }]]))

test('earlier words are told of a part that is there and seen whole, and of no other', () => {
  assert.deepEqual(told(one('Now.')), VERSIONS)
  assert.deepEqual(told({}), {}, 'the part is gone')
  assert.deepEqual(told({}, one('Now.')), {}, 'it is hidden')
  assert.deepEqual(told(one('Now.'), one('Now, and hidden.')), {}, 'some of it is hidden')
  assert.deepEqual(told({ ...one('Now.'), recordStatus: 'withdrawn', statusReason: 'Wrong.' }), {})
})
