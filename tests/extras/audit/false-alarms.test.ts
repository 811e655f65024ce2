import assert from 'node:assert/strict'
import test from 'node:test'
import { type OwnWords, withoutFalseAlarms } from '#extras/audit/false-alarms.ts'
import { Phrases, type SecretKind } from '#extras/audit/phrases.ts'

const own: OwnWords = {
  printed: ['Who says so', 'about '],
  published: ['bill of materials'],
  stem: (word) => word.slice(0, 4),
}
const openTexts = ['Hearing', '2018-07-11-us-senate', 'encryption at rest']

function left(phrase: string, secret: SecretKind, file = 'index.html'): boolean {
  const phrases = Phrases.of([[phrase, secret]])
  return withoutFalseAlarms([{ file, secret, phrase }], { phrases, openTexts }, own).length === 1
}

test('words that the code prints are no secret, whatever was called so', () => {
  for (const secret of ['a short text', 'a name', 'an id', 'a run of four words'] as const)
    assert.ok(!left('who says so', secret))
})

test('open texts set side by side explain what is said, not what something is called', () => {
  assert.ok(!left('hearing 2018 07 11', 'a run of four words'))
  assert.ok(!left('about hearing', 'a short text'))
  for (const secret of ['a name', 'a title', 'an id'] as const) assert.ok(left('about hearing', secret))
})

test('wordings that the owner publishes explain what is said, not what something is called', () => {
  assert.ok(!left('bill of materials', 'a short text'))
  assert.ok(left('bill of materials', 'a name'))
})

test('shortened words of open texts stand in the file of the precedent finder alone', () => {
  assert.ok(!left('encr', 'a name', 'data/precedents.json'))
  assert.ok(left('encr', 'a name', 'index.html'))
  assert.ok(left('kest', 'a name', 'data/precedents.json'))
})

test('a number is never explained by words', () => assert.ok(left('2018', 'a number')))
