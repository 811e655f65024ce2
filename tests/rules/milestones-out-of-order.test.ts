import assert from 'node:assert/strict'
import test from 'node:test'
import { milestonesOutOfOrder } from '#rules/milestones-out-of-order.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const reached = (...milestones: (readonly [string, string, object?])[]) =>
  said(
    milestonesOutOfOrder,
    smallKnowledge({
      'incidents/2026-01-05-outage': {
        milestones: milestones.map(([name, at, more = {}], index) => ({
          id: `m-${index}`,
          name,
          at,
          sources: ['report'],
          ...more,
        })),
      },
    }),
  )

test('a milestone before the one it should follow is reported, also across one that is absent', () => {
  assert.deepEqual(reached(['began', '2026-01-05T08:00Z'], ['mitigated', '2026-01-05T07:00Z']), [
    'incidents/2026-01-05-outage.mdx milestones[1].at: expected "mitigated" no ' +
      'earlier than "began" (2026-01-05T08:00Z), found 2026-01-05T07:00Z',
  ])
})

test('the headline reading counts', () => {
  const early = ['recovered', '2026-01-05T07:00Z', { definition: 'a' }] as const
  const late = ['recovered', '2026-01-05T09:00Z', { definition: 'b', headline: true }] as const
  assert.deepEqual(reached(['began', '2026-01-05T08:00Z'], early, late), [])
  assert.equal(
    reached(['began', '2026-01-05T08:00Z'], early, ['recovered', '2026-01-05T09:00Z', { definition: 'b' }]).length,
    1,
  )
})

test('milestones that bound no phase may lie anywhere, and spans may overlap', () => {
  assert.deepEqual(
    reached(
      ['disclosed', '2020'],
      ['introduced', '2026-01-09'],
      ['began', '2026-01-05T08:00Z'],
      ['detected', '2026-01-05'],
    ),
    [],
  )
})
