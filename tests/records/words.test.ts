import assert from 'node:assert/strict'
import test from 'node:test'
import { outsideQuotes, plain, quoted, runs, wordsOf } from './words.ts'

test('typographic signs and white space do not make words different', () => {
  assert.equal(plain('\u201cit\u2019s\n  here\u201d \u2013 now'), '"it\'s here" - now')
  assert.deepEqual(wordsOf('It\u2019s US$5.4 billion, (really).'), ["it's", 'us', '5.4', 'billion', 'really'])
})

test('runs are every window of that many words, and none where there are fewer', () => {
  assert.deepEqual(runs('a b c d', 3), ['a b c', 'b c d'])
  assert.deepEqual(runs('a b', 3), [])
})

test('marked quotations are found, and left out of what is one\u2019s own', () => {
  const text = 'He said \u201cone two\u201d and then "three".'
  assert.deepEqual(quoted(text), ['one two', 'three'])
  assert.deepEqual(outsideQuotes(text), ['He said ', ' and then ', '.'])
})
