import assert from 'node:assert/strict'
import test from 'node:test'
import { stack } from '#views/lanes-stack.ts'
import { stretchOf } from '#views/lanes-stretch.ts'
import { lanesView } from '#views/lanes.ts'
import { moment } from '#time/moment.ts'
import { linked } from '../knowledge/linked.ts'

const event = (id: string, at: string, actor?: string | string[]) => ({
  id,
  at,
  kind: 'context',
  title: id,
  sources: ['note'],
  ...(actor === undefined ? {} : { actor }),
})
const knowledge = linked({
  incidents: {
    '2024-07-19-stop': {
      organizations: [
        { org: 'court', role: 'regulator' },
        { org: 'acme', role: 'origin' },
        { org: 'idle', role: 'affected' },
      ],
      timeline: [
        event('e-a', '2024-07-19T04:00Z', ['acme', 'court']),
        event('e-b', '2024-07-19T06:00Z', 'passer'),
        event('e-c', '2025-02-01'),
        event('e-d', '2025-03-01', 'court'),
      ],
    },
  },
  organizations: { acme: {}, court: { name: 'Court' }, idle: {}, passer: { name: 'Passer' } },
  sources: { note: {} },
})
const incident = knowledge.get('incidents', '2024-07-19-stop')
assert.ok(incident)
const view = lanesView(knowledge, incident)
assert.ok(view)

test('lanes stand by role, then those without one, then events without an actor; who did nothing has none', () => {
  assert.deepEqual(
    view.lanes.map(({ who, role }) => [who.text, role?.id]),
    [
      ['Acme', 'origin'],
      ['Court', 'regulator'],
      ['Passer', undefined],
      ['No actor given', undefined],
    ],
  )
})

test('an event of two parties stands in both lanes, at the same place', () => {
  const [acme, court] = view.lanes.map(({ cells }) => cells[0]?.marks[0])
  assert.equal(acme?.x, court?.x)
  assert.equal(acme?.id, 'e-a')
})

test('what one or two parties did needs no lanes', () => {
  const duet = { ...incident, data: { ...incident.data, timeline: incident.data.timeline.slice(0, 1) } }
  assert.equal(lanesView(knowledge, duet), undefined)
})

test('stretches follow the headings of the log and say how long they are', () => {
  assert.deepEqual(
    view.stretches.map(({ heading, length }) => [heading, length]),
    [
      ['19 July 2024', '2 h'],
      ['2025', '28 days'],
    ],
  )
})

test('a stretch is to scale: half of the time is half of the way', () => {
  const { place, ticks } = stretchOf('', ['2024-07-19T04:00Z', '2024-07-19T05:00Z', '2024-07-19T08:00Z'].map(moment))
  const [a = 0, b = 0, c = 0] = [4, 6, 8].map((hour) => place(Date.UTC(2024, 6, 19, hour)))
  assert.ok(Math.abs(c - b - (b - a)) < 0.2 && b > a)
  assert.ok(ticks.length > 0 && ticks.every(({ x }) => x >= a && x <= c))
})

test('a stretch of one instant, of thirty seconds or of thirty years has a finite width and places within it', () => {
  for (const times of [
    ['2024-07-19T04:00Z', '2024-07-19T04:00Z'],
    ['2024-07-19T04:00:00Z', '2024-07-19T04:00:30Z'],
    ['1990', '2020'],
    ['../2020', '2020/..'],
  ]) {
    const { width, ticks, place, first, last } = stretchOf('', times.map(moment))
    for (const x of [place(first), place(last), ...ticks.map((tick) => tick.x)])
      assert.ok(Number.isFinite(x) && x >= 0 && x <= width, String(times))
  }
})

test('marks that would touch stand on different levels, others on the first', () => {
  assert.deepEqual(
    stack([{ x: 0 }, { x: 5 }, { x: 40 }, { x: 41, end: 90 }, { x: 80 }]).map(({ level }) => level),
    [0, 1, 0, 1, 0],
  )
})
