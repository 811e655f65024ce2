import assert from 'node:assert/strict'
import test from 'node:test'
import { milestoneAtOdds } from '#rules/milestone-at-odds.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const timeline = [{ id: 'e-back', at: '2026-01-05T12:06Z', kind: 'recovery', title: 'Back', sources: ['report'] }]
const withMilestone = (milestone: object) =>
  said(
    milestoneAtOdds,
    smallKnowledge({
      'incidents/2026-01-05-outage': {
        timeline,
        milestones: [{ id: 'm-back', name: 'recovered', event: 'e-back', ...milestone }],
      },
    }),
  )

test('a milestone that gives another time than its event is reported', () => {
  assert.deepEqual(withMilestone({ at: '2026-01-05T12:01Z' }), [
    'incidents/2026-01-05-outage.mdx milestones[0].at: expected the time of ' +
      'e-back (2026-01-05T12:06Z), found 2026-01-05T12:01Z on m-back',
  ])
})

test('a span around the time of the event is another time', () => {
  assert.equal(withMilestone({ at: '2026-01-05' }).length, 1)
})

test('a milestone inherits the time of its event, and may repeat it in another zone', () => {
  assert.deepEqual(withMilestone({}), [])
  assert.deepEqual(withMilestone({ at: '2026-01-05T13:06+01:00' }), [])
})
