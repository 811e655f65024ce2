import assert from 'node:assert/strict'
import test from 'node:test'
import { promptWithoutCause } from '#rules/prompt-without-cause.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const asking = (...causes: string[]) =>
  said(
    promptWithoutCause,
    smallKnowledge({
      'incidents/2026-01-05-outage': {
        findings: [{ id: 'f-filter', kind: 'rootCause', text: 'A.', sources: ['report'] }],
        prompts: causes.map((because, index) => ({ id: `q-${index}`, ask: 'Does it?', because, appliesWhen: {} })),
      },
    }),
  )
const at =
  'incidents/2026-01-05-outage.mdx prompts[0].because: expected the ' +
  'event, finding or other part that motivates q-0, found '

test('a cause that is not there is reported with a near one', () => {
  assert.deepEqual(asking('f-filtre'), [`${at}"f-filtre", which this record does not have. Did you mean "f-filter"?`])
})

test('a prompt is no cause, not even of itself', () => {
  assert.deepEqual(asking('q-0'), [`${at}"q-0", a prompt itself.`])
})

test('a finding is a cause', () => assert.deepEqual(asking('f-filter'), []))
