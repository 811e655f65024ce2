import assert from 'node:assert/strict'
import test from 'node:test'
import { milestoneWithoutEvidence } from '#rules/milestone-without-evidence.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const milestones = [{ id: 'm-began', name: 'began', at: '2026-01-05T12:01Z' }]
const of = (written: Written) =>
  said(milestoneWithoutEvidence, smallKnowledge({ 'incidents/2026-01-05-outage': { milestones, ...written } }))

test('a milestone of a compiled record with neither event nor source is reported', () => {
  assert.deepEqual(of({}), [
    'incidents/2026-01-05-outage.mdx milestones[0]: a milestone needs the event that marks it, or sources',
  ])
})

test('who tells of their own incident is the source', () => {
  assert.deepEqual(of({ account: 'own' }), [])
})

test('sources of the whole record serve its milestones', () => {
  assert.deepEqual(of({ sources: ['report'] }), [])
})
