import assert from 'node:assert/strict'
import test from 'node:test'
import { contradictionsView } from '#views/contradictions.ts'
import { provenanceView } from '#views/provenance.ts'
import { linked } from '../knowledge/linked.ts'
import { people } from './people.ts'

test('rival accounts, rival figures and wrong claims are gathered from every record', () => {
  const readings = [
    { text: 'Seven', sources: ['note'], verdict: 'followed' },
    { text: 'Ten', sources: ['note'], verdict: 'wrong' },
  ]
  const figure = { what: 'Devices', assertedBy: 'acme', sources: ['note'] }
  const knowledge = linked({
    ...people,
    sources: { note: {} },
    incidents: {
      outage: {
        impact: [
          { id: 'i-a', measure: 'devices', value: 1, ...figure },
          { id: 'i-b', measure: 'devices', value: 2, ...figure },
          { id: 'i-c', measure: 'losses', value: 3, ...figure },
        ],
        contradictions: [{ id: 'x-count', about: 'i-a', readings, why: 'Counted' }],
      },
    },
  })
  const view = contradictionsView(knowledge)
  assert.deepEqual(
    view.wrong.map(({ text, route }) => [text, route]),
    [['Ten', '/incidents/outage/#x-count']],
  )
  assert.deepEqual(
    view.figures.flatMap(({ rivals }) => rivals.map(({ measure, figures }) => [measure, figures.length])),
    [['devices', 2]],
  )
})

test('provenance counts what rests on a primary source, and on one alone', () => {
  const source = { sources: { note: {}, story: { kind: 'news' } } }
  const knowledge = linked({
    ...people,
    ...source,
    statements: {
      good: { org: 'acme', said: '2024-01-01', sources: ['note', 'story'] },
      weak: { org: 'acme', said: '2024-01-01', sources: ['story'] },
    },
  })
  const view = provenanceView(knowledge)
  assert.deepEqual(
    [view.claims, view.primaryShare, view.single, view.withoutPrimary, view.withoutArchive.length],
    [2, '50%', 1, 1, 2],
  )
  assert.deepEqual(
    view.rows.map(({ record, weak }) => [record.route, weak.length]),
    [
      ['/statements/weak/', 1],
      ['/statements/good/', 0],
    ],
  )
})
