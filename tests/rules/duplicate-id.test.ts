import assert from 'node:assert/strict'
import test from 'node:test'
import { duplicateId } from '#rules/duplicate-id.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

test('an id that another kind uses is reported on the second of the two', () => {
  const world = smallKnowledge({ 'organizations/acme': {}, 'topics/acme': {} })
  assert.deepEqual(said(duplicateId, world), [
    'topics/acme.yaml : expected an id that no other record has, found "acme", which organizations/acme.yaml has too',
  ])
})

test('an alias that is an id, or an alias of another record, is reported', () => {
  const world = smallKnowledge({
    'organizations/acme': { aliases: ['beacon', 'old'] },
    'organizations/beacon': { aliases: ['old'] },
  })
  assert.deepEqual(said(duplicateId, world), [
    'organizations/acme.yaml aliases[0]: expected an old id that nothing else ' +
      'uses, found "beacon", the id of organizations/beacon.yaml',
    'organizations/beacon.yaml aliases[0]: expected an old id that nothing ' +
      'else uses, found "old", an alias of organizations/acme.yaml',
  ])
})

test('a record whose alias is its own id is reported', () => {
  assert.deepEqual(said(duplicateId, smallKnowledge({ 'organizations/acme': { aliases: ['acme'] } })), [
    'organizations/acme.yaml aliases[0]: expected an old id, found "acme", the id of this very record',
  ])
})

test('aliases that run in a circle are reported on both records, and neither hides the other', () => {
  const world = smallKnowledge({
    'organizations/acme': { aliases: ['beacon'] },
    'organizations/beacon': { aliases: ['acme'] },
  })
  assert.deepEqual(said(duplicateId, world), [
    'organizations/acme.yaml aliases[0]: expected an old id that nothing else ' +
      'uses, found "beacon", the id of organizations/beacon.yaml',
    'organizations/beacon.yaml aliases[0]: expected an old id that nothing ' +
      'else uses, found "acme", the id of organizations/acme.yaml',
  ])
  assert.deepEqual(
    ['acme', 'beacon'].map((id) => world.find(id)?.id),
    ['acme', 'beacon'],
  )
})

test('an alias that the same record lists twice is reported once', () => {
  assert.equal(said(duplicateId, smallKnowledge({ 'organizations/acme': { aliases: ['old', 'old'] } })).length, 1)
})

test('different ids and aliases are left alone', () => {
  assert.deepEqual(
    said(duplicateId, smallKnowledge({ 'organizations/acme': { aliases: ['acme-corp'] }, 'topics/acme-stages': {} })),
    [],
  )
})
