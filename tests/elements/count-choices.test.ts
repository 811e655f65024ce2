import assert from 'node:assert/strict'
import test from 'node:test'
import { countChoices } from '#elements/rows/count-choices.ts'

// Two choices: a cause, of which a row may have several, and a year. `undefined` is no choice.
const rows = [
  { causes: ['dns', 'capacity'], year: '2024' },
  { causes: ['dns'], year: '2023' },
  { causes: ['power'], year: '2024' },
]
const counted = (cause?: string, year?: string) => {
  const { left, without, byValue } = countChoices(
    rows.map((row) => ({
      fits: [cause === undefined || row.causes.includes(cause), year === undefined || row.year === year],
      values: [row.causes, [row.year]],
    })),
    2,
  )
  return { left, without, byValue: byValue.map((counts) => Object.fromEntries(counts)) }
}

test('without a choice every value counts its rows, and a row of several values counts once for each', () => {
  assert.deepEqual(counted(), {
    left: 3,
    without: [3, 3],
    byValue: [
      { dns: 2, capacity: 1, power: 1 },
      { 2024: 2, 2023: 1 },
    ],
  })
})

test('a value counts the rows that it would leave beside the other choices, whatever is chosen of its own', () => {
  assert.deepEqual(counted('dns', '2024'), {
    left: 1,
    without: [2, 2],
    byValue: [
      { dns: 1, capacity: 1, power: 1 },
      { 2024: 1, 2023: 1 },
    ],
  })
})

test('where no row is left, it is known which choice keeps how many away', () => {
  const { left, without } = counted('power', '2023')
  assert.deepEqual([left, without], [0, [1, 1]])
})
