import assert from 'node:assert/strict'
import test from 'node:test'
import { openSearch } from '#exports/open-search.ts'
import { searchDocument } from '#exports/search-document.ts'
import { searchWords } from '#exports/search-words.ts'
import { searchEntry } from '#views/search-entry.ts'
import { searchIndexView } from '#views/search-index.ts'
import { SEARCH_INDEX_ORDERS } from '#urls.ts'
import { readEquivalents } from '#content/equivalents-file.ts'
import { Report } from '#content/report.ts'
import { freshFolder, writeFiles } from '../build/site.ts'
import { knowledgeOf } from '../small.ts'

const knowledge = knowledgeOf()

test('every record is an entry with its names, and its parts are passages', () => {
  for (const record of knowledge.entries) {
    const entry = searchEntry(knowledge, record)
    assert.ok(entry.title.length > 0)
    assert.deepEqual(entry.facets.kind, [record.kind])
    for (const part of entry.parts) assert.ok(knowledge.part(record, part.id), `${record.id}#${part.id}`)
  }
  assert.ok(knowledge.entries.some((record) => searchEntry(knowledge, record).parts.length > 2))
})

test('a part that its page does not show gives its words to the record', () => {
  const record = knowledge.entries.find((own) => searchEntry(knowledge, own).parts.length > 0)
  assert.ok(record)
  const [whole, cut] = [searchEntry(knowledge, record), searchEntry(knowledge, record, new Set())]
  assert.deepEqual(cut.parts, [])
  for (const { text } of whole.parts) assert.ok(cut.text.includes(text))
})

test('text of a record never becomes markup of the index', () => {
  const record = knowledge.entries[0]
  assert.ok(record)
  const entry = {
    ...searchEntry(knowledge, record),
    title: '<script>alert(1)</script>',
    meta: { names: '" onload="x' },
  }
  const html = searchDocument(entry, '')
  assert.ok(!html.includes('<script>') && !html.includes('" onload="'))
})

test('every record stands in every index', () => {
  for (const order of SEARCH_INDEX_ORDERS) {
    const listed = new Set(
      searchIndexView(knowledge, order).groups.flatMap(({ items }) => items.map(({ route }) => route)),
    )
    assert.equal(listed.size, knowledge.entries.length, order)
  }
})

test('the vocabulary begins with the commonest words and holds no numbers', () => {
  const words = searchWords(knowledge.entries.map((record) => searchEntry(knowledge, record)))
  assert.ok(words.length > 10)
  assert.ok(words.every((word) => /^\p{L}{4,}$/u.test(word)))
})

test('browsers are offered the search where the site knows its address', () => {
  assert.match(openSearch(knowledge) ?? '', /template="https:\/\/kb\.example\/search\/\?q=\{searchTerms\}"/)
  assert.equal(openSearch({ ...knowledge, address: undefined }), undefined)
})

test('equivalents of the owner are read, and what is wrong with them is said with its place', () => {
  const folder = freshFolder()
  assert.deepEqual(readEquivalents(folder), [])
  writeFiles(folder, { 'equivalents.yaml': '- [EDR, endpoint detection]\n- [alone]\n' })
  const report = new Report()
  assert.deepEqual(readEquivalents(folder, report), [])
  assert.deepEqual(
    report.findings.map(({ rule, file, line, message }) => [rule, file, line, message]),
    [['field-value', 'equivalents.yaml', 2, 'a group needs at least two wordings; one alone is equivalent to nothing']],
  )
  writeFiles(folder, { 'equivalents.yaml': '- [EDR, endpoint detection]\n' })
  assert.deepEqual(readEquivalents(folder), [['EDR', 'endpoint detection']])
})
