import assert from 'node:assert/strict'
import test from 'node:test'
import { supersessionCycle } from '#rules/supersession-cycle.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const replaced = (supersededBy: string) => ({ recordStatus: 'superseded', statusReason: 'Written anew.', supersededBy })

test('a record that supersedes itself is reported', () => {
  assert.deepEqual(said(supersessionCycle, smallKnowledge({ 'commitments/acme-a': { supersedes: 'acme-a' } })), [
    'commitments/acme-a.yaml supersedes: expected another record, found that acme-a supersedes itself',
  ])
  assert.deepEqual(
    said(
      supersessionCycle,
      smallKnowledge({
        'statements/2026-01-06-acme': { respondsTo: [{ statement: '2026-01-06-acme', how: 'supersedes' }] },
      }),
    ),
    [
      'statements/2026-01-06-acme.mdx respondsTo[0]: expected another ' +
        'record, found that 2026-01-06-acme supersedes itself',
    ],
  )
})

test('a circle is reported once, from its first id, whichever fields it runs through', () => {
  const world = smallKnowledge({
    'commitments/acme-b': replaced('acme-c'),
    'commitments/acme-c': {},
    'commitments/acme-a': { supersedes: 'acme-c', ...replaced('acme-b') },
  })
  assert.deepEqual(said(supersessionCycle, world), [
    'commitments/acme-a.yaml supersededBy: expected supersession to end ' +
      'somewhere, found a circle: acme-a → acme-b → acme-c → acme-a',
  ])
})

test('a chain written from both ends is left alone', () => {
  const world = smallKnowledge({
    'commitments/acme-a': replaced('acme-b'),
    'commitments/acme-b': { supersedes: 'acme-a', ...replaced('acme-c') },
    'commitments/acme-c': { supersedes: 'acme-b' },
  })
  assert.deepEqual(said(supersessionCycle, world), [])
})
