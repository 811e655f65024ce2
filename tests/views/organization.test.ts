import assert from 'node:assert/strict'
import test from 'node:test'
import { organizationView } from '#views/organization.ts'
import { sourceView } from '#views/source.ts'
import { linked } from '../knowledge/linked.ts'

const knowledge = linked({
  organizations: { acme: { name: 'Acme' }, paper: { name: 'The Paper', kind: 'press' }, maker: { name: 'Maker' } },
  sources: { story: { publisher: 'The Paper', published: '2024-01-02' }, loose: { publisher: 'A leaflet' } },
  statements: { own: { org: 'acme', said: '2024-01-01', about: { incidents: ['outage'] } } },
  incidents: {
    outage: {
      organizations: [{ org: 'acme', role: 'origin' }],
      timeline: [
        { id: 'e-one', at: '2024-01-01', kind: 'onset', title: 'It broke', actor: ['maker'], sources: ['story'] },
      ],
    },
  },
})
const view = (id: string) => organizationView(knowledge, knowledge.get('organizations', id) ?? assert.fail())

test('who only acts in a record is led to it, and no record is listed twice', () => {
  assert.deepEqual(
    view('maker').mentions.map(({ route }) => route),
    ['/incidents/outage/'],
  )
  assert.deepEqual(view('acme').mentions, [])
})

test('a publisher and its sources lead to each other', () => {
  assert.deepEqual(
    view('paper').published.map(({ route }) => route),
    ['/sources/story/'],
  )
  const publisher = (id: string) => sourceView(knowledge, knowledge.get('sources', id) ?? assert.fail()).publisher
  assert.deepEqual(publisher('story'), { text: 'The Paper', route: '/organizations/paper/' })
  assert.deepEqual(publisher('loose'), { text: 'A leaflet' })
})
