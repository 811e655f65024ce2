import assert from 'node:assert/strict'
import test from 'node:test'
import { filled } from '#text/strings/phrase.ts'
import { positionLine, positionSentence, type PositionWords } from '#views/position-line.ts'

const DAY = 86_400_000
const ENGLISH: PositionWords = {
  t: (message, places = {}) => filled(message, places),
  stance: (own) => own.toLowerCase(),
}
const point = (day: string, words: string) => ({ at: Date.parse(day), mark: 'supports', words, day })

test('one statement is said to be one, with no change on record', () => {
  assert.equal(
    positionSentence([point('2024-09-12', 'Keep access')], ENGLISH),
    'One statement, 2024-09-12: keep access. No change on record.',
  )
  assert.equal(positionSentence([], ENGLISH), 'No statement on record.')
})

test('several statements are said in order, each change once', () => {
  const points = [
    point('2024-01-01', 'Keep access'),
    point('2024-06-01', 'Keep access'),
    point('2025-01-01', 'Move out'),
  ]
  assert.equal(positionSentence(points, ENGLISH), '3 statements, 2024-01-01 to 2025-01-01: keep access, then move out.')
  assert.equal(
    positionSentence(points.slice(0, 2), ENGLISH),
    '2 statements, 2024-01-01 to 2024-06-01: always keep access.',
  )
})

test('a year and more without a word is dashed, and so is the time since the last', () => {
  const svg = positionLine(
    [point('2020-01-01', 'A'), point('2020-06-01', 'A'), point('2023-01-01', 'A')],
    Date.parse('2023-01-01') + 30 * DAY,
    ENGLISH,
  )
  assert.equal(svg.match(/stroke-width="2"/g)?.length, 1)
  assert.equal(svg.match(/stroke-dasharray="2 5"/g)?.length, 2)
  assert.equal(svg.match(/<circle/g)?.length, 3)
})
