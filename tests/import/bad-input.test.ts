import assert from 'node:assert/strict'
import test from 'node:test'
import { importDocument } from '#import/import-document.ts'
import { importText, only, settings } from './settings.ts'

const HEAD = '# Mail stopped\n\nDate: 2025-03-04\n\n'
const TABLE = (zone: string, ...rows: string[]) =>
  `${HEAD}## Timeline\n\n| Time${zone} | Event |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`
const times = (imported: ReturnType<typeof importText>) => only(imported).fields.timeline?.map(({ at }) => at)

test('a template without any time is a record in prose that says so', () => {
  const imported = importText(`${HEAD}## Summary\n\nNo mail left the building.\n\n## Timeline\n\nTo be written.\n`)
  assert.equal(only(imported).id, '2025-03-04-mail-stopped')
  assert.equal(only(imported).fields.timeline, undefined)
  assert.match(only(imported).body, /To be written\./)
  assert.deepEqual(imported.notes, [
    {
      message: 'it has no timeline that could be read: no table or list of times',
      fix: 'add events under timeline where times are known',
    },
  ])
})

test('a document without date, time or heading of a postmortem is refused with what to write', () => {
  assert.match(importText('# Notes\n\nBuy milk.\n').refused?.fix ?? '', /"Date: 2026-01-31"/)
})

test('two tables that could be the timeline stay in the body, and both are named', () => {
  const table = '| Time | Event |\n|---|---|\n| 10:00 UTC | One |\n| 10:05 UTC | Two |\n| 10:10 UTC | Three |\n'
  const imported = importText(`${HEAD}## Requests\n\n${table}\n## Errors\n\n${table}\n`)
  assert.equal(only(imported).fields.timeline, undefined)
  assert.match(imported.notes[0]?.message ?? '', /two tables could be the timeline: those of lines 7 and 15/)
  assert.match(imported.notes[0]?.fix ?? '', /write the heading "Timeline" above the one that is/)
  assert.equal(only(imported).body.match(/Three/g)?.length, 2)
})

test('two tables under one heading that overlap in time are not joined', () => {
  const table = '| Time | Event |\n|---|---|\n| 10:00 UTC | One |\n| 10:05 UTC | Two |\n'
  const imported = importText(`${HEAD}## Timeline\n\n${table}\nSeen by customers:\n\n${table}`)
  assert.equal(only(imported).fields.timeline, undefined)
  assert.match(imported.notes[0]?.message ?? '', /those of lines 7 and 14/)
})

test('tables that follow one another in time are one timeline', () => {
  const table = (hour: number) =>
    `| Time | Event |\n|---|---|\n| ${hour}:00 UTC | At ${hour} |\n| ${hour}:05 UTC | Past ${hour} |\n`
  assert.equal(
    times(importText(`${HEAD}## Timeline\n\n### First\n\n${table(10)}\n### Then\n\n${table(11)}`))?.length,
    4,
  )
})

test('times that pass midnight belong to the next day', () => {
  assert.deepEqual(times(importText(TABLE(' (UTC)', '23:50 | One', '00:10 | Two', '23:00 | Three', '01:00 | Four'))), [
    '2025-03-04T23:50Z',
    '2025-03-05T00:10Z',
    '2025-03-05T23:00Z',
    '2025-03-06T01:00Z',
  ])
})

test('times that go backwards keep the timeline in the body, with the line and what to write', () => {
  const imported = importText(TABLE(' (UTC)', '18:00 | One', '09:00 | Two'))
  assert.equal(only(imported).fields.timeline, undefined)
  assert.equal(imported.notes[0]?.line, 10)
  assert.match(imported.notes[0]?.message ?? '', /go backwards at "09:00"/)
  assert.match(imported.notes[0]?.fix ?? '', /write the day before the time/)
  assert.match(only(imported).body, /\| 09:00 \| Two \|/)
})

test('a few minutes backwards are put into order, and said', () => {
  const imported = importText(TABLE(' (UTC)', '10:40 | Two', '10:25 | One'))
  assert.deepEqual(times(imported), ['2025-03-04T10:25Z', '2025-03-04T10:40Z'])
  assert.match(imported.notes[0]?.message ?? '', /"10:25" stands after a later time; taken as the same day/)
})

for (const [zone, names] of [
  ['IST', 'Asia/Kolkata, Europe/Dublin or Asia/Jerusalem'],
  ['CST', 'America/Chicago, Asia/Shanghai or America/Havana'],
  ['BST', 'Europe/London or Asia/Dhaka'],
  ['AMT', 'Asia/Yerevan or America/Manaus'],
] as const)
  test(`${zone} is asked for by name`, () => {
    const text = TABLE(` (${zone})`, '10:00 | One', '10:05 | Two')
    const { refused, drafts } = importText(text)
    assert.deepEqual([refused?.message, drafts.length], [`the zone "${zone}" may be ${names}`, 0])
    assert.match(refused?.fix ?? '', /--timezone/)
    assert.deepEqual(times(importText(text, { timezone: 'Asia/Kolkata' })), [
      '2025-03-04T10:00+05:30',
      '2025-03-04T10:05+05:30',
    ])
  })

test('times without a zone ask for one, and take that of the site', () => {
  const text = TABLE('', '10:00 | One', '10:05 | Two')
  assert.deepEqual(importText(text).refused, {
    line: 9,
    message: 'the time "10:00" has no zone, and none is named near it',
    fix: 'import it again with --timezone and the zone, such as --timezone UTC or --timezone Europe/Berlin',
  })
  assert.deepEqual(times(importText(text, { timezone: 'Europe/Berlin' })), [
    '2025-03-04T10:00+01:00',
    '2025-03-04T10:05+01:00',
  ])
})

