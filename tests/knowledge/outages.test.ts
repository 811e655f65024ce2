import assert from 'node:assert/strict'
import test from 'node:test'
import { outagesOf } from '#knowledge/outages.ts'
import { keyMoments } from '#views/incident.ts'
import { headlineLength, metrics } from '#views/metrics.ts'
import { phases } from '#views/phases.ts'
import { incidentOf, milestones, type Short } from '../views/incident-of.ts'

const at = (time: string) => `2024-11-02T${time}Z`
const TWICE: readonly Short[] = [
  ['began', at('10:00'), 'first outage', true],
  ['recovered', at('11:00'), 'first recovery'],
  ['began', at('12:00'), 'second outage'],
  ['recovered', at('12:40'), 'second recovery', true],
]
const twice = incidentOf({ milestones: milestones(...TWICE) })

test('beginnings and recoveries that take turns are outages of their own', () => {
  assert.deepEqual(
    outagesOf(twice).map(({ began, recovered }) => [began.at, recovered?.at]),
    [
      [at('10:00'), at('11:00')],
      [at('12:00'), at('12:40')],
    ],
  )
})

test('rival readings of one beginning are one outage', () => {
  const rivals = milestones(
    ['began', at('10:00'), 'by the later review', true],
    ['began', at('10:16'), 'by the first text'],
    ['recovered', at('11:00'), 'most', true],
    ['recovered', at('12:00'), 'all'],
  )
  assert.deepEqual(outagesOf(incidentOf({ milestones: rivals })), [])
})

test('outages are those that the record lists', () => {
  const listed = incidentOf({
    milestones: milestones(...TWICE),
    outages: [{ began: 'm-2', recovered: 'm-3', note: 'The only one that users saw.' }],
  })
  assert.deepEqual(
    outagesOf(listed).map(({ began, note }) => [began.id, note]),
    [['m-2', 'The only one that users saw.']],
  )
})

test('durations show each outage and their sum', () => {
  const { readings = [] } = metrics(twice).find(({ id }) => id === 'recover') ?? {}
  assert.deepEqual(
    readings.map(({ length }) => length),
    ['100 min in 2 outages', '60 min', '40 min'],
  )
  assert.equal(headlineLength(twice, 'recover')?.length, '100 min in 2 outages')
})

test('it was over with the last outage', () => {
  const over = keyMoments(twice).find(({ name }) => name === 'recovered')
  assert.deepEqual([over?.at, over?.after], [at('12:40'), '100 min in 2 outages'])
})

test('the strip shows what lies between outages as restored', () => {
  assert.deepEqual(
    phases(twice)?.phases.map(({ names, length }) => [names.join(' '), length]),
    [
      ['unnoticed diagnosing mitigating recovering', '60 min'],
      ['restored', '60 min'],
      ['unnoticed diagnosing mitigating recovering', '40 min'],
    ],
  )
})
