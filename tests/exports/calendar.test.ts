import assert from 'node:assert/strict'
import test from 'node:test'
import { eventUid } from '#exports/calendar-file.ts'
import { dueCalendar, summitsCalendar } from '#exports/calendar.ts'
import { commitmentsCsv } from '#exports/commitments-csv.ts'
import { positionsCsv } from '#exports/positions-csv.ts'
import { linked } from '../knowledge/linked.ts'

const organizations = { acme: { name: 'Acme' } }
const lines = (text: string) => text.replace(/\r\n /g, '').split('\r\n')

test('a meeting is a whole-day event that ends the day after its last, under an id that stays', () => {
  const knowledge = linked({
    organizations,
    summits: {
      meeting: { title: 'A; meeting, held', date: '2024-09-10', end: '2024-09-11', host: 'acme', place: 'Redmond' },
      vague: { date: '2024', host: 'acme' },
    },
  })
  const made = lines(summitsCalendar(knowledge, knowledge.all('summits'), '/summits/calendar.ics'))
  for (const line of [
    'UID:meeting@kb.example',
    'DTSTART;VALUE=DATE:20240910',
    'DTEND;VALUE=DATE:20240912',
    'SUMMARY:A\\; meeting\\, held',
    'LOCATION:Redmond',
    'DTSTAMP:20240101T000000Z',
  ])
    assert.ok(made.includes(line), `${line} in\n${made.join('\n')}`)
  assert.equal(made.filter((line) => line === 'BEGIN:VEVENT').length, 1, 'a year is no appointment')
})

test('no event of any calendar makes anybody busy', () => {
  const knowledge = linked({
    organizations,
    summits: { meeting: { date: '2024-09-10', host: 'acme' } },
    commitments: { promise: { org: 'acme', made: '2024-01-01', text: 'Do it', due: '2024' } },
  })
  for (const made of [
    summitsCalendar(knowledge, knowledge.all('summits'), '/summits/calendar.ics'),
    dueCalendar(knowledge),
  ])
    assert.match(made, /TRANSP:TRANSPARENT[^]*X-MICROSOFT-CDO-BUSYSTATUS:FREE/)
})

test('events of two sites never have the same id, though both have the same records and one host', () => {
  const uids = [
    ['https://kb.example', 'One'],
    ['https://kb.example/one', 'One'],
    ['https://kb.example/two', 'One'],
    [undefined, 'One'],
    [undefined, 'Two\r\nX: y'],
  ].map(([address, title]) => eventUid('meeting', address, title ?? ''))
  assert.deepEqual(uids, [
    'meeting@kb.example',
    'meeting.one@kb.example',
    'meeting.two@kb.example',
    'meeting@one.aftermath.invalid',
    'meeting@two-x-y.aftermath.invalid',
  ])
})

test('a table that has letters beyond ASCII says that it is UTF-8, as spreadsheets ask for', () => {
  const table = (name: string) =>
    commitmentsCsv(
      linked({ organizations: { acme: { name } }, commitments: { promise: { org: 'acme', made: '2024-01-01' } } }),
    )
  assert.equal(table('Bärnes, Inc.').charCodeAt(0), 0xfeff)
  assert.equal(table('Acme').charCodeAt(0), 'i'.charCodeAt(0))
  for (const sign of ['=1+1', '+1', '-1', '@SUM(1)', '\t=1']) assert.match(table(sign), /,"?'[=+\-@\t]/, sign)
})

test('a line break in the name of the site begins no line of a calendar', () => {
  const knowledge = linked({ organizations, summits: { meeting: { date: '2024-09-10', host: 'acme' } } })
  const site = { ...knowledge.site, title: 'Small\r\nX-A:b', language: 'en\r\nX-C:d' }
  const made = summitsCalendar({ ...knowledge, site }, knowledge.all('summits'), '/summits/calendar.ics')
  assert.deepEqual(
    lines(made).filter((line) => line.startsWith('X-A') || line.startsWith('X-C')),
    [],
  )
})

test('due dates stand on the last day they name, the revised one where there is one, and what is over has none', () => {
  const promise = { org: 'acme', made: '2024-01-01', text: 'Do it' }
  const gone = {
    id: 'l-gone',
    at: '2024-02-01',
    assertedBy: 'acme',
    claimed: 'withdrawn',
    note: 'Gone',
    sources: ['note'],
  }
  const moved = {
    id: 'l-moved',
    at: '2024-02-01',
    assertedBy: 'acme',
    due: '2024-11',
    note: 'Moved',
    sources: ['note'],
  }
  const knowledge = linked({
    organizations,
    commitments: {
      moved: { ...promise, due: '2024-06-30', log: [moved] },
      gone: { ...promise, due: '2024-06-30', log: [gone] },
      undated: promise,
    },
  })
  const made = lines(dueCalendar(knowledge))
  assert.deepEqual(
    made.filter((line) => /^(DTSTART|DTEND|SUMMARY)/.test(line)),
    ['DTSTART;VALUE=DATE:20241130', 'DTEND;VALUE=DATE:20241201', 'SUMMARY:Due: Acme: Do it'],
  )
  assert.equal(dueCalendar(knowledge), dueCalendar(knowledge))
})

test('the CSV of positions has a row per position with its days, and no cell that a spreadsheet would run', () => {
  const statement = (said: string, stance: string, conditions?: string) => ({
    org: 'acme',
    said,
    positions: [{ topic: 'kernel', stance, basis: 'paraphrased', ...(conditions === undefined ? {} : { conditions }) }],
  })
  const knowledge = linked({
    organizations,
    topics: { kernel: { question: 'Should it?' } },
    statements: {
      a: statement('2024-01-01', 'supportsWithConditions', '=SUM(1), "if" tested'),
      b: statement('2024-02-01', 'opposes'),
    },
  })
  assert.deepEqual(positionsCsv(knowledge).split('\r\n').slice(1), [
    'acme,Acme,kernel,Should it?,supportsWithConditions,Supports with ' +
      'conditions,2024-01-01,2024-01-01,2024-02-01,"\'=SUM(1), ""if"" tested",https://kb.example/statements/a/',
    'acme,Acme,kernel,Should it?,opposes,Opposes,2024-02-01,2024-02-01,,,https://kb.example/statements/b/',
    '',
  ])
})

test('the CSV of commitments has the three axes and the derived outcome', () => {
  const log = [{ id: 'l-done', at: '2024-02-01', assertedBy: 'acme', claimed: 'done', note: 'Done', sources: ['note'] }]
  const rows = commitmentsCsv(
    linked({ organizations, commitments: { promise: { org: 'acme', made: '2024-01-01', log } } }),
  ).split('\r\n')
  assert.match(rows[0] ?? '', /^id,organization,.*claimed,evidence,schedule,outcome/)
  assert.match(
    rows[1] ?? '',
    /^promise,acme,Acme,Do it,commitment,2024-01-01,,,,done,,noDate,keptByOwnAccount,,,,https:/,
  )
})
