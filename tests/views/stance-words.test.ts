import assert from 'node:assert/strict'
import test from 'node:test'
import { stanceWords } from '#views/stance-words.ts'
import { linked } from '../knowledge/linked.ts'

const knowledge = linked({
  topics: {
    kernel: { question: 'Should access stay?', stances: { supports: 'keep access', opposes: 'move out' } },
    bare: {},
  },
})

test('a stance is said in the words of its topic', () => {
  assert.equal(stanceWords(knowledge, 'kernel', 'supports'), 'Keep access')
  assert.equal(stanceWords(knowledge, 'kernel', 'supportsWithConditions'), 'Keep access, with conditions')
  assert.equal(stanceWords(knowledge, 'kernel', 'opposes'), 'Move out')
})

test('what takes no side, and topics without words of their own, have the general word', () => {
  assert.equal(stanceWords(knowledge, 'kernel', 'neutral'), 'Neutral')
  assert.equal(stanceWords(knowledge, 'bare', 'opposes'), 'Opposes')
})
