import assert from 'node:assert/strict'
import test from 'node:test'
import { timelineCsv } from '#exports/timeline-csv.ts'
import { timelineMarkdown } from '#exports/timeline-markdown.ts'
import { timelineFile } from '#exports/timeline-file.ts'
import { timelineRows } from '#exports/timeline-rows.ts'
import { twin } from '#exports/twin.ts'
import { linked } from '../knowledge/linked.ts'

const timeline = [
  { id: 'e-late', at: '2024-07-20', kind: 'followUp', title: 'A report', text: 'In “two”\nlines', sources: ['note'] },
  {
    id: 'e-stop',
    at: '2024-07-19T04:09Z',
    kind: 'onset',
    actor: 'acme',
    title: 'It | stopped',
    text: '=1+1',
    sources: ['note'],
  },
  { id: 'e-stop-2', at: '2024-07-19T05:45+05:45/..', kind: 'recovery', title: 'It came back', sources: ['note'] },
]
const knowledge = linked({
  incidents: { '2024-07-19-stop': { timeline } },
  organizations: { acme: {} },
  sources: { note: { url: 'https://note.example/a' } },
})
const incident = knowledge.get('incidents', '2024-07-19-stop')
assert.ok(incident)
const published = twin(knowledge, incident)
const rows = timelineRows(published)
const calendar = timelineFile('ics', published)

test('rows come in order of time, each on one line', () => {
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['e-stop-2', 'e-stop', 'e-late'],
  )
  assert.equal(rows[2]?.text, 'In “two” lines')
})

test('CSV gives the time as written and both instants, leaves an open end empty, and runs no formula', () => {
  const lines = timelineCsv(rows).split('\r\n')
  assert.equal(
    lines[1],
    'e-stop-2,2024-07-19T05:45+05:45/..,2024-07-19T00:00:00.000Z,,Recovery,,,It came ' +
      'back,,,,https://note.example/a,https://kb.example/incidents/2024-07-19-stop/#e-stop-2',
  )
  assert.ok(lines[2]?.includes(",'=1+1,"))
  assert.ok(lines[3]?.startsWith('e-late,2024-07-20,2024-07-20T00:00:00.000Z,2024-07-20T23:59:59.999Z,'))
})

test('Markdown escapes what it would read as its own and links each event', () => {
  const line = timelineMarkdown(rows).split('\n')[3]
  assert.equal(
    line,
    '| 19 July 2024, 04:09 UTC | Onset | Acme | [It \\| ' +
      'stopped](<https://kb.example/incidents/2024-07-19-stop/#e-stop>) | [A note](<https://note.example/a>) |',
  )
})

test('a calendar entry is an instant or whole UTC days, stamped with the day of the record’s last change', () => {
  assert.match(
    calendar,
    /UID:e-stop\.2024-07-19-stop@kb\.example\r\nSEQUENCE:0\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:20240719T040900Z\r\n/,
  )
  assert.match(calendar, /DTSTART;VALUE=DATE:20240720\r\nDTEND;VALUE=DATE:20240721/)
})

test('chosen events are taken out of every form, and one whose id begins like another stays apart', () => {
  const ids = new Set(['e-stop'])
  assert.equal(timelineFile('csv', published, ids).trim().split('\r\n').length, 2)
  const table = timelineFile('md', published, ids).trim().split('\n')
  assert.deepEqual([table.length, table[2]?.includes('stopped')], [3, true])
  const some = timelineFile('ics', published, ids)
  assert.deepEqual(
    [
      some.match(/BEGIN:VEVENT/g)?.length,
      some.startsWith('BEGIN:VCALENDAR'),
      some.trimEnd().endsWith('END:VCALENDAR'),
      some.includes('e-stop-2'),
    ],
    [1, true, true, false],
  )
})
