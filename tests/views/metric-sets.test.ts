import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { plotPlace } from '#views/metric-plot.ts'
import { metricSets, quantile, quantiles } from '#views/metric-sets.ts'
import { linked } from '../knowledge/linked.ts'

const MINUTE = 60_000
const milestone = (name: string, at: string) => ({ id: `m-${name}`, name, at, sources: ['note'] })
const fault = (detected: string | undefined, kind = 'fault') => ({
  kind,
  milestones: [
    milestone('began', '2024-01-01T00:00Z'),
    ...(detected === undefined ? [] : [milestone('detected', detected)]),
  ],
})
const sets = metricSets(
  linked({
    incidents: {
      '2024-01-01-a': fault('2024-01-01T00:10Z'),
      '2024-01-01-b': fault('2024-01-01T00:20Z'),
      '2024-01-01-c': fault('2024-01-01T00:30Z/2024-01-01T01:00Z'),
      '2024-01-01-d': fault('2024-01-01T02:00Z'),
      '2024-01-01-e': fault(undefined),
      '2024-01-01-f': fault('2024-01-03T00:00Z', 'attack'),
    },
    sources: { note: {} },
  }).all('incidents'),
)
const detect = (kind: string) => sets.find((set) => set.kind === kind)?.metrics.find(({ id }) => id === 'detect')

test('sets never mix kinds, and what is not known is counted', () => {
  assert.deepEqual(
    sets.map(({ kind, count }) => [kind, count]),
    [['Fault', 5]],
    'one attack is no distribution',
  )
  assert.deepEqual([detect('Fault')?.n, detect('Fault')?.unknown], [4, 1])
})

test('the median and the quartiles of ranges are ranges', () => {
  assert.equal(detect('Fault')?.median, '25 to 40 min')
  assert.equal(detect('Fault')?.quartiles, '18 min; 53 to 75 min')
})

test('a measure with fewer than three values stays out', () => {
  assert.deepEqual(
    sets.flatMap(({ metrics }) => metrics.map(({ id }) => id)),
    ['detect'],
  )
})

test('an open end leaves the quantile open that it weighs in, and no other', () => {
  const lengths = [
    { min: MINUTE, max: MINUTE },
    { min: 2 * MINUTE, max: 2 * MINUTE },
    { min: 3 * MINUTE, max: null },
  ]
  assert.deepEqual(quantiles(lengths).median, { min: 2 * MINUTE, max: 2 * MINUTE })
  assert.deepEqual(quantiles(lengths).high, { min: 2.5 * MINUTE, max: null })
})

test('a quantile lies between the ends of its range whatever the true lengths were', () => {
  const item = fc.tuple(fc.nat(1000), fc.nat(1000), fc.float({ min: 0, max: 1, noNaN: true }))
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), fc.constantFrom(0.25, 0.5, 0.75), (items, share) => {
      const ranges = items.map(([min, more]) => ({ min, max: min + more }))
      const truth = quantile(
        items.map(([min, more, part]) => min + more * part),
        share,
      )
      const { low, median, high } = quantiles(ranges)
      const { min, max } = share === 0.25 ? low : share === 0.5 ? median : high
      assert.ok((min ?? 0) <= truth + 1e-6 && truth <= (max ?? 0) + 1e-6)
    }),
  )
})

test('places on the plot keep the order of lengths and stay on it', () => {
  const places = [0, MINUTE, 10 * MINUTE, 1e8, 1e11, 1e15].map(plotPlace)
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  assert.deepEqual([places[0], places.at(-1)], [0, 100])
})

test('one incident is no set, and a set too large to mark one by one keeps its median and its box', () => {
  const of = (count: number) =>
    linked({
      incidents: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`2024-01-01-${index}`, fault('2024-01-01T00:10Z')]),
      ),
      sources: { note: {} },
    }).all('incidents')
  assert.deepEqual(metricSets(of(1)), [])
  const large = metricSets(of(101))[0]?.metrics.find(({ id }) => id === 'detect')
  assert.deepEqual([large?.n, large?.marks.length, large?.median], [101, 0, '10 min'])
  assert.ok(large?.box)
})
