import assert from 'node:assert/strict'
import test from 'node:test'
import { historyOrder } from '#rules/history-order.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const step = (revision: number, date: string) => ({ revision, date, type: 'correction', summary: 'Changed.' })
const having = (revision: number, ...history: object[]) =>
  said(historyOrder, smallKnowledge({ 'topics/stages': { revision, history } }))

test('a gap, a step back in time and a wrong end are reported', () => {
  assert.deepEqual(having(3, step(1, '2026-03-02'), step(3, '2026-03-01')), [
    'topics/stages.yaml history[1].revision: expected revision 2 here, found 3',
    'topics/stages.yaml history[1].date: expected a day no earlier than 2026-03-02, found 2026-03-01',
  ])
  assert.deepEqual(having(2, step(1, '2026-03-02')), [
    'topics/stages.yaml revision: expected revision 1, the last in the history, found 2',
  ])
})

test('a history that does not begin with revision 1 is reported', () => {
  assert.deepEqual(having(2, step(2, '2026-03-02')), [
    'topics/stages.yaml history[0].revision: expected revision 1 here, found 2',
  ])
})

test('two revisions on one day are in order', () =>
  assert.deepEqual(having(2, step(1, '2026-03-02'), step(2, '2026-03-02')), []))
