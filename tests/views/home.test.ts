import assert from 'node:assert/strict'
import { test } from 'node:test'
import { homeView } from '#views/home.ts'
import { incidentLine } from '#views/incident-list.ts'
import { openFirst } from '#views/open-state.ts'
import { linked } from '../knowledge/linked.ts'
import { events, incidentOf, knowledgeOf } from './incident-of.ts'

const open = incidentOf({ state: 'monitoring', timeline: events(['2026-01-01T14:20Z', '2026-01-01T10:00Z']) })
const planned = { ...incidentOf({ state: 'scheduled' }), id: '2026-02-01-move' }
const over = { ...incidentOf({ severity: 'unknown' }), id: '2026-03-01-over' }

test('home says as of when an incident goes on by its last event in time, however the file orders them', () => {
  const view = homeView(knowledgeOf([open, planned, over]))
  assert.deepEqual(
    view.open.map(({ state, at }) => [state, at]),
    [['Monitoring', '2026-01-01T14:20Z']],
  )
  assert.deepEqual(
    view.planned.map(({ route }) => route),
    ['/incidents/2026-02-01-move/'],
  )
})

test('a list shows first what goes on, and says so', () => {
  const knowledge = knowledgeOf([open, planned, over])
  assert.deepEqual(
    openFirst([over, planned, open]).map((incident) => incidentLine(knowledge, incident).state),
    ['Monitoring', undefined, 'Scheduled'],
  )
  assert.equal(incidentLine(knowledge, over).severity, 'severity unknown')
})

test('what was added last is of several kinds, so that a batch of one kind is not all that is seen', () => {
  const incidents = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`2026-03-0${day}-outage`, {}]))
  const kindsOf = (records: Parameters<typeof linked>[0]) => homeView(linked(records)).latest.map(({ kind }) => kind)
  assert.deepEqual(kindsOf({ incidents }), Array<string>(6).fill('incident'))
  const said = { org: 'acme', said: '2026-03-08' }
  const made = { org: 'acme', made: '2026-03-09' }
  const mixed = kindsOf({
    organizations: { acme: { name: 'Acme' } },
    incidents,
    statements: { one: said, two: said, three: said },
    commitments: { one: made, two: made },
  })
  assert.deepEqual(mixed.toSorted(), ['commitment', 'commitment', 'incident', 'incident', 'statement', 'statement'])
})
