import assert from 'node:assert/strict'
import test from 'node:test'
import { everything } from '#exports/twin.ts'
import { llms } from '#exports/llms.ts'
import { refs } from '#exports/refs.ts'
import { sitemap } from '#exports/sitemap.ts'
import { ledger } from '#views/site-timeline.ts'
import { searchIndexView } from '#views/search-index.ts'
import { tombstones } from '#views/tombstone.ts'
import { smallKnowledge } from '../rules/small-knowledge.ts'

const ID = '2026-01-05-outage'
const world = smallKnowledge({
  'sources/report': {},
  'organizations/acme': {},
  [`incidents/${ID}`]: {
    title: 'Taken back',
    organizations: [{ org: 'acme', role: 'origin' }],
    milestones: [{ id: 'm-began', name: 'began', at: '2026-01-05', sources: ['report'] }],
    recordStatus: 'withdrawn',
    statusReason: 'It was another router.',
  },
})

test('a withdrawn record is found by its id, and is in no list of its kind nor among what refers to others', () => {
  assert.equal(world.find(ID)?.id, ID)
  assert.deepEqual(
    [world.all('incidents'), world.from('incidents', 'organizations.org', 'acme'), world.backlinks('report')],
    [[], [], []],
  )
  assert.deepEqual([world.every('incidents').length, world.references('report').length], [1, 1])
})

test('no view of the whole site lists it', () => {
  assert.deepEqual(ledger(world), [])
  const listed = JSON.stringify([
    sitemap(world),
    llms(world),
    searchIndexView(world, 'a-z'),
    searchIndexView(world, 'by-year'),
  ])
  assert.doesNotMatch(listed, /Taken back|2026-01-05-outage/)
  assert.match(listed, /acme/)
})

test('data and references tell of it, with its status and reason', () => {
  assert.match(JSON.stringify(everything(world)), /"id":"2026-01-05-outage".+"recordStatus":"withdrawn"/)
  const { recordStatus, statusReason } = refs(world).records.find(({ id }) => id === ID) ?? {}
  assert.deepEqual([recordStatus, statusReason], ['withdrawn', 'It was another router.'])
})

test('its tombstone has the reason and the history, and no part', () => {
  const [tombstone] = tombstones(world)
  assert.equal(tombstone?.status?.reason, 'It was another router.')
  assert.deepEqual(
    tombstone.history.map(({ changed }) => changed),
    [[]],
  )
  assert.ok(!('sources' in tombstone) && !('summary' in tombstone))
})
