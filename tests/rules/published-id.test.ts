import assert from 'node:assert/strict'
import test from 'node:test'
import { publishedId } from '#rules/published-id.ts'
import { afterRelease } from './ledger-knowledge.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const before = { 'organizations/acme': {}, 'topics/stages': {} }
const after = (now: Readonly<Record<string, Written>>, unread: readonly string[] = []) =>
  said(publishedId, afterRelease(before, now), unread)

test('a published id that is gone is reported where the ledger has it', () => {
  assert.deepEqual(after({ 'organizations/acme': {} }), [
    'ledger.json records.stages: expected a record with the id or alias stages, which was published, found none',
  ])
})

test('a record that was renamed, replaced or withdrawn has left a trace', () => {
  const left = [
    { 'topics/rollout': { aliases: ['stages'] } },
    {
      'topics/stages': { recordStatus: 'superseded', statusReason: 'A better one.', supersededBy: 'rollout' },
      'topics/rollout': {},
    },
    { 'topics/stages': { recordStatus: 'withdrawn', statusReason: 'Wrong.' } },
  ]
  assert.deepEqual(
    left.flatMap((now) => after({ 'organizations/acme': {}, ...now })),
    [],
  )
})

test('a record that the public no longer sees is reported where that is said', () => {
  const hidden = (written: Written) => after({ 'organizations/acme': {}, 'topics/stages': written })
  const line = (path: string, why: string) => [
    `topics/stages.yaml ${path}: expected stages to stay public, as it was published, found it ${why}`,
  ]
  assert.deepEqual(hidden({ tlp: 'AMBER' }), line('tlp', 'marked TLP:AMBER'))
  assert.deepEqual(hidden({ recordStatus: 'draft' }), line('recordStatus', 'made a draft'))
  assert.deepEqual(hidden({ embargoUntil: '2026-12-01T00:00Z' }), line('embargoUntil', 'held until 2026-12-01T00:00Z'))
})

test('what was never public is looked for in the restricted ledger alone', () => {
  const world = afterRelease(
    { 'organizations/acme': {}, 'topics/secret': { tlp: 'RED' } },
    { 'organizations/acme': {} },
  )
  assert.deepEqual(said(publishedId, world), [
    'ledger.restricted.json records.secret: expected a record with the ' +
      'id or alias secret, which was published, found none',
  ])
})

test('nothing is said without a ledger, of new records and drafts, or while a record cannot be read', () => {
  assert.deepEqual(said(publishedId, smallKnowledge({ 'organizations/acme': {} })), [])
  assert.deepEqual(after({ ...before, 'topics/new': {} }), [])
  assert.deepEqual(said(publishedId, afterRelease({ 'topics/sketch': { recordStatus: 'draft' } }, {})), [])
  assert.deepEqual(after({ 'organizations/acme': {} }, ['stages']), [])
})
