import assert from 'node:assert/strict'
import { test } from 'node:test'
import { narrow } from '#knowledge/phase-order.ts'
import { phases } from '#views/phases.ts'
import { incidentOf, milestones, type Short } from './incident-of.ts'

const shape = (...list: readonly Short[]) => phases(incidentOf({ milestones: milestones(...list) }))
const told = (...list: readonly Short[]) =>
  shape(...list)?.phases.map(({ names, length }) => `${names.join(', ')}: ${length}`)

test('phases run between consecutive milestones under their own names', () => {
  assert.deepEqual(
    told(
      ['began', '2026-01-01T10:00Z'],
      ['detected', '2026-01-01T10:05Z'],
      ['identified', '2026-01-01T10:30Z'],
      ['mitigated', '2026-01-01T11:00Z'],
      ['recovered', '2026-01-01T12:00Z'],
      ['closed', '2026-01-02T12:00Z'],
    ),
    ['unnoticed: 5 min', 'diagnosing: 25 min', 'mitigating: 30 min', 'recovering: 60 min', 'follow-up: 24 h'],
  )
})

test('an absent milestone merges its neighbours under both names', () => {
  assert.deepEqual(
    told(['began', '2026-01-01T10:00Z'], ['identified', '2026-01-01T10:30Z'], ['recovered', '2026-01-01T12:00Z']),
    ['unnoticed, diagnosing: 30 min', 'mitigating, recovering: 90 min'],
  )
})

test('the headline reading of a milestone parts the phases, else the first', () => {
  assert.deepEqual(
    told(
      ['began', '2026-01-01T10:00Z'],
      ['recovered', '2026-01-01T11:00Z', 'first hosts'],
      ['recovered', '2026-01-01T13:00Z', 'all hosts', true],
    ),
    ['unnoticed, diagnosing, mitigating, recovering: 3 h'],
  )
  assert.deepEqual(
    told(
      ['began', '2026-01-01T10:00Z'],
      ['recovered', '2026-01-01T11:00Z', 'first hosts'],
      ['recovered', '2026-01-01T13:00Z', 'all hosts'],
    ),
    ['unnoticed, diagnosing, mitigating, recovering: 60 min'],
  )
})

test('milestones that play no part in phases are left out', () => {
  assert.deepEqual(
    told(
      ['introduced', '2025-01-01'],
      ['began', '2026-01-01T10:00Z'],
      ['communicated', '2026-01-01T10:20Z'],
      ['mitigated', '2026-01-01T11:00Z'],
    ),
    ['unnoticed, diagnosing, mitigating: 60 min'],
  )
})

test('a milestone that can lie anywhere between two others gives both phases as ranges and draws its span', () => {
  const found = shape(
    ['began', '2026-01-01T04:09Z'],
    ['identified', '2026-01-01T04:09Z/2026-01-01T05:27Z'],
    ['mitigated', '2026-01-01T05:27Z'],
  )
  assert.deepEqual(
    found?.phases.map(({ length }) => length),
    ['up to 78 min', 'up to 78 min'],
  )
  assert.deepEqual(
    found?.boundaries.map(({ x, xLow, xHigh }) => [x, xLow, xHigh]),
    [
      [0, 0, 0],
      [50, 0, 100],
      [100, 100, 100],
    ],
  )
})

test('a milestone with an open end is held between its neighbours', () => {
  const found = shape(
    ['began', '2026-01-01T10:00Z'],
    ['detected', '../2026-01-05T00:00Z'],
    ['mitigated', '2026-01-01T12:00Z'],
    ['recovered', '2026-01-01T13:00Z/..'],
  )
  assert.deepEqual(
    found?.phases.map(({ length }) => length),
    ['up to 2 h', 'up to 2 h', 'at least 60 min'],
  )
})

test('no phases are drawn with one milestone, with none, or out of order', () => {
  assert.equal(shape(['began', '2026-01-01T10:00Z']), undefined)
  assert.equal(shape(), undefined)
  assert.equal(shape(['began', '2026-01-02T10:00Z'], ['mitigated', '2026-01-01T10:00Z']), undefined)
})

test('milestones at one instant have phases of no length and a strip all the same', () => {
  const found = shape(
    ['began', '2026-01-01T10:00Z'],
    ['detected', '2026-01-01T10:00Z'],
    ['mitigated', '2026-01-01T10:00Z'],
  )
  assert.deepEqual(
    found?.phases.map(({ length, width }) => [length, width]),
    [
      ['0 min', 50],
      ['0 min', 50],
    ],
  )
})

test('thirty seconds and thirty years are both drawn', () => {
  assert.deepEqual(
    told(
      ['began', '2026-01-01T10:00:00Z'],
      ['detected', '2026-01-01T10:00:10Z'],
      ['mitigated', '2026-01-01T10:00:30Z'],
    ),
    ['unnoticed: 10 s', 'diagnosing, mitigating: 20 s'],
  )
  assert.deepEqual(
    told(['began', '1996-01-01T00:00Z'], ['detected', '1996-01-01T00:20Z'], ['mitigated', '2026-01-01T00:00Z']),
    ['unnoticed: 20 min', 'diagnosing, mitigating: 30 years'],
  )
})

test('the words tell the whole shape to those who cannot see it', () => {
  assert.equal(
    shape(['began', '2026-01-01T10:00Z'], ['detected', '2026-01-01T10:05Z'], ['mitigated', '2026-01-01T10:30Z'])?.words,
    'Unnoticed: 5 min; diagnosing, mitigating: 25 min',
  )
})

test('narrowing finds contradictions that no two neighbours show', () => {
  assert.equal(
    narrow([
      { low: 5, high: 5 },
      { low: 0, high: 9 },
      { low: 3, high: 3 },
    ]),
    undefined,
  )
  assert.deepEqual(
    narrow([
      { low: 0, high: 9 },
      { low: 5, high: 5 },
    ]),
    [
      { low: 0, high: 5 },
      { low: 5, high: 5 },
    ],
  )
})
