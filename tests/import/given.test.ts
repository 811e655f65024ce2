import assert from 'node:assert/strict'
import test from 'node:test'
import { importFixture, only } from './settings.ts'

const times = (draft: ReturnType<typeof only>) => draft.fields.timeline?.map(({ at, kind }) => `${at} ${kind}`)
const milestones = (draft: ReturnType<typeof only>) =>
  Object.fromEntries(
    draft.fields.milestones?.map(({ name, event }) => [
      name,
      draft.fields.timeline?.find(({ id }) => id === event)?.at,
    ]) ?? [],
  )

test('a postmortem by the common site-reliability template becomes a typed record', () => {
  const imported = importFixture('site-reliability-template.md')
  const draft = only(imported)
  assert.equal(draft.id, '2025-03-04-checkout-returned-errors-66-minutes')
  const { fields } = draft
  assert.deepEqual(
    { title: fields.title, kind: fields.kind, detectedBy: fields.detectedBy, identifiers: fields.identifiers },
    {
      title: 'Checkout returned errors for 66 minutes',
      kind: 'fault',
      detectedBy: 'monitoring',
      identifiers: [{ type: 'other', value: '2025-014' }],
    },
  )
  assert.deepEqual(fields.people, [
    { name: 'payments on-call', role: 'Author' },
    { name: 'platform on-call', role: 'Author' },
  ])
  assert.deepEqual(times(draft), [
    '2025-03-04T09:58Z onset',
    '2025-03-04T10:04Z contact',
    '2025-03-04T10:13Z detection',
    '2025-03-04T10:25Z~ investigation',
    '2025-03-04T10:40Z communication',
    '2025-03-04T11:00Z mitigation',
    '2025-03-04T11:04Z recovery',
    '2025-03-06 followUp',
  ])
  assert.deepEqual(milestones(draft), {
    began: '2025-03-04T09:58Z',
    reported: '2025-03-04T10:04Z',
    detected: '2025-03-04T10:13Z',
    identified: '2025-03-04T10:25Z~',
    communicated: '2025-03-04T10:40Z',
    mitigated: '2025-03-04T11:00Z',
    recovered: '2025-03-04T11:04Z',
  })
  assert.deepEqual(
    fields.impact?.map(({ what, value, qualifier, statistic, nature, unit }) => [
      what,
      value,
      qualifier ?? statistic ?? nature,
      unit,
    ]),
    [
      ['Orders failed', 18000, 'about', 'orders'],
      ['Revenue effect', 210000, 'estimate', 'EUR'],
      ['Error rate', 41, 'peak', '%'],
    ],
  )
  assert.deepEqual(
    fields.findings?.map(({ kind }) => kind),
    ['rootCause', 'trigger', 'wentWell', 'wentWrong', 'lucky'],
  )
  assert.deepEqual(
    fields.actions?.map(({ owner, type, status, ticket, url }) => ({ owner: owner?.name, type, status, ticket, url })),
    [
      {
        owner: 'payments team',
        type: 'prevent',
        status: 'open',
        ticket: 'PAY-3121',
        url: 'https://tracker.example/PAY-3121',
      },
      { owner: 'platform team', type: 'detect', status: 'done', ticket: 'PLAT-77', url: undefined },
      { owner: 'payments on-call', type: 'mitigate', status: 'open', ticket: undefined, url: undefined },
    ],
  )
  assert.match(draft.body, /`\{pool: \{max: 6\}\}`/)
  assert.match(draft.body, /Latency was < 100ms/)
  assert.match(draft.body, /Status: Complete, action items in progress/)
  assert.doesNotMatch(draft.body, /outage begins|Playbook/, 'what the record holds is not repeated')
  assert.deepEqual(
    imported.notes.map(({ line }) => line),
    [70],
  )
})

