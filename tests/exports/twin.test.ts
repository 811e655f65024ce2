import assert from 'node:assert/strict'
import test from 'node:test'
import { refs } from '#exports/refs.ts'
import { everything, twin } from '#exports/twin.ts'
import { kinds } from '#schema/kinds.ts'
import { entryOf, knowledgeOf } from '../small.ts'

const knowledge = knowledgeOf()

test('a twin has the keys of the contract and no other, with the body among its data', () => {
  for (const entry of knowledge.entries) {
    const written = twin(knowledge, entry)
    assert.deepEqual(
      Object.keys(written),
      ['schemaVersion', 'recordKind', 'id', 'url', 'revision', 'recordStatus', 'citation', 'data'],
      entry.id,
    )
    assert.equal((written['data'] as { body?: string }).body, entry.body, entry.id)
  }
})

test('references of a twin are resolved to id, title and address', () => {
  const { organizations } = twin(knowledge, entryOf(knowledge, '2026-01-05-router-outage')).data
  const data = { organizations: organizations as { org: unknown }[] }
  const { id } = data.organizations[0]?.org as { id: string }
  assert.deepEqual(Object.keys(data.organizations[0]?.org as object), ['id', 'title', 'short', 'url'])
  assert.ok(knowledge.get('organizations', id))
})

test('what holds everything can be read back by the schemas', () => {
  const { records } = everything(knowledge) as {
    records: { recordKind: keyof typeof kinds; id: string; data: unknown }[]
  }
  assert.equal(records.length, knowledge.entries.length)
  for (const { recordKind, id, data } of records)
    assert.deepEqual(kinds[recordKind].schema.safeParse(data).error?.issues ?? [], [], id)
})

test('the list of references has the keys of the contract, and every part of every record', () => {
  const list = refs(knowledge)
  assert.deepEqual(Object.keys(list), ['schemaVersion', 'site', 'records'])
  const expected = ['id', 'recordKind', 'title', 'url', 'recordStatus', 'revision', 'aliases', 'parts']
  for (const record of list.records) {
    const optional = ['supersededBy', 'statusReason', 'headings']
    assert.deepEqual(
      Object.keys(record)
        .filter((key) => !optional.includes(key))
        .sort(),
      [...expected].sort(),
      record.id,
    )
    for (const part of Object.values(record.parts))
      assert.deepEqual(Object.keys(part), ['label', 'revision'], record.id)
  }
  assert.ok(list.records.some(({ parts }) => Object.keys(parts).length > 3))
  for (const { id, headings } of list.records) {
    const own = knowledge.find(id)?.headings ?? []
    assert.deepEqual([...new Set(Object.values(headings ?? {}))].sort(), own.map((heading) => heading.id).sort(), id)
  }
})
