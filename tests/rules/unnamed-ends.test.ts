import assert from 'node:assert/strict'
import test from 'node:test'
import { unnamedEnds } from '#rules/unnamed-ends.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const figure = (what: string, more: object = {}) =>
  said(
    unnamedEnds,
    smallKnowledge({
      'incidents/2026-01-05-outage': {
        impact: [
          {
            id: 'i-a',
            measure: 'outage-duration',
            what,
            value: 2,
            unit: 'h',
            assertedBy: 'editor',
            sources: ['report'],
            ...more,
          },
        ],
      },
    }),
  )

for (const what of [
  'Length of the outage',
  'Time the service was unavailable',
  'Duration',
  'Time until service was back',
])
  test(`“${what}” names no two ends`, () =>
    assert.deepEqual(figure(what), [
      'incidents/2026-01-05-outage.mdx impact[0].what: expected the two ' +
        `ends of a duration by name, found "${what}" in i-a`,
    ]))

for (const what of [
  'Time from the first error until the last',
  'Time between the first alarm and the repair',
  'Outage since 08:00 until noon',
  'Time to detect, from the first error',
])
  test(`“${what}” does`, () => assert.deepEqual(figure(what), []))

test('the note may name them', () =>
  assert.deepEqual(figure('Length of the outage', { note: 'From 08:00 to 10:00 UTC.' }), []))

test('figures that are no length of an incident are left alone', () => {
  assert.deepEqual(
    [
      ...figure('Delay of the average passenger', { measure: 'average-delay' }),
      ...figure('Outages reported', { unit: 'reports' }),
      ...figure('Outages reported', { unit: undefined }),
    ],
    [],
  )
})
