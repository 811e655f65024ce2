import assert from 'node:assert/strict'
import test from 'node:test'
import { repeatedPart } from '#rules/repeated-part.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const quote = (id: string) => ({ id, text: 'words' })

test('a part id that occurs again is reported where it occurs again', () => {
  const world = smallKnowledge({ 'statements/2026-01-06-acme': { quotes: [quote('k-a'), quote('k-b'), quote('k-a')] } })
  assert.deepEqual(said(repeatedPart, world), [
    'statements/2026-01-06-acme.mdx quotes[2].id: expected part ids that ' +
      'occur once in a record, found "k-a" again (first in quotes)',
  ])
})

test('the same part id in two records is left alone', () => {
  const world = smallKnowledge({
    'statements/2026-01-06-acme': { quotes: [quote('k-a')] },
    'statements/2026-01-07-acme': { quotes: [quote('k-a')] },
  })
  assert.deepEqual(said(repeatedPart, world), [])
})
