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
type View = ReturnType<typeof view>
const eventsOf = (lists: View['groups'][number]['lists']) =>
  lists.flatMap(({ runs }) => runs.flatMap(({ events: own }) => own))
const outline = (times: readonly string[], began?: string) =>
  view(times, began).groups.map(
    ({ heading, lists }) =>
      `${heading}: ${lists
        .map(
          ({ label, runs }) =>
            `${label ? `${label}: ` : ''}${eventsOf([{ runs }])
              .map(({ top }) => top)
              .join(' | ')}`,
        )
        .join('; ')}`,
  )
/** The events in sight by their number, and the folded ones by their words. */
const folded = ({ groups }: View) =>
  groups.flatMap(({ lists }) =>
    lists.flatMap(({ runs }) => runs.flatMap(({ fold, events: own }) => fold ?? own.map(({ id }) => id))),
  )

test('days with several clock times are headings; the rest stand under their year', () => {
  assert.deepEqual(
    outline(['2025-11', '2026-01-01T10:00Z', '2026-01-01T11:00Z', '2026-01-02T09:00Z', '2026-01-05', '2027']),
    ['2025: Nov', '1 January 2026: 10:00 | 11:00', 'Later in 2026: 2 Jan, 09:00 | 5 Jan', '2027: 2027'],
  )
})

test('what the clock does not place stands after the rest of its day, by its bounds', () => {
  assert.deepEqual(outline(['2026-01-01', '2026-01-01T10:00Z', '2026-01-01T10:00Z/2026-01-01', '2026-01-01T11:00Z']), [
    '1 January 2026: 10:00 | 11:00; During the day: 1 Jan | after 10:00',
  ])
})

const minutes = (count: number) => Array.from({ length: count }, (_, index) => `2026-01-01T10:${String(10 + index)}Z`)
const marked = (times: readonly string[], marks: readonly number[], kinds: Readonly<Record<number, string>> = {}) => {
  const incident = incidentOf({
    timeline: events(times).map((event, index) => ({ ...event, kind: kinds[index] ?? 'context' })),
    milestones: marks.map((mark, index) => ({
      id: `m-${index}`,
      name: ['began', 'mitigated', 'recovered'][index],
      at: times[mark],
      event: `e-${mark}`,
    })),
  })
  return timelineView(knowledgeOf([incident]), incident)
}

test('a short timeline is in sight whole', () => {
  const found = marked(minutes(14), [3])
  assert.equal(found.key, 14)
  assert.ok(folded(found).every((one) => one.startsWith('e-')))
})

test('of a long one the milestones, what broke, what came back and the first public word are in sight', () => {
  const found = marked(minutes(20), [3, 9], { 5: 'communication', 12: 'communication', 15: 'recovery' })
  assert.deepEqual(folded(found), [
    '3 earlier events',
    'e-3',
    'e-4',
    'e-5',
    '3 more events',
    'e-9',
    '5 more events',
    'e-15',
    '4 more events',
  ])
  assert.equal(found.key, 5)
})

test('where what broke and came back is too much, the first and the last of it stand for it', () => {
  const kinds = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index, index < 10 ? 'onset' : 'recovery']))
  assert.deepEqual(folded(marked(minutes(20), [0, 9], kinds)), ['e-0', '8 more events', 'e-9', '9 more events', 'e-19'])
})

test('the instants at which something came to be known are counted where anything did so later', () => {
  assert.equal(view(['2026-01-01', '2026-01-02']).steps, undefined)
  const late = incidentOf({
    timeline: [
      { ...events(['2026-01-01'])[0], knownAt: '2026-02' },
      ...events(['2026-01-03']).map((event) => ({ ...event, id: 'e-1' })),
    ],
  })
  assert.equal(timelineView(knowledgeOf([late]), late).steps, 2)
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
    groups.flatMap(({ lists }) => eventsOf(lists).map(({ id }) => id)),
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
    found.groups.flatMap(({ lists }) => eventsOf(lists).map((event) => event.elapsed))
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
  assert.deepEqual(eventsOf(groups[0]?.lists ?? [])[0]?.actors, [{ text: 'nobody-known' }])
  assert.deepEqual(actors, [])
})
