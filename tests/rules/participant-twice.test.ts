import assert from 'node:assert/strict'
import test from 'node:test'
import { participantTwice } from '#rules/participant-twice.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const came = (who: object, capacity = 'vendor') => ({
  ...who,
  capacity,
  attendance: 'attended',
  basis: 'hostNamed',
  sources: ['report'],
})
const meeting = (...participants: object[]) =>
  said(participantTwice, smallKnowledge({ 'summits/2026-02-10-review': { participants } }))

test('an organization listed twice in one capacity is reported', () => {
  assert.deepEqual(meeting(came({ org: 'acme' }), came({ org: 'harbor' }), came({ org: 'acme' })), [
    'summits/2026-02-10-review.mdx participants[2].org: expected each organization once, found acme again as vendor',
  ])
})

test('two capacities, and groups that are only described, are left alone', () => {
  assert.deepEqual(
    meeting(
      came({ org: 'acme' }),
      came({ org: 'acme' }, 'host'),
      came({ described: 'Two vendors' }),
      came({ described: 'Two vendors' }),
    ),
    [],
  )
})