test('bullets under a heading that names a zone become events with the offset of their day', () => {
  const imported = importFixture('bullets-with-zone.md')
  const draft = only(imported)
  assert.equal(draft.id, '2025-11-02-search-index-stale')
  assert.deepEqual(times(draft), [
    '2025-11-02T01:30+01:00 onset',
    '2025-11-02T02:05+01:00 onset',
    '2025-11-02T09:10+01:00 detection',
    '2025-11-02T09:40+01:00 mitigation',
    '2025-11-02T13:00+01:00 recovery',
    '2025-11-05T10:00+01:00 followUp',
  ])
  assert.deepEqual(milestones(draft), {
    began: '2025-11-02T01:30+01:00',
    detected: '2025-11-02T09:10+01:00',
    mitigated: '2025-11-02T09:40+01:00',
    recovered: '2025-11-02T13:00+01:00',
  })
  assert.deepEqual(draft.fields.actions, [
    {
      id: 'a-renew-certificates-automatically',
      text: 'Renew certificates automatically',
      owner: { name: 'search team', kind: 'team' },
      status: 'done',
      due: '2025-11-20',
    },
    {
      id: 'a-alert-30-days-before-expiry',
      text: 'Alert 30 days before expiry',
      owner: { name: 'platform team', kind: 'team' },
      status: 'open',
    },
  ])
  assert.deepEqual(
    draft.fields.impact?.map(({ what, value, qualifier }) => [what, value, qualifier]),
    [
      ['New products not found', 2300, 'about'],
      ['Orders lost', 0, undefined],
    ],
  )
  assert.deepEqual([draft.fields.severity, draft.fields.tlp], ['minor', 'AMBER+STRICT'])
  assert.match(draft.body, /Internal\. Please don't forward\./)
  assert.match(draft.body, /\[\^1\]: Estimate from the catalogue export\./)
  assert.match(draft.body, /severity: SEV-3/)
})

test('what a document says of its disclosure is not repeated where the site has a level of its own', () => {
  assert.equal(only(importFixture('bullets-with-zone.md', { tlp: 'AMBER' })).fields.tlp, undefined)
})

test('a status page becomes a record for each incident and each maintenance, open ones included', () => {
  const { drafts, companions } = importFixture('status-page.json')
  assert.deepEqual(companions, [])
  assert.deepEqual(
    drafts.map(({ id, fields: { kind, severity, state } }) => ({ id, kind, severity, state })),
    [
      { id: '2025-06-17-elevated-api-errors', kind: 'fault', severity: 'major', state: undefined },
      { id: '2025-06-21-database-maintenance', kind: 'maintenance', severity: 'none', state: 'scheduled' },
      { id: '2025-06-18-delayed-webhooks', kind: 'fault', severity: 'none', state: 'identified' },
    ],
  )
  const [first, maintenance, open] = drafts
  assert.ok(first && maintenance && open)
  assert.deepEqual(times(first), [
    '2025-06-17T07:55-06:00 onset',
    '2025-06-17T08:12:33-06:00 investigation',
    '2025-06-17T08:40:05-06:00 investigation',
    '2025-06-17T09:20-06:00 monitoring',
    '2025-06-17T10:02:10-06:00 recovery',
  ])
  assert.deepEqual(milestones(first), {
    began: '2025-06-17T07:55-06:00',
    communicated: '2025-06-17T08:12:33-06:00',
    identified: '2025-06-17T08:40:05-06:00',
    mitigated: '2025-06-17T09:20-06:00',
    recovered: '2025-06-17T10:02:10-06:00',
  })
  assert.deepEqual(
    first.fields.timeline?.map(({ component, status }) => (component ? `${component} ${status}` : '')),
    ['', 'API outage', '', 'API degraded', 'API operational'],
  )
  assert.equal(first.fields.timeline?.[2]?.title, 'The issue has been identified: a bad routing rule.')
  assert.equal(first.fields.timeline?.[3]?.title, 'A fix has been implemented & we are monitoring the results.')
  assert.deepEqual(first.fields.identifiers, [
    { type: 'ticket', value: 'abc123def456', url: 'https://stspg.example/abc123' },
  ])
  assert.deepEqual(times(maintenance), [
    '2025-06-10T09:00Z communication',
    '2025-06-21T02:00Z context',
    '2025-06-21T04:00Z context',
  ])
  assert.deepEqual(milestones(open), { communicated: '2025-06-18T11:30Z', identified: '2025-06-18T11:30Z' })
})

test('the status page of somebody else is a source, and its incidents are compiled from it, as drafts', () => {
  const { drafts, companions } = importFixture('status-page.json', { publisher: 'Another Company' })
  assert.deepEqual(
    drafts.map(({ fields: { account, organization, recordStatus } }) => [account, organization, recordStatus]),
    Array(3).fill(['compiled', 'example-works', 'draft']),
  )
  assert.deepEqual(
    companions.map(({ kind, id }) => [kind, id]),
    [
      ['organizations', 'example-works'],
      ['sources', 'example-works-2025-elevated-api-errors-0617'],
      ['sources', 'example-works-2025-database-maintenance-0621'],
      ['sources', 'example-works-2025-delayed-webhooks-0618'],
    ],
  )
  assert.deepEqual(drafts[0]?.fields.sources, ['example-works-2025-elevated-api-errors-0617'])
})
