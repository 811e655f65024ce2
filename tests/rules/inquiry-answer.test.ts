import assert from 'node:assert/strict'
import test from 'node:test'
import { inquiryAnswer } from '#rules/inquiry-answer.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const answeredBy = (statement: Written, organizations: Readonly<Record<string, Written>> = {}) =>
  said(
    inquiryAnswer,
    smallKnowledge({
      'organizations/acme': {},
      'organizations/harbor': { name: 'Harbor' },
      ...organizations,
      'statements/2026-02-10-reply': statement,
      'inquiries/editor-asked-acme': { org: 'acme', outcome: 'replied', statement: '2026-02-10-reply' },
    }),
  )
const at =
  'inquiries/editor-asked-acme.yaml statement: expected a statement of ' +
  'acme, which was asked, found 2026-02-10-reply, a statement of '

test('another organization’s statement, and nobody’s, are reported', () => {
  assert.deepEqual(answeredBy({ org: 'harbor' }), [`${at}harbor`])
  assert.deepEqual(answeredBy({ org: undefined, officialness: 'personal' }), [`${at}no organization`])
})

test('the organization, its parent, and a group it belongs to may answer', () => {
  const found = [
    answeredBy({ org: 'acme' }),
    answeredBy({ org: 'harbor' }, { 'organizations/acme': { parent: 'harbor' } }),
    answeredBy({ org: 'harbor' }, { 'organizations/harbor': { name: 'Harbor', kind: 'group', members: ['acme'] } }),
  ]
  assert.deepEqual(found.flat(), [])
})

test('a promise in answer to an inquiry is made by whom it asked', () => {
  const promisedBy = (org: string) =>
    said(
      inquiryAnswer,
      smallKnowledge({
        'organizations/acme': {},
        'organizations/harbor': { name: 'Harbor' },
        'inquiries/editor-asked-acme': { org: 'acme' },
        'commitments/stages': { org, inquiry: 'editor-asked-acme' },
      }),
    )
  assert.deepEqual(promisedBy('acme'), [])
  assert.deepEqual(promisedBy('harbor'), [
    'commitments/stages.yaml inquiry: expected an inquiry to harbor, which ' +
      'promised, found editor-asked-acme, an inquiry to acme',
  ])
})
