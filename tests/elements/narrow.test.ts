import assert from 'node:assert/strict'
import test from 'node:test'
import { csvOf } from '#elements/csv-file.ts'
import { countWith, isChosen } from '#elements/statements/narrow.ts'

const row = {
  text: 'eset kernel access remains an option',
  org: 'eset',
  year: '2024',
  answers: [
    ['kernel', 'supports'],
    ['platform', 'opposes'],
  ] as const,
}
const chosen = (values: Readonly<Record<string, readonly string[]>>, words: readonly string[] = []) => ({
  words,
  values: Object.fromEntries(Object.entries(values).map(([name, own]) => [name, new Set(own)])),
})

test('a result is chosen by any value of a facet, and by all facets and words', () => {
  assert.ok(isChosen(row, chosen({ org: ['acme', 'eset'], year: [] }, ['remains', 'option'])))
  assert.ok(!isChosen(row, chosen({ org: ['eset'], year: ['2023'] })))
  assert.ok(!isChosen(row, chosen({}, ['rollback'])))
})

test('topic and stance must be met by one and the same answer', () => {
  assert.ok(isChosen(row, chosen({ topic: ['kernel'], stance: ['supports'] })))
  assert.ok(!isChosen(row, chosen({ topic: ['kernel'], stance: ['opposes'] })))
})

test('a value is counted as if it were chosen alone in its facet', () => {
  assert.equal(countWith([row], chosen({ org: ['acme'] }), 'org', 'eset'), 1)
  assert.equal(countWith([row], chosen({ org: ['acme'] }), 'year', '2024'), 0)
})

test('a view is saved as CSV that no spreadsheet runs as a formula', () => {
  assert.equal(
    csvOf([
      ['a', 'b'],
      ['=1+1', 'says "so", twice\nor so'],
    ]),
    'a,b\r\n\'=1+1,"says ""so"", twice\nor so"\r\n',
  )
})
