import assert from 'node:assert/strict'
import test from 'node:test'
import { commitmentDates } from '#rules/commitment-dates.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const log = (at: string, more: object = {}) => ({
  id: 'l-a',
  at,
  assertedBy: 'acme',
  note: 'So.',
  sources: ['report'],
  ...more,
})
const pledge = (written: object) =>
  said(commitmentDates, smallKnowledge({ 'commitments/acme-pledge': { made: '2026-01-06', ...written } }))
const message = (path: string, what: string) =>
  `commitments/acme-pledge.yaml ${path}: expected nothing before the promise was made (2026-01-06), found ${what}`

test('a due date, a log entry and a revised due date before the promise are reported', () => {
  assert.deepEqual(pledge({ due: '2025-12', log: [log('2026-01-05', { due: '2025' })] }), [
    message('due', 'a due date at 2025-12'),
    message('log[0].at', 'the log entry l-a at 2026-01-05'),
    message('log[0].due', 'a due date in l-a at 2025'),
  ])
})

test('the same day, a span that holds it, and what follows are left alone', () => {
  assert.deepEqual(
    [
      ...pledge({ due: '2026', log: [log('2026-01-06T00:01Z')] }),
      ...pledge({ made: '../2026-01-06', log: [log('2025')] }),
      ...pledge({ due: '2026-01-01/..' }),
    ],
    [],
  )
})
