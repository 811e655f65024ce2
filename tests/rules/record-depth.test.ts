import assert from 'node:assert/strict'
import test from 'node:test'
import { recordDepth } from '#rules/record-depth.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

test('an incident is told at most three things that would deepen it, the most useful first', () => {
  const found = said(recordDepth, smallKnowledge({ 'incidents/2024-07-19-queue': { timeline: [], milestones: [] } }))
  const own = found.filter((line) => line.startsWith('incidents/2024-07-19-queue'))
  assert.ok(own.length > 0 && own.length <= 3, found.join('\n'))
  assert.match(own[0] ?? '', /has no timeline, so it is told in prose alone/)
})
