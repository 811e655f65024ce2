import assert from 'node:assert/strict'
import test from 'node:test'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { contradictionsView } from '#views/contradictions.ts'
import { provenanceView } from '#views/provenance.ts'
import { recordView } from '#views/record.ts'
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
  const sources = {
    note: { read: 'whole' },
    copy: { read: 'copy', via: 'A reprint.' },
    unsaid: {},
    story: { kind: 'news' },
  }
  const statements = {
    good: { org: 'acme', said: '2024-01-01', sources: ['note', 'story'] },
    weak: { org: 'acme', said: '2024-01-01', sources: ['story'] },
    copied: { org: 'acme', said: '2024-01-01', sources: ['copy', 'unsaid'] },
  }
  const of = (account: string) => linked({ ...people, sources, statements }, '2026-01-01', { account })
  const knowledge = of('compiled')
  const view = provenanceView(knowledge)
  assert.deepEqual(
    [view.claims, view.primaryShare, view.single, view.withoutPrimary, view.withoutArchive.length],
    [3, '33%', 1, 2, 4],
  )
  assert.deepEqual(
    view.rows.map(({ record, weak }) => [record.route, weak.length]),
    [
      ['/statements/weak/', 1],
      ['/statements/copied/', 1],
      ['/statements/good/', 0],
    ],
  )
  const support = (of: Knowledge) => recordView(of, of.get('statements', 'good') ?? assert.fail()).support
  assert.match(support(knowledge) ?? '', /^1 sourced claim, 100% with a primary source/)
  // Whoever tells of their own is the source.
  assert.equal(support(of('own')), undefined)
  assert.deepEqual(provenanceView(of('own')).rows, [])
})
