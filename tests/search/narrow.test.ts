import assert from 'node:assert/strict'
import test from 'node:test'
import { facetCounts, fits, followed, merged, selectionOf, valuesMeant } from '#search/narrow.ts'
import { mergeCatalogs } from '#search/merge-catalogs.ts'
import { parseQuery } from '#search/query.ts'
import { catalogOf } from './engine-of.ts'

const catalog = catalogOf(
  {
    a: {
      kind: ['statements'],
      org: ['eset'],
      topic: ['kernel', 'choice'],
      stance: ['supports', 'opposes'],
      position: ['kernel/supports', 'choice/opposes'],
    },
    b: {
      kind: ['statements'],
      org: ['microsoft'],
      topic: ['kernel'],
      stance: ['opposes'],
      position: ['kernel/opposes'],
    },
    c: { kind: ['incidents'], org: ['microsoft', 'eset'] },
  },
  { days: { a: '2024-09-12', b: '2024-07-25', c: '2024-07-19' } },
)
const chosen = (selection: object, more: object = {}) =>
  [0, 1, 2].filter((record) => fits(catalog, { selection, ...more })(record))

test('values of a facet widen, facets narrow', () => {
  assert.deepEqual(chosen({ org: ['eset', 'microsoft'] }), [0, 1, 2])
  assert.deepEqual(chosen({ org: ['eset'], kind: ['statements'] }), [0])
})

test('a choice by an old id or a former name follows to the value of today', () => {
  const names = [{ facet: 'org', value: 'eset', name: 'Eset Software' }] as const
  const renamed = { ...catalog, names }
  assert.deepEqual(followed(renamed, { org: ['eset-software', 'microsoft', 'nobody'] }), {
    org: ['eset', 'microsoft', 'nobody'],
  })
  assert.deepEqual(valuesMeant(renamed, 'org', 'eset software'), ['eset'])
})

test('topic and stance must belong to the same position', () => {
  assert.deepEqual(chosen({ topic: ['kernel'], stance: ['opposes'] }), [1])
})

test('days narrow, and records without one are left out', () => {
  assert.deepEqual(chosen({}, { after: '2024-07-25' }), [0, 1])
  assert.deepEqual(chosen({}, { before: '2024-07-25' }), [2])
})

test('a facet is counted as if its own choice were not made', () => {
  const counts = facetCounts(catalog, [0, 1, 2], { selection: { kind: ['incidents'] } }, 'kind')
  assert.deepEqual(
    counts.map(({ value, count, chosen: own }) => [value, count, own]),
    [
      ['statements', 2, false],
      ['incidents', 1, true],
    ],
  )
  assert.deepEqual(facetCounts(catalog, [0, 1, 2], { selection: { kind: ['incidents'] } }, 'topic'), [])
})

test('each field of the site’s own is a facet by itself', () => {
  const own = catalogOf({
    a: { kind: ['incidents'], field: ['tier/gold', 'region/north'] },
    b: { kind: ['incidents'], field: ['tier/gold', 'region/south'] },
    c: { kind: ['incidents'], field: ['tier/silver', 'region/north'] },
  })
  const found = (field: readonly string[]) => [0, 1, 2].filter((record) => fits(own, { selection: { field } })(record))
  assert.deepEqual(found(['tier/gold', 'tier/silver']), [0, 1, 2])
  assert.deepEqual(found(['tier/gold', 'region/north']), [0])
  assert.deepEqual(
    facetCounts(own, [0, 1, 2], { selection: { field: ['tier/gold'] } }, 'field').map(({ value, count }) => [
      value,
      count,
    ]),
    [
      ['tier/gold', 2],
      ['region/north', 1],
      ['region/south', 1],
      ['tier/silver', 1],
    ],
  )
})

test('a value that no record has finds nothing and is explained', () => {
  const { selection, notes } = selectionOf(catalog, parseQuery('org:esett').operators)
  assert.deepEqual(chosen(selection), [])
  assert.deepEqual(notes, ['No record has “org:esett” (organization). Did you mean “org:eset”?'])
})

test('a value is meant by its id, by a word of it, and in the singular', () => {
  assert.deepEqual(valuesMeant(catalog, 'kind', 'statement'), ['statements'])
  const all = catalogOf({ a: { kind: ['inquiries'] }, b: { kind: ['statements'] } })
  for (const typed of ['inquiry', 'inquiries', 'Inquiry'])
    assert.deepEqual(valuesMeant(all, 'kind', typed), ['inquiries'])
  assert.deepEqual(valuesMeant(catalog, 'org', 'ESET'), ['eset'])
  assert.deepEqual(merged({ org: ['eset'] }, { org: ['eset', 'microsoft'] }), { org: ['eset', 'microsoft'] })
})

test('catalogs of several sites keep their records apart and say where each comes from', () => {
  const both = mergeCatalogs([
    { name: 'Ours', prefix: '', catalog },
    { name: 'Theirs', prefix: '1:', catalog: catalogOf({ z: { kind: ['controls'], org: ['acme', 'eset'] } }) },
  ])
  assert.deepEqual(both.ids, ['a', 'b', 'c', '1:z'])
  assert.deepEqual(
    both.facets.site.of.map(([number]) => both.facets.site.values[number ?? -1]),
    ['Ours', 'Ours', 'Ours', 'Theirs'],
  )
  assert.deepEqual(
    both.facets.org.of[3]?.map((number) => both.facets.org.values[number]),
    ['acme', 'eset'],
  )
  assert.equal(mergeCatalogs([{ name: 'Ours', prefix: '', catalog }]), catalog)
})
