import assert from 'node:assert/strict'
import test from 'node:test'
import { milestoneDefinition } from '#rules/milestone-definition.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const reading = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  at: '2026-01-05T08:00Z',
  sources: ['report'],
  ...more,
})
const withMilestones = (...milestones: object[]) =>
  said(milestoneDefinition, smallKnowledge({ 'incidents/2026-01-05-outage': { milestones } }))

test('each reading of a repeated milestone without a definition is reported', () => {
  assert.deepEqual(
    withMilestones(
      reading('m-a', 'recovered', { headline: true }),
      reading('m-b', 'recovered', { definition: 'all back' }),
    ),
    [
      'incidents/2026-01-05-outage.mdx milestones[0]: expected a definition, ' +
        'because "recovered" has 2 readings, found none on m-a',
    ],
  )
})

test('a second headline is reported', () => {
  const headline = { definition: 'so', headline: true }
  assert.deepEqual(withMilestones(reading('m-a', 'communicated', headline), reading('m-b', 'communicated', headline)), [
    'incidents/2026-01-05-outage.mdx milestones[1].headline: expected at most ' +
      'one headline reading of "communicated", found another on m-b',
  ])
})

test('single milestones need no definition, and each name may have a headline', () => {
  assert.deepEqual(
    withMilestones(reading('m-a', 'began', { headline: true }), reading('m-b', 'recovered', { headline: true })),
    [],
  )
})

test('two outages without a headline are asked for one', () => {
  const at = (hour: number) => ({ at: `2026-01-05T${hour}:00Z`, definition: `at ${hour}` })
  assert.deepEqual(
    withMilestones(
      reading('m-a', 'began', at(10)),
      reading('m-b', 'recovered', at(11)),
      reading('m-c', 'began', at(12)),
      reading('m-d', 'recovered', at(13)),
    ),
    [
      'incidents/2026-01-05-outage.mdx milestones[0]: expected one ' +
        'headline reading of "began" among m-a, m-c, found none',
      'incidents/2026-01-05-outage.mdx milestones[1]: expected one ' +
        'headline reading of "recovered" among m-b, m-d, found none',
    ],
  )
})
