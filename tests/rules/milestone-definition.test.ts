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
    withMilestones(reading('m-a', 'recovered'), reading('m-b', 'recovered', { definition: 'all back' })),
    [
      'incidents/2026-01-05-outage.mdx milestones[0]: expected a definition, because "recovered" has 2 readings, found none on m-a',
    ],
  )
})

test('a second headline is reported', () => {
  const headline = { definition: 'so', headline: true }
  assert.deepEqual(withMilestones(reading('m-a', 'publicWord', headline), reading('m-b', 'publicWord', headline)), [
    'incidents/2026-01-05-outage.mdx milestones[1].headline: expected at most one headline reading of "public word", found another on m-b',
  ])
})

test('single milestones need no definition, and each name may have a headline', () => {
  assert.deepEqual(
    withMilestones(reading('m-a', 'began', { headline: true }), reading('m-b', 'recovered', { headline: true })),
    [],
  )
})
