import assert from 'node:assert/strict'
import test from 'node:test'
import { claimWithoutSource } from '#rules/claim-without-source.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const sources = {
  'sources/report': {},
  'sources/gone': { recordStatus: 'withdrawn', statusReason: 'The publisher took it back.' },
}
const withSources = (ids: string[]) =>
  smallKnowledge({
    ...sources,
    'incidents/2026-01-05-outage': { findings: [{ id: 'f-a', kind: 'risk', text: 'A.', sources: ids }] },
  })

test('a claim that rests on withdrawn sources alone is reported', () => {
  assert.deepEqual(said(claimWithoutSource, withSources(['gone'])), [
    'incidents/2026-01-05-outage.mdx findings[0].sources: expected a ' +
      'source that stands, found only withdrawn ones: gone',
  ])
})

test('a claim with one source that stands is left alone', () => {
  assert.deepEqual(said(claimWithoutSource, withSources(['gone', 'report'])), [])
})

test('a source that is not there is for another rule', () => {
  assert.deepEqual(said(claimWithoutSource, withSources(['missing'])), [])
})
