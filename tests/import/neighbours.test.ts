import assert from 'node:assert/strict'
import test from 'node:test'
import { importDocument } from '#import/import-document.ts'
import { importText, only, settings } from './settings.ts'

const milestones = (draft: ReturnType<typeof only>) =>
  Object.fromEntries(
    draft.fields.milestones?.map(({ name, event }) => [
      name,
      draft.fields.timeline?.find(({ id }) => id === event)?.at,
    ]) ?? [],
  )

test('what the head of a document says of start and end counts for more than what an entry was taken for', () => {
  const imported = importText(
    'Start: 2025-07-19 03:11 UTC\nEnd: 2025-07-19 03:58 UTC\n\n# Router reload\n\n## Timeline\n\n- ' +
      '03:11 core-2 reloads\n- 03:40 service restored in the north\n- 03:58 traffic normal\n',
  )
  assert.deepEqual(milestones(only(imported)), { began: '2025-07-19T03:11Z', recovered: '2025-07-19T03:58Z' })
  assert.ok(!imported.notes.some(({ message }) => message.includes('"recovered" is not set')))
})

test('who is alerted has noticed; customers who are alerted have been told', () => {
  for (const words of ['The on-call engineer was alerted', 'PagerDuty alerted the storage team', 'We got alerted']) {
    const draft = only(
      importText(
        `# Queue stalled\n\n## Timeline\n\n- 2025-07-19 03:11 UTC queue stalls\n- 2025-07-19 03:15 UTC ${words}\n`,
      ),
    )
    assert.equal(milestones(draft)['detected'], '2025-07-19T03:15Z', words)
  }
  const told = only(
    importText('# Queue stalled\n\n## Timeline\n\n- 2025-07-19 03:30 UTC All customers were alerted by mail\n'),
  )
  assert.deepEqual(
    told.fields.timeline?.map(({ kind }) => kind),
    ['communication'],
  )
})

test('a time of the head that no entry has becomes an event, and the entry that was taken for it is named', () => {
  const imported = importText(
    '# Queue stalled\n\nDate: 2025-07-19\nEnd time (PT): 4:30 am\n\n## Timeline ' +
      '(PT)\n\n- 03:11 queue stalls, outage begins\n- 03:40 queue recovered\n',
  )
  const draft = only(imported)
  assert.equal(milestones(draft)['recovered'], '2025-07-19T04:30-07:00')
  assert.match(
    imported.notes.map(({ message }) => message).join('\n'),
    /as the head says, and not at "queue recovered"/,
  )
})

test('seconds that only the head knows are not lost', () => {
  const draft = only(
    importText(
      '# Uploads refused\n\n- Started: 2025-08-02T22:41:07Z\n- Resolved: 2025-08-03T01:02:09Z\n\n## ' +
        'Timeline (UTC)\n\n- 2025-08-02 22:41 outage begins\n- 2025-08-03 01:02 outage ends\n',
    ),
  )
  assert.deepEqual(milestones(draft), { began: '2025-08-02T22:41:07Z', recovered: '2025-08-03T01:02:09Z' })
})

test('an entry of T0 may say when that was', () => {
  const draft = only(
    importText(
      '# Job ran twice\n\n## Timeline\n\n| Elapsed | What |\n|---|---|\n| T0 (2025-02-12 02:00 UTC) ' +
        '| job starts |\n| T+00:20 | second job starts |\n| T+1h 30m | jobs killed |\n',
    ),
  )
  assert.deepEqual(
    draft.fields.timeline?.map(({ at }) => at),
    ['2025-02-12T02:00Z', '2025-02-12T02:20Z', '2025-02-12T03:30Z'],
  )
})

test('a number with a dot before three digits is left to the author', () => {
  const imported = importText(
    '# Uploads failing\n\nDate: 2025-02-02\n\n## Impact\n\n- 1.204 uploads failed\n- 2.125% of requests failed\n',
  )
  assert.deepEqual(
    only(imported).fields.impact?.map(({ value, unit }) => [value, unit]),
    [[2.125, '%']],
  )
  assert.match(imported.notes.map(({ message }) => message).join('\n'), /a figure stays in the body alone: "1\.204/)
})

test('a sentence that an editor wrapped is one title; lines of their own stay apart', () => {
  const draft = only(
    importText(
      '# Cull flood\n\n## Timeline (UTC)\n\n- 2025-04-18 12:35 The charts of the hub and of the proxy are ' +
        'upgraded to the\n  release of the day before.\n- 2025-04-18 13:30 Launches drop to zero.\n  nobody is paged\n',
    ),
  )
  assert.deepEqual(
    draft.fields.timeline?.map(({ title, text }) => [title, text]),
    [
      ['The charts of the hub and of the proxy are upgraded to the release of the day before.', undefined],
      ['Launches drop to zero.', 'nobody is paged'],
    ],
  )
})

test('speakers of a chat are actors', () => {
  const draft = only(
    importText(
      '# Images gone\n\nStart Time (ET): 2025-01-09 14:05\n\n## Timeline\n\n```\n[14:05:33] ' +
        '<ravi> images are 404ing\n[14:31:12] <@mei> switching the origin back\n```\n',
    ),
  )
  assert.deepEqual(
    draft.fields.timeline?.map(({ at, actor, title }) => [at, typeof actor === 'object' ? actor.name : actor, title]),
    [
      ['2025-01-09T14:05:33-05:00', 'ravi', 'images are 404ing'],
      ['2025-01-09T14:31:12-05:00', 'mei', 'switching the origin back'],
    ],
  )
})

test('each issue of a list becomes a record, and those that tell of no incident are named', () => {
  const issue = (number: number, title: string, body: string) => ({
    number,
    title,
    body,
    createdAt: '2025-04-09T07:22:11Z',
  })
  const { drafts, notes } = importDocument(
    JSON.stringify([
      issue(7, 'Names are not resolved', '## Timeline (UTC)\n\n- 07:15 errors start\n- 08:10 errors stop\n'),
      issue(8, 'Raise the limit', '---\nx: [\n---\n'),
    ]),
    settings('issues.json'),
  )
  assert.deepEqual(
    drafts.map(({ id }) => id),
    ['2025-04-09-names-not-resolved', '2025-04-09-raise-limit'],
  )
  assert.ok(notes.every(({ message }) => message.startsWith('issue #')))
})