test('a date whose day and month may be the other way round is asked for', () => {
  const text = '# Mail stopped\n\nDate: 03/04/2025\n\n## Timeline\n\n- 10:00 UTC One\n- 10:05 UTC Two\n'
  assert.match(importText(text).refused?.message ?? '', /"03\/04\/2025" may be 2025-03-04 or 2025-04-03/)
  assert.deepEqual(times(importText(`${text}\nSee also 25/03/2025.\n`)), ['2025-04-03T10:00Z', '2025-04-03T10:05Z'])
})

const json = (value: unknown, format?: 'statuspage' | 'csaf') =>
  importDocument(JSON.stringify(value), settings('export.json'), format)

test('JSON of another service is refused with what is expected', () => {
  assert.match(
    json({ monitors: [], stat: 'ok' }).refused?.message ?? '',
    /JSON of another service.*found: monitors, stat/,
  )
  assert.match(json([1, 2]).refused?.message ?? '', /another service/)
  assert.match(json({ document: { title: 'x' } }, 'csaf').refused?.fix ?? '', /incidents\.json/)
  assert.match(json({ page: { name: 'X' }, incidents: [] }).refused?.message ?? '', /no incidents in it/)
})

test('JSON that is none, an empty file and a file that is no text are refused', () => {
  const read = (text: string, name: string) => importDocument(text, settings(name)).refused?.message
  assert.match(read('{"incidents": [', 'export.json') ?? '', /it is no JSON/)
  assert.equal(read(' \n', 'a.md'), 'it is empty')
  assert.match(read('%PDF-1.7\n\u0000\u0001', 'a.md') ?? '', /it is no text: it holds the control character U\+0000/)
})

test('scripts of a page are left out, and that is said', () => {
  const page =
    '<html><body><h1>Mail stopped</h1><p>Date: ' +
    '2025-03-04</p><script>alert("secret")</script><h2>Summary</h2><p onclick="x()">No mail.</p></body></html>'
  const imported = importDocument(page, settings('page.html'))
  const { fields, body } = only(imported)
  assert.doesNotMatch(JSON.stringify(fields) + body, /alert|onclick/)
  assert.deepEqual(imported.notes[0], { message: '1 script of the page is left out' })
})

test('a page that nests without end is refused', () => {
  const page = `<html><body>${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}</body></html>`
  assert.match(importDocument(page, settings('page.html')).refused?.message ?? '', /nest inside one another/)
})

test('a page with more rows than any record holds is refused in words', () => {
  const rows = '<tr><td>2026-03-01 10:00 UTC</td><td>A node stopped</td></tr>'.repeat(30_000)
  const { refused } = importDocument(`<h1>Log</h1><table>${rows}</table>`, settings('page.html'))
  assert.match(refused?.message ?? '', /up to 50,000 elements, and this one has more/)
  assert.match(refused?.fix ?? '', /split the document/)
})

test('a document that no record could hold is refused with its size', () => {
  const text = `${HEAD}${'A line of a log.\n\n'.repeat(12_000)}`
  assert.match(importText(text).refused?.message ?? '', /at most 200,000 characters, found 21\d,\d{3}/)
})

test('the newest entry may stand first', () => {
  const text = `${HEAD}## Timeline\n\n- 12:00 UTC Three\n- 11:00 UTC Two\n- 10:00 UTC One\n`
  assert.deepEqual(times(importText(text)), ['2025-03-04T10:00Z', '2025-03-04T11:00Z', '2025-03-04T12:00Z'])
})

test('the name of a file tells which number of its dates is the day', () => {
  const text = '# Mail stopped\n\nDate: 7/5/2023\n\n## Timeline\n\n- 10:00 UTC One\n- 10:05 UTC Two\n'
  assert.deepEqual(times(importText(text, { name: '2023-07-05-mail.md' })), ['2023-07-05T10:00Z', '2023-07-05T10:05Z'])
})

test('a day above entries, and a column of days whose head has the year, are those of the entries', () => {
  const lines = `${HEAD}## Timeline (UTC)\n\n10:00 One\n\n_2025-03-06_\n\n09:00 Two\n`
  assert.deepEqual(times(importText(lines)), ['2025-03-04T10:00Z', '2025-03-06T09:00Z'])
  const table =
    '| Day | Date (2022) | Time (UTC) | Event |\n|---|---|---|---|\n| Fri | ' +
    'Jan 28 | 02:34 | One |\n| Tue | Feb 01 | 01:12 | Two |\n'
  const imported = importText(`# Card used\n\n## Timeline\n\n${table}`)
  assert.deepEqual(times(imported), ['2022-01-28T02:34Z', '2022-02-01T01:12Z'])
  assert.equal(only(imported).body, '')
})

test('a window in the head of a document is its beginning and its end', () => {
  const imported = importText(
    '# Mail stopped\n\n**Window**: 2025-11-29T04:12Z → 2025-11-29T04:55Z\n\n## Summary\n\nNo mail.\n',
  )
  assert.deepEqual(
    only(imported).fields.milestones?.map(({ name }) => name),
    ['began', 'recovered'],
  )
  assert.deepEqual(times(imported), ['2025-11-29T04:12Z', '2025-11-29T04:55Z'])
})
