import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timelineView } from '#views/timeline.ts'
import { events, incidentOf, knowledgeOf, milestones } from './incident-of.ts'

function view(times: readonly string[], began?: string) {
  const incident = incidentOf({
    timeline: events(times),
    milestones: began === undefined ? [] : milestones(['began', began]),
  })
  return timelineView(knowledgeOf([incident]), incident)
}
const outline = (times: readonly string[], began?: string) =>
  view(times, began).groups.map(({ heading, events: own }) => `${heading}: ${own.map(({ top }) => top).join(' | ')}`)

test('days with several clock times are headings; the rest stand under their year', () => {
  assert.deepEqual(
    outline(['2025-11', '2026-01-01T10:00Z', '2026-01-01T11:00Z', '2026-01-02T09:00Z', '2026-01-05', '2027']),
    ['2025: Nov', '1 January 2026: 10:00 | 11:00', 'Later in 2026: 2 Jan, 09:00 | 5 Jan', '2027: 2027'],
  )
})

test('a date without a clock time joins its day where that has a heading', () => {
  assert.deepEqual(outline(['2026-01-01', '2026-01-01T10:00Z', '2026-01-01T11:00Z']), [
    '1 January 2026: 1 Jan | 10:00 | 11:00',
  ])
})

test('a month is not taken for its first day', () => {
  assert.deepEqual(outline(['2026-01', '2026-01-01T10:00Z', '2026-01-01T11:00Z']), [
    '2026: Jan',
    '1 January 2026: 10:00 | 11:00',
  ])
})

test('days are those of UTC whatever zone was written', () => {
  assert.deepEqual(outline(['2026-01-01T20:00-04:00', '2026-01-02T05:45+05:45', '2026-01-02T10:00Z']), [
    '2 January 2026: 00:00 | 00:00 | 10:00',
  ])
})

test('events come in order of time, those at one instant as written', () => {
  const { groups } = view(['2026-01-01T11:00Z', '2026-01-01T10:00Z', '2026-01-01T10:00Z'])
  assert.deepEqual(
    groups.flatMap(({ events: own }) => own.map(({ id }) => id)),
    ['e-1', 'e-2', 'e-0'],
  )
})

test('no event, one event, and only open ends are all told', () => {
  assert.deepEqual(outline([]), [])
  assert.deepEqual(outline(['2026-01-01T10:00Z']), ['2026: 1 Jan, 10:00'])
  assert.deepEqual(outline(['../2026-01-01T10:00Z', '2026-01-01T10:00Z/..']), ['2026: by 1 Jan, 10:00 | 1 Jan, 10:00'])
})

test('elapsed time counts from the beginning, else from the first onset, else from nothing', () => {
  const elapsedOf = (found: ReturnType<typeof view>) =>
    found.groups.flatMap(({ events: own }) => own.map((event) => event.elapsed))
  assert.deepEqual(elapsedOf(view(['2026-01-01T10:00Z', '2026-01-01T10:30Z'], '2026-01-01T10:00Z')), [
    'start',
    '+30 min',
  ])
  assert.deepEqual(elapsedOf(view(['2026-01-01T10:00Z', '2026-01-01T10:30Z'])), [undefined, undefined])
  const onset = incidentOf({
    timeline: events(['2026-01-01T10:00Z', '2026-01-01T10:30Z'], 'onset'),
    milestones: milestones(['began', '2026-01-01']),
  })
  assert.deepEqual(elapsedOf(timelineView(knowledgeOf([onset]), onset)), ['start', '+30 min'])
})

test('events over thirty years and within thirty seconds are told with what is known', () => {
  assert.deepEqual(outline(['1996', '2010-05', '2026-01-01']), ['1996: 1996', '2010: May', '2026: 1 Jan'])
  assert.deepEqual(outline(['2026-01-01T10:00:00Z', '2026-01-01T10:00:30Z']), ['1 January 2026: 10:00:00 | 10:00:30'])
})

test('an actor without a record is named by its id and never becomes a dead link', () => {
  const incident = incidentOf({ timeline: [{ ...events(['2026-01-01'])[0], actor: 'nobody-known' }] })
  const { groups, actors } = timelineView(knowledgeOf([incident]), incident)
  assert.deepEqual(groups[0]?.events[0]?.actors, [{ text: 'nobody-known' }])
  assert.deepEqual(actors, [])
})
