import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headlineLength, metrics, notKnown } from '#views/metrics.ts'
import { incidentOf, milestones, type Short } from './incident-of.ts'

const of = (...list: readonly Short[]) => incidentOf({ milestones: milestones(...list) })
const metric = (id: string, ...list: readonly Short[]) => metrics(of(...list)).find((found) => found.id === id)

test('every measure names its two ends', () => {
  const found = metric('detect', ['began', '2026-01-01T10:00Z'], ['detected', '2026-01-01T11:18Z'])
  assert.deepEqual(
    found?.readings.map(({ from, to, length }) => [from.label, to.label, length]),
    [['Began', 'Detected', '78 min']],
  )
  assert.equal(found?.missing, undefined)
})

test('an end that is not known is named instead of a length', () => {
  assert.deepEqual(metric('recover', ['began', '2026-01-01T10:00Z'])?.missing, ['recovered'])
  assert.deepEqual(metric('speak')?.missing, ['detected', 'first public word'])
})

test('what is not known is told in a sentence that names the lengths and the times they lack', () => {
  assert.equal(
    notKnown(
      metrics(
        of(['began', '2026-01-01T10:00Z'], ['detected', '2026-01-01T11:00Z'], ['mitigated', '2026-01-01T12:00Z']),
      ),
    ),
    'Not known: time to first public word, time to recover, from detection to first ' +
      'public word. No time is recorded for: first public word, recovered.',
  )
  const all = ['began', 'detected', 'communicated', 'mitigated', 'recovered'] as const
  assert.equal(notKnown(metrics(of(...all.map((name): Short => [name, '2026-01-01T10:00Z'])))), undefined)
})

test('readings of recovery stand side by side, the headline one marked', () => {
  const found = metric(
    'recover',
    ['began', '2026-01-01T10:00Z'],
    ['recovered', '2026-01-01T11:00Z', 'first'],
    ['recovered', '2026-01-04T06:00Z', 'last', true],
  )
  assert.deepEqual(
    found?.readings.map(({ length, headline, to }) => [length, headline, to.definition]),
    [
      ['60 min', false, 'first'],
      ['2 days 20 h', true, 'last'],
    ],
  )
})

test('an end that is a span gives a range', () => {
  assert.equal(
    headlineLength(
      of(['began', '2026-01-01T10:00Z'], ['communicated', '2026-01-01T11:00Z/2026-01-01T11:30Z']),
      'communicate',
    )?.length,
    '60 to 90 min',
  )
  assert.equal(
    headlineLength(of(['began', '2026-01-01'], ['recovered', '2026-01-10']), 'recover')?.length,
    '8 to 10 days',
  )
})

test('ends that are open say what little is known', () => {
  assert.equal(
    headlineLength(of(['began', '2026-01-01T10:00Z'], ['recovered', '2026-01-03T10:00Z/..']), 'recover')?.length,
    'at least 2 days',
  )
  assert.equal(
    headlineLength(of(['began', '../2026-01-01T10:00Z'], ['recovered', '../2026-01-03T10:00Z']), 'recover')?.length,
    'length not known',
  )
})

test('a public word before the beginning says so in words, without a minus', () => {
  assert.equal(
    headlineLength(of(['began', '2026-01-02T10:00Z'], ['communicated', '2026-01-02T09:00Z']), 'communicate')?.length,
    '60 min before',
  )
})
