import assert from 'node:assert/strict'
import test from 'node:test'
import { positionWithoutBasis } from '#rules/position-without-basis.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const taking = (position: object, more: Written = {}, unread: string[] = []) =>
  said(
    positionWithoutBasis,
    smallKnowledge({
      'statements/2026-01-06-acme': {
        positions: [{ topic: 'stages', stance: 'supports', basis: 'paraphrased', ...position }],
        ...more,
      },
    }),
    unread,
  )

test('opposition with neither a quotation nor a reason in the body is reported', () => {
  const message =
    'statements/2026-01-06-acme.mdx positions[0].stance: expected a quotation or ' +
    'a reason in the body for "opposes", found neither for stages'
  assert.deepEqual(taking({ stance: 'opposes' }, { body: ' \n' }), [message])
})

test('a quotation, a reason, or another stance is enough', () => {
  const found = [
    taking({ basis: 'quoted', quote: 'k-a' }),
    taking({ stance: 'opposes', quote: 'k-a' }),
    taking({ stance: 'opposes' }, { body: 'It costs too much.' }),
    taking({}),
  ]
  assert.deepEqual(found.flat(), [])
})

test('a body that could not be read is given the benefit of the doubt', () => {
  assert.deepEqual(taking({ stance: 'opposes' }, { body: '' }, ['2026-01-06-acme']), [])
})
