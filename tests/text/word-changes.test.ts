import assert from 'node:assert/strict'
import test from 'node:test'
import { compareWords } from '#text/word-changes.ts'

const marked = (first: string, second: string) =>
  compareWords(first, second)
    .map((run) => (run.in === 'both' ? run.text : run.in === 'first' ? `[-${run.text}-]` : `{+${run.text}+}`))
    .join('')

test('what one text has and the other has not is told word by word', () => {
  assert.equal(
    marked('Kernel access must remain an option.', 'Kernel access may remain an option.'),
    'Kernel access [-must-]{+may+} remain an option.',
  )
})

test('the same words in other spaces are the same', () =>
  assert.deepEqual(
    compareWords('a  b', 'a b').map((run) => run.in),
    ['both'],
  ))
