import assert from 'node:assert/strict'
import { test } from 'node:test'
import { incidentView } from '#views/incident.ts'
import { openState } from '#views/open-state.ts'
import { sectionsOf } from '#views/incident-sections.ts'
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

test('a page shows who dealt with it, who noticed, where else it is listed, and leads to all like it', () => {
  const incident = incidentOf({
    people: [{ name: 'A. Person', role: 'Incident lead' }, { name: 'B. Person' }],
    detectedBy: 'customer',
    causes: ['dns'],
    products: [{ name: 'Router', versions: '1.0' }],
    identifiers: [{ type: 'CVE', value: 'CVE-2024-3094', url: 'https://cve.example/3094' }],
  })
  const view = incidentView(knowledgeOf([incident]), incident)
  assert.deepEqual(view.people, ['A. Person (Incident lead)', 'B. Person'])
  assert.equal(view.detectedBy, 'A customer')
  assert.deepEqual(view.identifiers, [{ text: 'CVE-2024-3094', route: 'https://cve.example/3094' }])
  assert.deepEqual(view.products, [{ text: 'Router (1.0)', route: '/products/router/' }])
  assert.deepEqual(
    [view.kindLabel, view.severity, ...view.causes].map(({ route }) => route),
    ['/incidents/?kind=fault', '/incidents/?severity=major', '/incidents/?cause=dns'],
  )
  // There are no figures, and what was involved has its section all the same.
  assert.ok(sectionsOf(view, false).some(({ id }) => id === 'involved'))
})

test('a page says what a component did, how a figure came about, and what set an outage apart', () => {
  const incident = incidentOf({
    timeline: [
      {
        id: 'e-down',
        at: '2026-01-01T10:00Z',
        kind: 'onset',
        component: 'Queue',
        status: 'partialOutage',
        title: 'Down',
      },
    ],
    impact: [{ id: 'i-orders', measure: 'orders', what: 'Orders', value: 3, nature: 'estimate', assertedBy: 'editor' }],
    milestones: milestones(
      ['began', '2026-01-01T10:00Z', 'first'],
      ['recovered', '2026-01-01T11:00Z', 'first', true],
      ['began', '2026-01-01T12:00Z', 'again', true],
      ['recovered', '2026-01-01T12:30Z', 'again'],
    ),
    outages: [
      { began: 'm-0', recovered: 'm-1' },
      { began: 'm-2', recovered: 'm-3', note: 'The cache was cold.' },
    ],
  })
  const view = incidentView(knowledgeOf([incident]), incident)
  assert.equal(view.timeline.groups[0]?.lists[0]?.runs[0]?.events[0]?.status, 'partial outage')
  assert.equal(view.impact[0]?.figures[0]?.nature, 'Estimate')
  assert.deepEqual(
    view.metrics.find(({ id }) => id === 'recover')?.readings.map(({ note }) => note),
    [undefined, undefined, 'The cache was cold.'],
  )
})

test('planned work that has not begun is scheduled, has lasted no time, and does not date a page', () => {
  const timeline = events(['2026-01-01T10:00Z', '2026-07-01T02:00Z'])
  const began = milestones(['began', '2026-01-01T10:00Z'])
  const scheduled = openState(incidentOf({ timeline, milestones: began, state: 'scheduled' }))
  assert.deepEqual([scheduled?.label, scheduled?.asOf, scheduled?.lasted], ['Scheduled', undefined, undefined])
  const open = openState(incidentOf({ timeline, milestones: began, state: 'identified' }), Date.UTC(2026, 0, 2))
  assert.deepEqual([open?.asOf, open?.lasted], ['2026-01-01T10:00Z', '0 min so far'])
})

test('whoever tells of their own incident is the source, and sources are not counted', () => {
  const own = incidentOf({ account: 'own' })
  const counted = (incident: typeof own) =>
    sectionsOf(incidentView(knowledgeOf([incident]), incident), false).find(({ id }) => id === 'evidence')?.count
  assert.equal(counted(own), undefined)
  assert.equal(counted(incidentOf()), 0)
})
