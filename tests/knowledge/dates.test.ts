import assert from 'node:assert/strict'
import test from 'node:test'
import { milestone, occurred } from '#knowledge/dates.ts'
import { incidentOf, milestones } from '../views/incident-of.ts'

const event = (id: string, at: string, kind: string, more: object = {}) => ({
  id,
  at,
  kind,
  title: 'Something',
  sources: ['report'],
  ...more,
})

test('an open beginning is not known, so it does not date an incident', () => {
  const timeline = [event('e-by', '../2024-11-02', 'context'), event('e-onset', '2024-10-27T01:30Z', 'recovery')]
  assert.equal(occurred(incidentOf({ timeline })), '2024-10-27T01:30Z')
  assert.equal(
    occurred(incidentOf({ timeline: timeline.slice(0, 1) })),
    '../2024-11-02',
    'unless there is nothing else',
  )
})

test('beginning, detection and first public word are taken from events where no milestone says otherwise', () => {
  const timeline = [
    event('e-alarm', '2024-10-27T01:35Z', 'detection'),
    event('e-onset', '2024-10-27T01:30Z', 'onset'),
    event('e-post', '2024-10-27T01:50Z', 'communication'),
  ]
  const incident = incidentOf({ timeline, account: 'own' })
  assert.deepEqual(
    ['began', 'detected', 'communicated', 'mitigated'].map((name) => milestone(incident, name)?.id),
    ['e-onset', 'e-alarm', 'e-post', undefined],
  )
  const compiled = incidentOf({ timeline })
  assert.equal(milestone(compiled, 'detected'), undefined, 'who compiles does not know that none came before')
  const otherwise = incidentOf({ timeline, account: 'own', milestones: milestones(['detected', '2024-10-27T02:00Z']) })
  assert.equal(milestone(otherwise, 'detected')?.id, 'm-0')
})

test('what was seen or said before the beginning, and what others than the parties said, is no milestone of it', () => {
  const incident = incidentOf({
    account: 'own',
    organizations: [
      { org: 'acme', role: 'origin' },
      { org: 'harbor', role: 'affected' },
    ],
    milestones: milestones(['began', '2024-10-27T01:30Z']),
    timeline: [
      event('e-early', '2024-10-20', 'detection'),
      event('e-press', '2024-10-27T01:40Z', 'communication', { actor: 'beacon' }),
      event('e-post', '2024-10-27T01:50Z', 'communication', {
        actor: ['acme', { name: 'A customer', kind: 'customer' }],
      }),
    ],
  })
  assert.equal(milestone(incident, 'detected'), undefined)
  assert.equal(milestone(incident, 'communicated')?.id, 'e-post')
})

test('a milestone takes the time of its event', () => {
  const incident = incidentOf({
    timeline: [event('e-onset', '2024-10-27T01:30Z', 'onset')],
    milestones: [{ id: 'm-began', name: 'began', event: 'e-onset' }],
  })
  assert.equal(milestone(incident, 'began')?.at, '2024-10-27T01:30Z')
})
