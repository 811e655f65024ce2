import assert from 'node:assert/strict'
import test from 'node:test'
import { responseCycle } from '#rules/response-cycle.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const to = (...statements: string[]) => ({
  respondsTo: statements.map((statement) => ({ statement, how: 'disputes' })),
})
const id = (day: number) => `2026-01-0${day}-acme`

test('a circle of responses is reported once', () => {
  const world = smallKnowledge({
    [`statements/${id(1)}`]: to(id(2)),
    [`statements/${id(2)}`]: to(id(3)),
    [`statements/${id(3)}`]: to(id(1)),
  })
  assert.deepEqual(said(responseCycle, world), [
    `statements/${id(1)}.mdx respondsTo[0].statement: expected responses to lead to ` +
      `earlier statements, found a circle: ${id(1)} → ${id(2)} → ${id(3)} → ${id(1)}`,
  ])
})

test('a statement that responds to itself is reported', () => {
  assert.deepEqual(said(responseCycle, smallKnowledge({ [`statements/${id(1)}`]: to(id(1)) })), [
    `statements/${id(1)}.mdx respondsTo[0].statement: expected another ` +
      `statement, found that ${id(1)} responds to itself`,
  ])
})

test('responses that meet in one statement are no circle', () => {
  const world = smallKnowledge({
    [`statements/${id(1)}`]: to(),
    [`statements/${id(2)}`]: to(id(1)),
    [`statements/${id(3)}`]: to(id(1), id(2)),
  })
  assert.deepEqual(said(responseCycle, world), [])
})

test('a chain of ten thousand responses is followed', () => {
  const name = (n: number) => `2026-acme-${n}`
  const records = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [`statements/${name(n)}`, n === 9_999 ? to(name(0)) : to(name(n + 1))]),
  )
  assert.equal(said(responseCycle, smallKnowledge(records)).length, 1)
})
