import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatFigure, formatNumber } from '#views/figure.ts'
import { impactView } from '#views/incident-impact.ts'
import { incidentOf, knowledgeOf } from './incident-of.ts'

const NUMBERS: readonly (readonly [number, string])[] = [
  [0, '0'],
  [78, '78'],
  [20.5, '20.5'],
  [2773, '2,773'],
  [8_500_000, '8.5 million'],
  [1_938_000_000, '1.938 billion'],
  [1_234_567, '1,234,567'],
  [15e12, '15 trillion'],
  [-2_000_000, '-2 million'],
]

for (const [value, words] of NUMBERS)
  test(`${value} is printed ${words}, never rounded`, () => assert.equal(formatNumber(value), words))

test('a figure carries its qualifier and unit, and money its currency before it', () => {
  assert.equal(formatFigure({ value: 8_500_000, qualifier: 'about', unit: 'devices' }), 'about 8.5 million devices')
  assert.equal(formatFigure({ value: 5, unit: 's', statistic: 'p95' }), '5 s (95th percentile)')
  assert.equal(formatFigure({ value: 97, qualifier: 'atLeast', unit: '%' }), 'at least 97%')
  assert.equal(formatFigure({ min: 43_600_000, max: 44_000_000, unit: 'USD' }), 'USD 43.6 million to 44 million')
  assert.equal(formatFigure({ value: 883, unit: undefined }), '883')
})

test('a range that is open on one side says so', () => {
  assert.equal(formatFigure({ min: 5, unit: 'h' }), '5 h or more')
  assert.equal(formatFigure({ max: 14, unit: 'days' }), 'up to 14 days')
})

test('rival figures for one measure stand together in the order first given', () => {
  const figure = (id: string, measure: string, value: number) => ({
    id,
    measure,
    what: `What ${measure} counts`,
    value,
    assertedBy: 'editor',
    sources: ['report'],
  })
  const incident = incidentOf({
    impact: [figure('i-a', 'flights', 7000), figure('i-b', 'devices', 5), figure('i-c', 'flights', 5470)],
  })
  assert.deepEqual(
    impactView(knowledgeOf([incident]), incident).map(({ measure, figures }) => [measure, figures.map(({ id }) => id)]),
    [
      ['flights', ['i-a', 'i-c']],
      ['devices', ['i-b']],
    ],
  )
})
