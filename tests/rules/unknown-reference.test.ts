import assert from 'node:assert/strict'
import test from 'node:test'
import { unknownReference } from '#rules/unknown-reference.ts'
import { mention, said, smallKnowledge, type Written } from './small-knowledge.ts'

const around = {
  'organizations/acme': { aliases: ['acme-corp'] },
  'sources/report': {},
  'topics/stages': {},
  'statements/2026-01-06-acme-apology': { quotes: [{ id: 'k-stages', text: 'in stages' }] },
}
const inStatement = (written: Written) =>
  said(unknownReference, smallKnowledge({ ...around, 'statements/2026-01-07-acme': written }))
const prefix = 'statements/2026-01-07-acme.mdx '

const wrong: readonly (readonly [string, Written, string])[] = [
  ['an id that nobody has', { sources: ['zebra'] }, 'sources[0]: expected the id of a source, found "zebra".'],
  [
    'an id with a typing error',
    { sources: ['raport'] },
    'sources[0]: expected the id of a source, found "raport". Did you mean "report"?',
  ],
  [
    'an id of another kind',
    { sources: ['stages'] },
    'sources[0]: expected the id of a source, found "stages", which is a topic',
  ],
  ['an old id', { org: 'acme-corp' }, 'org: expected a current id, found "acme-corp", an old id of acme'],
  [
    'a part that the record does not have',
    {
      positions: [{ topic: 'stages', stance: 'supports', basis: 'quoted', quote: 'k-stage' }],
      quotes: [{ id: 'k-stages', text: 'a' }],
    },
    'positions[0].quote: expected the id of a part of 2026-01-07-acme, found "k-stage". Did you mean "k-stages"?',
  ],
  [
    'a response to nothing',
    { respondsTo: [{ statement: 'zebra', how: 'retracts' }] },
    'respondsTo[0].statement: expected the id of a statement, found "zebra".',
  ],
  [
    'a part in the history that is not there',
    { history: [{ revision: 1, date: '2026-03-01', type: 'addition', summary: 'First.', changed: ['k-gone'] }] },
    'history[0].changed[0]: expected the id of a part of 2026-01-07-acme, found "k-gone".',
  ],
  [
    'a contradiction about a part that is not there',
    {
      contradictions: [
        {
          id: 'x-a',
          about: 'k-gone',
          why: 'Why.',
          readings: [1, 2].map(() => ({ text: 'A.', sources: ['report'], verdict: 'rival' })),
        },
      ],
    },
    'contradictions[0].about: expected the id of a part of 2026-01-07-acme, found "k-gone".',
  ],
  [
    'a link in the body to nothing',
    { mentions: [mention('zebra')] },
    'body[0]: expected the id of a record, found "zebra".',
  ],
  [
    'a link in the body to a part that is not there',
    { mentions: [mention('report'), mention('2026-01-06-acme-apology#k-stage')] },
    'body[1]: expected the id of a part of 2026-01-06-acme-apology, found ' +
      '"2026-01-06-acme-apology#k-stage". Did you mean "k-stages"?',
  ],
  [
    'a link in the body to an own part that is not there',
    { mentions: [mention('#k-none')] },
    'body[0]: expected the id of a part of 2026-01-07-acme, found "#k-none".',
  ],
  [
    'a source mark that names a topic',
    { mentions: [mention('stages', 'Src')] },
    'body[0]: expected the id of a source, found "stages", which is a topic',
  ],
  [
    'a revision that is yet to come',
    { mentions: [mention('2026-01-06-acme-apology#k-stages@r3')] },
    'body[0]: expected a revision of 2026-01-06-acme-apology up to 1, found @r3',
  ],
]

for (const [name, written, message] of wrong)
  test(`${name} is reported`, () => assert.deepEqual(inStatement(written), [prefix + message]))

const right: readonly (readonly [string, Written])[] = [
  ['ids of the kind asked for', { org: 'acme', sources: ['report'] }],
  [
    'a quotation of the record itself',
    {
      positions: [{ topic: 'stages', stance: 'supports', basis: 'quoted', quote: 'k-a' }],
      quotes: [{ id: 'k-a', text: 'a' }],
    },
  ],
  [
    'a contradiction about something in words',
    {
      contradictions: [
        {
          id: 'x-a',
          about: 'The day it was said',
          why: 'Why.',
          readings: [1, 2].map(() => ({ text: 'A.', sources: ['report'], verdict: 'rival' })),
        },
      ],
    },
  ],
  [
    'mentions of records, parts and revisions',
    { mentions: [mention('acme'), mention('2026-01-06-acme-apology#k-stages@r1', 'Quote'), mention('report', 'Src')] },
  ],
]

for (const [name, written] of right) test(`${name} are left alone`, () => assert.deepEqual(inStatement(written), []))

test('the fix names what to type', () => {
  const fixes = [
    ...unknownReference.check(
      smallKnowledge({ ...around, 'statements/2026-01-07-acme': { org: 'acme-corp', sources: ['raport'] } }),
      new Set(),
    ),
  ].map(({ fix }) => fix)
  assert.deepEqual(fixes, ['write acme', 'write report, or add sources/raport.yaml'])
})

test('what a record with errors has or lacks is not judged', () => {
  const world = smallKnowledge({
    ...around,
    'statements/2026-01-07-acme': { sources: ['broken'], mentions: [mention('broken#e-any')] },
  })
  assert.deepEqual(said(unknownReference, world, ['broken']), [])
})

test('the editors are nobody’s reference', () => {
  assert.deepEqual(
    said(unknownReference, smallKnowledge({ ...around, 'inquiries/editor-asked-acme': { askedBy: 'editor' } })),
    [],
  )
})

test('a flagship that is not there is reported in site.yaml', () => {
  const world = smallKnowledge(around, { address: 'https://small.example', flagship: '2026-01-05-outage' })
  assert.deepEqual(said(unknownReference, world), [
    'site.yaml flagship: expected the id of an incident, found "2026-01-05-outage".',
  ])
})
