import assert from 'node:assert/strict'
import test from 'node:test'
import { quotationLength } from '#rules/quotation-length.ts'
import { wordCount } from '#text/word-count.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const quoting = (text: string) =>
  said(quotationLength, smallKnowledge({ 'statements/2026-01-06-acme': { quotes: [{ id: 'k-a', text }] } }))
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')

test('forty words are allowed, forty-one are not', () => {
  assert.deepEqual(quoting(words(40)), [])
  assert.deepEqual(quoting(words(41)), [
    'statements/2026-01-06-acme.mdx quotes[0].text: expected at most 40 words in a quotation, found 41 in k-a',
  ])
})

test('words are counted as people count them', () => {
  const counts = [
    'well-known facts',
    'one — two … three',
    '8.5 million devices',
    ' a\n b\tc ',
    '',
    'カーネルへのアクセス',
    'été à Zürich',
  ].map(wordCount)
  assert.deepEqual(counts, [2, 3, 3, 3, 0, 4, 3])
})
