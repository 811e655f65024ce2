import assert from 'node:assert/strict'
import test from 'node:test'
import { openSearch } from '#exports/open-search.ts'
import { indexedParts, shownRecord } from '#exports/search-document.ts'
import { searchWords } from '#exports/search-words.ts'
import { outcomeOf } from '#search/outcome.ts'
import { shelfOf } from '#search/vocabulary.ts'
import { searchEntry } from '#views/search-entry.ts'
import { searchIndexView } from '#views/search-index.ts'
import { routes, SEARCH_INDEX_ORDERS } from '#urls.ts'
import { readSearchWordings } from '#content/search-wordings.ts'
import { Report } from '#content/report.ts'
import { freshFolder } from '../fresh-folder.ts'
import { writeFiles } from '../build/site.ts'
import { knowledgeOf } from '../small.ts'
import { builtSearch } from './built-index.ts'

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
  for (const { text } of whole.parts) assert.ok(cut.fields.some((field) => field.text === text))
})

test('whatever a record says is indexed as terms of letters', () => {
  const record = knowledge.entries[0]
  assert.ok(record)
  const entry = { ...searchEntry(knowledge, record), title: '<script>alert(1)</script>', names: ['" onload="x'] }
  const terms = indexedParts(entry, shownRecord(entry, '')).flatMap((part) => part.terms)
  assert.ok(terms.includes('scriptqz') && terms.includes('onloadqz'))
  for (const term of terms) assert.match(term, /^[a-z]+$/)
})

test('a record is shown by its summary, the sections of its body and its parts, and fields come last', () => {
  const record = knowledge.entries.find((own) => searchEntry(knowledge, own).parts.length > 1)
  assert.ok(record)
  const entry = searchEntry(knowledge, record)
  const { sections } = shownRecord(entry, '<p>Before.</p><h2 id="h-one">One</h2><p>First.</p><p>Second.</p>')
  assert.deepEqual(sections.slice(0, 3), [
    { text: [entry.summary] },
    { text: ['Before.'] },
    { id: 'h-one', label: 'One', text: ['First.', 'Second.'] },
  ])
  assert.ok(sections.slice(sections.findIndex(({ field }) => field)).every(({ field }) => field))
})

test('every record stands in every index', () => {
  for (const order of SEARCH_INDEX_ORDERS) {
    const listed = new Set(
      searchIndexView(knowledge, order).groups.flatMap(({ items }) => items.map(({ route }) => route)),
    )
    assert.equal(listed.size, knowledge.entries.length, order)
  }
})

test('the vocabulary has every word, numbers and short ones too, by shelf and the commonest first', () => {
  const records = knowledge.entries.map((record) => {
    const entry = searchEntry(knowledge, record)
    return { entry, shown: shownRecord(entry, '<p>v7.16.0-rc1 on R2</p>') }
  })
  const shelves = searchWords(records)
  assert.deepEqual(shelves.get('7')?.words.includes('7.16.0rc1'), true)
  assert.ok(shelves.get('r')?.words.includes('r2'))
  for (const [shelf, { words, records: counts }] of shelves) {
    assert.ok(words.every((word) => shelfOf(word) === shelf))
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => b - a),
    )
  }
})

test('an outcome is words by which its record is found', () => {
  for (const { kind, id } of [
    ...knowledge.all('inquiries'),
    ...knowledge.all('commitments'),
    ...knowledge.all('proceedings'),
  ]) {
    const entry = searchEntry(knowledge, knowledge.find(id) ?? assert.fail(id))
    assert.ok(entry.outcome.startsWith(entry.meta['outcome']?.split(',')[0] ?? '?'), `${kind} ${id}`)
    assert.ok((entry.facets.outcome ?? []).length > 0)
  }
})

test('browsers are offered the search where the site knows its address', () => {
  assert.match(openSearch(knowledge) ?? '', /template="https:\/\/kb\.example\/search\/\?q=\{searchTerms\}"/)
  assert.equal(openSearch({ ...knowledge, address: undefined }), undefined)
})

test('equivalents of the owner are read, and what is wrong with them is said with its place', () => {
  const folder = freshFolder()
  assert.deepEqual(readSearchWordings(folder).equivalents, [])
  writeFiles(folder, { 'equivalents.yaml': '- [EDR, endpoint detection]\n- [alone]\n' })
  const report = new Report()
  assert.deepEqual(readSearchWordings(folder, report).equivalents, [])
  assert.deepEqual(
    report.findings.map(({ rule, file, line, message }) => [rule, file, line, message]),
    [['field-value', 'equivalents.yaml', 2, 'a group needs at least two wordings; one alone is equivalent to nothing']],
  )
  writeFiles(folder, { 'equivalents.yaml': '- [EDR, endpoint detection]\n- { typed: [wipe], also: [delete] }\n' })
  assert.deepEqual(readSearchWordings(folder).equivalents, [
    ['EDR', 'endpoint detection'],
    { typed: ['wipe'], also: ['delete'] },
  ])
})

test('a description of a record that is not there is named by its line, and what was meant is offered', () => {
  const folder = freshFolder()
  const file = 'descriptions.yaml'
  writeFiles(folder, { [file]: 'a-outage:\n  - the doors stayed shut\nb-outag:\n  - the lift stood\n' })
  const report = new Report()
  const { descriptions } = readSearchWordings(folder, report, new Set(['a-outage', 'b-outage']))
  assert.deepEqual(descriptions.get('a-outage'), ['the doors stayed shut'])
  // A record may have the name of something that every object of JavaScript has.
  assert.equal(descriptions.get('constructor'), undefined)
  assert.deepEqual(
    report.findings.map(({ rule, level, file: of, line, column, message }) => [rule, level, of, line, column, message]),
    [
      [
        'unknown-reference',
        'error',
        file,
        3,
        1,
        'expected the id of a record, found "b-outag". Did you mean "b-outage"?',
      ],
    ],
  )
})

test('a record is found by how people describe it, and does not show that', async () => {
  const [record] = knowledge.all('incidents')
  assert.ok(record)
  const descriptions = new Map([[record.id, ['a zebra chewed the cable']]])
  const search = await builtSearch(knowledge, { equivalents: [], descriptions })
  const state = { selection: {}, order: 'relevance', grouping: 'none', literal: false, shown: 0 } as const
  const found = async (typed: string) => (await outcomeOf(search.engine, search.catalog, { ...state, typed })).results
  for (const typed of ['zebra', 'zebras chew cable', 'zebra cha'])
    assert.deepEqual(
      (await found(typed)).slice(0, 1).map(({ id }) => search.routes.get(id)),
      [routes.record('incidents', record.id)],
      typed,
    )
  // Quotation marks and a minus ask for what a record says.
  const [other] = knowledge.all('topics')
  const own = other?.data.question.split(' ').slice(0, 3).join(' ') ?? ''
  assert.ok((await found(`"${own}"`)).length > 0)
  assert.equal((await found('"chewed the cable"')).length, 0)
  assert.equal((await found('zebra -"chewed the cable"')).length, 1)
  const literal = await outcomeOf(search.engine, search.catalog, { ...state, typed: 'zebra', literal: true })
  assert.equal(literal.results.length, 0)
  const [first] = await found('zebra')
  assert.doesNotMatch(JSON.stringify(await search.load(first?.id ?? '')), /zebra/)
})
