import assert from 'node:assert/strict'
import test from 'node:test'
import { primaryNotRead } from '#rules/primary-not-read.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const of = (written: Written) => said(primaryNotRead, smallKnowledge({ 'sources/report': written }))

test('a primary source that nobody read is reported', () => {
  assert.deepEqual(of({ read: 'notRead' }), [
    'sources/report.yaml read: expected a primary source that was read, found "not read"',
  ])
})

test('a copy is named', () => {
  assert.equal(of({ read: 'copy' }).length, 1)
  assert.deepEqual(of({ read: 'copy', via: 'A reprint.' }), [])
})

test('a primary source that does not say what of it was read is reported', () => {
  assert.deepEqual(of({ kind: 'primary' }), [
    'sources/report.yaml kind: expected what of this primary source was read, found nothing',
  ])
  assert.deepEqual(of({ kind: 'news' }), [])
})

test('what was read, and what is not called primary is right', () => {
  for (const read of ['whole', 'part']) assert.deepEqual(of({ read }), [])
  assert.deepEqual(of({ kind: 'news', read: 'notRead' }), [])
})
