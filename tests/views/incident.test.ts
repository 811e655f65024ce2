import assert from 'node:assert/strict'
import { test } from 'node:test'
import { incidentView, openState } from '#views/incident.ts'
import { incidentLine } from '#views/incident-list.ts'
import { events, incidentOf, knowledgeOf, milestones, sourceOf } from './incident-of.ts'

test('the four moments are always there, known or not', () => {
  const incident = incidentOf({
    milestones: milestones(['began', '2026-01-01T10:00Z'], ['mitigated', '2026-01-01T11:18Z']),
  })
  assert.deepEqual(
    incidentView(knowledgeOf([incident]), incident).moments.map(({ word, at, after }) => [word, at, after]),
    [
      ['Began', '2026-01-01T10:00Z', undefined],
      ['Noticed', undefined, undefined],
      ['Stopped', '2026-01-01T11:18Z', '78 min'],
      ['Over', undefined, undefined],
    ],
  )
})

test('an incident that goes on says how long by the last event on record; one that is over does not', () => {
  const fields = {
    timeline: events(['2026-01-01T10:00Z', '2026-01-01T14:20Z']),
    milestones: milestones(['began', '2026-01-01T10:00Z']),
  }
  const open = openState(incidentOf({ ...fields, state: 'monitoring' }))
  assert.deepEqual([open?.label, open?.asOf, open?.lasted], ['Monitoring', '2026-01-01T14:20Z', '4 h 20 min so far'])
  assert.equal(openState(incidentOf(fields)), undefined)
})

test('a milestone without sources of its own rests on those of its event', () => {
  const incident = incidentOf({
    timeline: events(['2026-01-01T10:00Z']),
    milestones: [{ id: 'm-began', name: 'began', at: '2026-01-01T10:00Z', event: 'e-0' }],
  })
  const view = incidentView(knowledgeOf([incident, sourceOf('report')]), incident)
  assert.deepEqual(
    view.milestones.map(({ event, evidence }) => [event?.title, evidence.map(({ id }) => id)]),
    [['Event 0', ['report']]],
  )
})

test('an incident is related from either side', () => {
  const earlier = incidentOf({ title: 'The earlier one' }, '2025-01-01-earlier')
  const later = incidentOf({ related: [{ incident: '2025-01-01-earlier', how: 'sameCause' }] })
  const knowledge = knowledgeOf([earlier, later])
  assert.deepEqual(
    incidentView(knowledge, later).related.map(({ text, how }) => [text, how]),
    [['The earlier one', 'Same cause']],
  )
  assert.deepEqual(
    incidentView(knowledge, earlier).related.map(({ text, how }) => [text, how]),
    [['An outage', 'Refers to this one']],
  )
})

test('a list compares days: minutes are left out, coarser times kept', () => {
  const day = (at: string) => {
    const incident = incidentOf({ milestones: milestones(['began', at]) })
    return incidentLine(knowledgeOf([incident]), incident).day
  }
  assert.equal(day('2026-01-01T23:30-04:00'), '2 January 2026')
  assert.equal(day('2026-01'), 'January 2026')
})
