import assert from 'node:assert/strict'
import test from 'node:test'
import { sourceUnused } from '#rules/source-unused.ts'
import { mention, said, smallKnowledge } from './small-knowledge.ts'

const three = {
  'sources/a': {},
  'sources/b': {},
  'sources/c': {},
  'statements/2026-01-06-acme': { sources: ['a'], mentions: [mention('b', 'Src')] },
}

test('a source that nothing cites is reported; fields and bodies cite', () => {
  assert.deepEqual(said(sourceUnused, smallKnowledge(three)), [
    'sources/c.yaml : expected a source that some record cites, found that none cites c',
  ])
})

test('it is silent while some record has errors', () =>
  assert.deepEqual(said(sourceUnused, smallKnowledge(three), ['broken']), []))

test('a source does not cite itself', () => {
  assert.equal(
    said(
      sourceUnused,
      smallKnowledge({
        'sources/a': {
          contradictions: [
            {
              id: 'x-a',
              about: 'Its day',
              why: 'Why.',
              readings: [1, 2].map(() => ({ text: 'A.', sources: ['a'], verdict: 'rival' })),
            },
          ],
        },
      }),
    ).length,
    1,
  )
})
