import assert from 'node:assert/strict'
import test from 'node:test'
import { eventOutsideSpan } from '#rules/event-outside-span.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const milestone = (name: string, at: string) => ({ id: `m-${name.toLowerCase()}`, name, at, sources: ['report'] })
const BOTH = [milestone('began', '2026-01-05T08:00Z'), milestone('recovered', '2026-01-05T10:00Z')]
const happened = (at: string, kind: string, milestones: object[] = BOTH) =>
  said(
    eventOutsideSpan,
    smallKnowledge({
      'incidents/2026-01-05-outage': {
        milestones,
        timeline: [{ id: 'e-a', at, kind, title: 'It did', sources: ['report'] }],
      },
    }),
  )

for (const kind of ['onset', 'detection', 'escalation', 'mitigation', 'recovery'])
  for (const at of ['2026-01-05T07:59Z', '2026-01-05T10:01Z', '2026-01-06', '2025'])
    test(`${kind} at ${at} lies outside`, () =>
      assert.deepEqual(happened(at, kind), [
        `incidents/2026-01-05-outage.mdx timeline[0].at: expected ${kind} events between the first ` +
          `and last milestone (2026-01-05T08:00Z and 2026-01-05T10:00Z), found e-a at ${at}`,
      ]))

for (const at of [
  '2026-01-05T08:00Z',
  '2026-01-05T10:00Z',
  '2026-01-05',
  '2026',
  '../2026-01-05T09:00Z',
  '2026-01-05T09:00Z/..',
])
  test(`what may have happened within is left alone: ${at}`, () => assert.deepEqual(happened(at, 'recovery'), []))

test('what belongs before or after is left alone', () => {
  assert.deepEqual(
    ['context', 'contact', 'communication', 'followUp'].flatMap((kind) => happened('2026-02-01', kind)),
    [],
  )
})

test('one milestone makes no span, and an open end holds everything after it', () => {
  assert.deepEqual(happened('2026-02-01', 'recovery', BOTH.slice(0, 1)), [])
  assert.deepEqual(happened('2026-02-01', 'recovery', [...BOTH, milestone('closed', '2026-01-06/..')]), [])
})
