import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { parse } from 'yaml'
import { RecordText } from '#cli/edit/record-text.ts'
import { runs } from '../everything.ts'

const FILE = `---
title: "A: outage"   # as the page names it
state: investigating
timeline:
  - { id: e-a, at: "2026-01-01T10:00Z", kind: onset, title: It stopped } # first
  - id: e-b
    at: "2026-01-01T10:05Z"
    kind: detection
    title: |
      Somebody
      saw it

    sources: []
tags: [one, two]
history:
- { revision: 1, date: "2026-01-01", type: addition, summary: First. }
---

Body --- with dashes.
`
const fields = (text: string) => parse(text.split(/^---$/m)[1] ?? '') as Record<string, unknown>
const edited = (change: (text: RecordText) => void, file = FILE, fenced = true): string => {
  const text = new RecordText(file, fenced)
  change(text)
  return text.toString()
}
const changedLines = (text: string): string[] => {
  const before = new Set(FILE.split('\n'))
  return text.split('\n').filter((line) => !before.has(line))
}

test('a field is changed where it stands, and nothing else', () => {
  const text = edited((record) => record.set('state', 'monitoring'))
  assert.deepEqual(changedLines(text), ['state: "monitoring"'])
  assert.ok(text.endsWith('Body --- with dashes.\n'))
})

test('a comment behind a value stays', () =>
  assert.ok(edited((record) => record.set('title', 'B')).includes('title: "B"   # as the page names it\n')))

test('a field that is not there is written last in the front matter', () => {
  const text = edited((record) => record.set('revision', 2))
  assert.deepEqual(changedLines(text), ['revision: 2'])
  assert.equal(fields(text)['revision'], 2)
})

test('an item is added after the last, as deep as the others', () => {
  const text = edited((record) => record.append('history', { revision: 2, summary: 'A "second".', changed: ['e-b'] }))
  assert.deepEqual(changedLines(text), ['- { revision: 2, summary: "A \\"second\\".", changed: [ "e-b" ] }'])
  const event = edited((record) => record.append('timeline', { id: 'e-c' }))
  assert.deepEqual(changedLines(event), ['  - { id: "e-c" }'])
  assert.equal((fields(event)['timeline'] as unknown[]).length, 3)
})

test('an item joins a list on one line, and begins a list that is empty or not there', () => {
  assert.deepEqual(fields(edited((record) => record.append('tags', 'three')))['tags'], ['one', 'two', 'three'])
  for (const yaml of ['a: 1\n', 'a: 1\nlist:\n', 'a: 1\nlist: []\nb: 2\n', 'a: 1'])
    assert.deepEqual(
      (parse(edited((record) => record.append('list', { id: 'x' }), yaml, false)) as { list: unknown }).list,
      [{ id: 'x' }],
    )
})

test('an item is taken out with all its lines, and a list that had no other goes with it', () => {
  const text = edited((record) => assert.ok(record.removeItem('e-b')))
  assert.deepEqual(changedLines(text), [])
  assert.deepEqual(
    (fields(text)['timeline'] as { id: string }[]).map(({ id }) => id),
    ['e-a'],
  )
  assert.equal(
    fields(edited((record) => void (record.removeItem('e-b'), record.removeItem('e-a'))))['timeline'],
    undefined,
  )
  assert.equal(
    edited((record) => assert.equal(record.removeItem('e-none'), false)),
    FILE,
  )
})

test('whatever texts are written are read back', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !/[\uD800-\uDFFF\uFFFE\uFFFF]/.test(text))
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const text = edited((record) => {
        record.set('title', first)
        record.append('history', { summary: second })
      })
      const read = fields(text)
      assert.equal(read['title'], first)
      assert.equal((read['history'] as { summary: string }[]).at(-1)?.summary, second)
    }),
    { numRuns: runs(40) },
  )
})
