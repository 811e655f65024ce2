import assert from 'node:assert/strict'
import test from 'node:test'
import { outageEnds } from '#rules/outage-ends.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const milestones = [
  ['m-began', 'began', '10:00', true],
  ['m-back', 'recovered', '11:00', true],
  ['m-again', 'began', '12:00', false],
  ['m-over', 'recovered', '12:40', false],
].map(([id, name, at, headline]) => ({
  id,
  name,
  at: `2026-01-05T${at}Z`,
  headline,
  definition: String(id),
  sources: ['report'],
}))
const of = (...outages: object[]) =>
  said(outageEnds, smallKnowledge({ 'incidents/2026-01-05-outage': { milestones, outages } })).map((line) =>
    line.replace('incidents/2026-01-05-outage.mdx ', ''),
  )

test('an outage that runs between other milestones is reported', () => {
  assert.deepEqual(of({ began: 'm-back', recovered: 'm-again' }), [
    'outages[0].began: expected the id of a milestone named began, found m-back, which is named recovered',
    'outages[0].recovered: expected the id of a milestone named recovered, found m-again, which is named began',
  ])
})

test('an outage that is over before it began is reported', () => {
  assert.deepEqual(of({ began: 'm-again', recovered: 'm-back' }), [
    'outages[0].recovered: expected a recovery after m-again (2026-01-05T12:00Z), found m-back at 2026-01-05T11:00Z',
  ])
})

test('outages out of order are reported', () => {
  assert.deepEqual(of({ began: 'm-again', recovered: 'm-over' }, { began: 'm-began', recovered: 'm-back' }), [
    'outages[1].began: expected outages in the order they happened, found ' +
      'm-began (2026-01-05T10:00Z) after m-over (2026-01-05T12:40Z)',
  ])
})

test('outages one after the other are right, the last perhaps still going on', () => {
  assert.deepEqual(of({ began: 'm-began', recovered: 'm-back' }, { began: 'm-again' }), [])
})
