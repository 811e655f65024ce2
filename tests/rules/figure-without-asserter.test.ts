import assert from 'node:assert/strict'
import test from 'node:test'
import { figureWithoutAsserter } from '#rules/figure-without-asserter.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const impact = [{ id: 'i-routers', measure: 'routers', what: 'Routers that stopped', value: 40, sources: ['report'] }]
const of = (written: Written) =>
  said(figureWithoutAsserter, smallKnowledge({ 'incidents/2026-01-05-outage': { impact, ...written } }))

test('a figure of a compiled record without an asserter is reported', () => {
  assert.deepEqual(of({}), [
    'incidents/2026-01-05-outage.mdx impact[0]: expected "assertedBy" on i-routers, whose figure it is, found nothing',
  ])
})

test('the organization of the record, or the publisher of its own account, asserts what says nothing', () => {
  assert.deepEqual(of({ organization: 'acme' }), [])
  assert.deepEqual(of({ account: 'own' }), [])
})

test('nobody known, and an organization read in a source of others, are asserters', () => {
  const figure = { ...impact[0] }
  assert.deepEqual(of({ impact: [{ ...figure, assertedBy: 'unknown' }] }), [])
  assert.deepEqual(of({ impact: [{ ...figure, assertedBy: { org: 'acme', via: 'story' } }] }), [])
})
