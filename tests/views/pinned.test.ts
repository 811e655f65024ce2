import assert from 'node:assert/strict'
import test from 'node:test'
import { twin } from '#exports/twin.ts'
import { linkToReference } from '#views/label.ts'
import { smallKnowledge } from '../rules/small-knowledge.ts'
import { entryOf } from '../small.ts'

const ID = '2026-01-05-outage'
const world = smallKnowledge({
  'sources/report': {},
  [`incidents/${ID}`]: {
    aliases: ['2026-01-05-stop'],
    findings: [{ id: 'f-one', kind: 'risk', text: 'One.', sources: ['report'] }],
  },
  'citations/review': { cites: [`${ID}#f-one@r1`] },
})
const route = (reference: string, own?: string) => linkToReference(world, reference, own)?.route

test('a reference that pins a revision leads to the address that tells what changed since', () => {
  assert.equal(route(`${ID}#f-one@r1`), `/incidents/${ID}/?r=1#f-one`)
  assert.equal(route(`${ID}@r1`), `/incidents/${ID}/?r=1`)
  assert.equal(route('#f-one@r1', ID), `/incidents/${ID}/?r=1#f-one`)
  assert.equal(route('2026-01-05-stop#f-one@r1'), `/incidents/${ID}/?r=1#f-one`)
  assert.equal(route(`${ID}#f-one`), `/incidents/${ID}/#f-one`)
})

test('a twin gives the same address', () => {
  assert.match(
    JSON.stringify(twin(world, entryOf(world, 'review'))),
    new RegExp(`"url":"https://small.example/incidents/${ID}/\\?r=1#f-one"`),
  )
})
