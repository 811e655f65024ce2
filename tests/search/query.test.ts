import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { withoutOperator } from '#search/operator.ts'
import { firstDay, parseQuery } from '#search/query.ts'

test('operators, phrases, exclusions and words are told apart', () => {
  const query = parseQuery(
    'org:eset speaker:"drew bagley" before:2024-10 after:2024-07-19 "exact phrase" -word kernel access',
  )
  assert.deepEqual(
    query.operators.map(({ name, value }) => [name, value]),
    [
      ['org', 'eset'],
      ['speaker', 'drew bagley'],
    ],
  )
  assert.deepEqual([query.before, query.after], ['2024-10-01', '2024-07-19'])
  assert.deepEqual(
    [query.phrases, query.excluded, query.text, query.notes],
    [['exact phrase'], ['word'], 'kernel access', []],
  )
})

test('an operator that does not exist is explained and searched as words', () => {
  const { notes, text } = parseQuery('topc:kernel-access')
  assert.match(notes[0] ?? '', /“topc:” is no operator; did you mean “topic:”\?/)
  assert.equal(text, 'topc kernel-access')
})

test('times, addresses and lines of logs are text and get no note', () => {
  for (const typed of ['https://example.org/a', 'at 04:09', 'Error: it broke', 'std::panic in foo::bar']) {
    const { operators, notes } = parseQuery(typed)
    assert.deepEqual([operators, notes], [[], []], typed)
  }
})

test('options of a pasted command leave nothing out', () => {
  assert.deepEqual(parseQuery('rm -rf was run on the wrong host during the night shift').excluded, [])
  assert.deepEqual(parseQuery('outage -cloud').excluded, ['cloud'])
})

test('what cannot be used is said', () => {
  assert.match(parseQuery('"half open').notes[0] ?? '', /quotation mark was not closed/)
  assert.match(parseQuery('before:soon').notes[0] ?? '', /“before:soon” is no date; write before:2024/)
  assert.match(parseQuery('-org:eset').notes[0] ?? '', /cannot leave records out/)
  assert.match(parseQuery('x '.repeat(3000)).notes[0] ?? '', /first 4,000 characters/)
})

test('dates are days, months and years, and nothing else', () => {
  assert.deepEqual(['2024', '2024-07', '2024-07-19', '2024-13', '24-07', '2024-02-30', 'x'].map(firstDay), [
    '2024-01-01',
    '2024-07-01',
    '2024-07-19',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a removed operator takes its text along and nothing else', () => {
  const typed = 'org:eset topic:kernel-access access'
  const [org] = parseQuery(typed).operators
  assert.ok(org)
  assert.equal(withoutOperator(typed, org), 'topic:kernel-access access')
})

test('any text can be taken apart', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (typed) => {
      const query = parseQuery(typed)
      for (const { start, end } of query.operators) assert.ok(start >= 0 && start < end && end <= typed.length)
      assert.ok(query.notes.length <= 3)
    }),
  )
})

test('what every object has by birth is no operator', () => {
  for (const name of ['constructor', 'toString', 'valueOf']) {
    const { operators, notes } = parseQuery(`${name}:x`)
    assert.deepEqual(operators, [])
    assert.match(notes[0] ?? '', /is no operator/)
  }
})
