import assert from 'node:assert/strict'
import test from 'node:test'
import { eventsOutOfOrder } from '#rules/events-out-of-order.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const written = (...times: string[]) =>
  said(
    eventsOutOfOrder,
    smallKnowledge({
      'incidents/2026-01-05-outage': {
        timeline: times.map((at, index) => ({
          id: `e-${index}`,
          at,
          kind: 'context',
          title: 'It did',
          sources: ['report'],
        })),
      },
    }),
  )
const message = (index: number, at: string, after: number, then: string) =>
  `incidents/2026-01-05-outage.mdx timeline[${index}].at: expected events in the ` +
  `order they happened, found e-${index} (${at}) after e-${after} (${then})`

test('an event written after a later one is reported', () => {
  assert.deepEqual(written('2026-01-05T08:00Z', '2026-01-05T07:59Z'), [
    message(1, '2026-01-05T07:59Z', 0, '2026-01-05T08:00Z'),
  ])
})

test('an early event is compared with the latest before it, not only with its neighbour', () => {
  assert.deepEqual(written('2026-01-05', '2026-01-09', '2026', '2026-01-06'), [
    message(3, '2026-01-06', 1, '2026-01-09'),
  ])
})

test('one misplaced event does not accuse those after it', () => {
  assert.deepEqual(written('2026-01-05', '2026-01-01', '2026-01-06', '2026-01-07').length, 1)
})

for (const times of [
  ['2026-01-05T08:00Z', '2026-01-05'],
  ['2026-01-05', '2026-01-05T08:00Z'],
  ['2026-01-05T08:00Z', '../2026-01-06'],
  ['2026-01-05T08:00Z', '2026-01-05T08:00Z'],
  ['2026-01-05T08:00Z', '2026-01-05T04:30-04:00'],
  [],
])
  test(`spans that overlap may stand either way: ${times.join(', ')}`, () => assert.deepEqual(written(...times), []))

test('steps of a proceeding are written in order, too', () => {
  const step = (id: string, at: string) => ({ id, at, kind: 'ruling', text: 'So.', sources: ['report'] })
  const steps = [step('s-appeal', '2026-03-02'), step('s-ruling', '2026-02-12')]
  assert.deepEqual(said(eventsOutOfOrder, smallKnowledge({ 'proceedings/harbor-v-acme': { steps } })), [
    'proceedings/harbor-v-acme.yaml steps[1].at: expected steps in the order they ' +
      'happened, found s-ruling (2026-02-12) after s-appeal (2026-03-02)',
  ])
})
