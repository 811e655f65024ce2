import assert from 'node:assert/strict'
import test from 'node:test'
import { restrictedPointer } from '#rules/restricted-pointer.ts'
import { mention, said, smallKnowledge, type Written } from './small-knowledge.ts'

const around = {
  'organizations/acme': {},
  'sources/report': {},
  'sources/amber': { tlp: 'AMBER' },
  'sources/later': { embargoUntil: '2026-09-01T00:00Z' },
  'incidents/2026-01-05-outage': {
    findings: [
      { id: 'f-open', kind: 'risk', text: 'A.', sources: ['report'] },
      { id: 'f-red', kind: 'risk', text: 'A.', tlp: 'RED', sources: ['report'] },
    ],
  },
}
const statement = (written: Written) =>
  said(restrictedPointer, smallKnowledge({ ...around, 'statements/2026-01-06-acme': written }))
const at = (path: string, found: string, level = 'CLEAR') =>
  `statements/2026-01-06-acme.mdx ${path}: expected to point at nothing above TLP:${level}, ` +
  `found ${found}; builds below that level lose this reference and what depends on it`

test('an open record that cites a restricted source is reported', () => {
  assert.deepEqual(statement({ sources: ['report', 'amber'] }), [at('sources[1]', 'amber, which is TLP:AMBER')])
})

test('a record that is itself less restricted than its source is reported with its own level', () => {
  assert.deepEqual(statement({ tlp: 'GREEN', sources: ['amber'] }), [
    at('sources[0]', 'amber, which is TLP:AMBER', 'GREEN'),
  ])
})

test('a restricted part of an open record is restricted', () => {
  assert.deepEqual(statement({ mentions: [mention('2026-01-05-outage#f-open'), mention('2026-01-05-outage#f-red')] }), [
    at('body[1]', '2026-01-05-outage#f-red, which is TLP:RED'),
  ])
})

test('what is as strictly marked as its target may point at it', () => {
  const found = [
    statement({ tlp: 'AMBER', sources: ['amber'] }),
    statement({ tlp: 'RED', sources: ['amber'] }),
    statement({
      contradictions: [
        {
          id: 'x-a',
          tlp: 'AMBER',
          about: 'A figure',
          why: 'Why.',
          readings: [1, 2].map(() => ({ text: 'A.', sources: ['amber'], verdict: 'rival' })),
        },
      ],
    }),
    statement({ mentions: [mention('amber', 'Src', 'AMBER')] }),
  ]
  assert.deepEqual(found.flat(), [])
})

test('a record under embargo is pointed at only by records under embargo', () => {
  assert.deepEqual(statement({ sources: ['later'] }), [
    'statements/2026-01-06-acme.mdx sources[0]: expected to point at nothing under embargo, found later, ' +
      'held until 2026-09-01T00:00Z; builds before then lose this reference and what depends on it',
  ])
  assert.deepEqual(statement({ embargoUntil: '2026-09-01T00:00Z', sources: ['later'] }), [])
})
