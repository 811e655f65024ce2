import assert from 'node:assert/strict'
import test from 'node:test'
import { threadOf } from '#knowledge/thread.ts'
import { linked } from './linked.ts'

const to = (...ids: string[]) => ids.map((statement) => ({ statement, how: 'answers' }))
const shape = (records: Record<string, unknown>, start: string) => {
  const knowledge = linked({ statements: records as never })
  const statement = knowledge.get('statements', start)
  assert.ok(statement)
  return threadOf(knowledge, statement).map((turn) => `${'>'.repeat(turn.depth)}${turn.statement.id}`)
}

const talk = {
  claim: { org: 'a', said: '2024-01-01' },
  denial: { org: 'b', said: '2024-01-02', respondsTo: to('claim') },
  rejoinder: { org: 'a', said: '2024-01-03', respondsTo: to('denial', 'claim') },
  aside: { org: 'c', said: '2024-01-04', respondsTo: to('denial') },
  alone: { org: 'd', said: '2024-01-05' },
}

test('a conversation is the same from each of its ends, replies below what they answer', () => {
  const expected = ['claim', '>denial', '>>aside', '>rejoinder']
  for (const start of ['claim', 'denial', 'rejoinder', 'aside']) assert.deepEqual(shape(talk, start), expected)
})

test('a statement that nobody answers stands alone', () => assert.deepEqual(shape(talk, 'alone'), ['alone']))

test('a circle of responses, which a rule reports, ends', () => {
  assert.deepEqual(
    shape(
      {
        x: { org: 'a', said: '2024-01-01', respondsTo: to('y') },
        y: { org: 'b', said: '2024-01-02', respondsTo: to('x') },
      },
      'x',
    ),
    ['x', '>y'],
  )
})
