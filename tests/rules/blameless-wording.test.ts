import assert from 'node:assert/strict'
import test from 'node:test'
import { blamelessWording } from '#rules/blameless-wording.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const record = (written: Written) => said(blamelessWording, smallKnowledge({ 'statements/2026-01-06-acme': written }))

for (const words of [
  'human error',
  'Operator errors',
  'should have',
  'Could have',
  'ought to have',
  "shouldn't have",
  'carelessly',
  'reckless',
  'incompetence',
  'sloppy',
])
  test(`“${words}” is reported in our own words`, () => {
    assert.deepEqual(record({ summary: `It was ${words} that did it.` }), [
      `statements/2026-01-06-acme.mdx summary: expected words that say what happened, found "${words}"`,
    ])
  })

test('the body is looked at line by line', () => {
  const body = 'First.\n\nThe team should have read it.'
  assert.deepEqual(record({ body }), [
    'statements/2026-01-06-acme.mdx body.The team should have read it.[9]: ' +
      'expected words that say what happened, found "should have"',
  ])
})

const others: readonly (readonly [string, Written])[] = [
  ['a quotation', { quotes: [{ id: 'k-a', text: 'we should have tested' }] }],
  ['a passage in straight quotation marks', { body: 'It said that it "should have tested".' }],
  ['a passage in curved quotation marks', { summary: 'It said that it “should have tested”.' }],
  ['a blockquote', { body: '> we should have tested\n\nSo it said.' }],
  ['a venue', { venue: 'Human Error Conference' }],
  ['words that only look alike', { summary: 'It should haven; a humane errorless tool could haverst.' }],
]
for (const [what, written] of others) test(`${what} is left alone`, () => assert.deepEqual(record(written), []))

test('titles of sources and citations are other people’s words', () => {
  assert.deepEqual(
    said(
      blamelessWording,
      smallKnowledge({ 'sources/a': { title: 'Human error' }, 'citations/b': { title: 'What they should have done' } }),
    ),
    [],
  )
})
