import assert from 'node:assert/strict'
import test from 'node:test'
import { chartPlace, stripChart } from '#views/strip-chart.ts'
import { linked } from '../knowledge/linked.ts'

const HOUR = 3_600_000
const event = (id: string, at: string) => ({ id, at, kind: 'context', title: id, sources: ['note'] })
const incident = (began: string, milestones: readonly (readonly [name: string, at: string])[]) => ({
  organizations: [{ org: 'acme', role: 'origin' }],
  causes: ['capacity'],
  timeline: [event('e-a', began)],
  milestones: [['began', began] as const, ...milestones].map(([name, at]) => ({
    id: `m-${name}`,
    name,
    at,
    event: 'e-a',
  })),
})
const chart = stripChart(
  linked({
    organizations: { acme: {} },
    sources: { note: {} },
    incidents: {
      a: incident('2024-01-01T00:00Z', [
        ['detected', '2024-01-01T00:10Z'],
        ['recovered', '2024-01-01T10:00Z'],
      ]),
      b: incident('2023-01-01T00:00Z', [['recovered', '2023-01-01']]),
      c: incident('2020-01-01T00:00Z', [['recovered', '2022-01-01T00:00Z']]),
      d: incident('2019-01-01T00:00Z', []),
      e: { ...incident('2018-01-01T00:00Z', []), state: 'monitoring' },
    },
  }),
)
const [a, b, c, d] = chart.rows

test('the axis runs from a minute to a year, and what lies beyond stands at its ends', () => {
  assert.equal(chartPlace(0), 0)
  assert.equal(chartPlace(60_000), 0)
  assert.equal(chartPlace(365 * 24 * HOUR), 100)
  assert.equal(chartPlace(3650 * 24 * HOUR), 100)
})

test('phases are drawn where they lie after the beginning, one after the other', () => {
  assert.deepEqual(
    a?.pieces.map(({ names }) => names),
    [['unnoticed'], ['diagnosing', 'mitigating', 'recovering']],
  )
  assert.equal(a?.pieces[0]?.width, chartPlace(HOUR / 6))
  assert.equal((a?.pieces[1]?.x ?? 0) + (a?.pieces[1]?.width ?? 0), chartPlace(10 * HOUR))
  assert.deepEqual(a?.doubts, [])
})

test('where an end is known to the day, the whole day is in doubt', () => {
  assert.deepEqual(
    b?.doubts.map(({ x }) => x),
    [0],
  )
  assert.ok((b?.doubts[0]?.width ?? 0) > 50)
})

test('what takes more than a year goes on beyond the axis; what has no end has no strip', () => {
  assert.equal(c?.beyond, true)
  assert.deepEqual(d?.pieces, [])
  assert.equal(d?.lengthMs, undefined)
})

test('vendors and causes are counted over what is drawn', () => {
  assert.deepEqual(chart.vendors, [['acme', 'Acme (5)']])
  assert.deepEqual(chart.causes, [['capacity', 'Capacity (5)']])
})

test('an incident that goes on is told from one whose end nobody knows', () => {
  assert.deepEqual(
    chart.rows.map(({ isOpen, length }) => [isOpen, length !== undefined]),
    [
      [false, true],
      [false, true],
      [false, true],
      [false, false],
      [true, false],
    ],
  )
})
