import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import test from 'node:test'
import { parse } from 'csv-parse/sync'
import { kinds } from '#schema/kinds.ts'
import { isKind } from '#schema/kind-names.ts'
import { cli, contentFolder, SMALL } from '../content-folder.ts'

interface Exported {
  readonly records: readonly {
    readonly recordKind: string
    readonly id: string
    readonly data: Record<string, unknown>
    readonly body?: string
  }[]
}

const exported = async (cwd: string, ...args: string[]) => {
  const { exitCode, stdout, stderr } = await cli(cwd, ['export', ...args])
  assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: '' })
  return stdout
}

test('JSON holds every record as it can be read back by the schema', async (t) => {
  const { records } = JSON.parse(await exported(contentFolder(t), 'json')) as Exported
  assert.equal(records.length, 15)
  for (const { recordKind, data } of records)
    assert.deepEqual(isKind(recordKind) && kinds[recordKind].schema.parse(data), data)
  const body = records.find(({ id }) => id === '2026-01-05-router-outage')?.body ?? ''
  assert.ok(readFileSync(`${SMALL}/incidents/2026-01-05-router-outage.mdx`, 'utf8').endsWith(body))
})

test('JSON Lines holds the same records, one a line', async (t) => {
  const folder = contentFolder(t)
  const { records } = JSON.parse(await exported(folder, 'json')) as Exported
  const lines = (await exported(folder, 'jsonl')).split('\n')
  assert.equal(lines.pop(), '')
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    records,
  )
})

test('CSV is read back by another library, with a column for every field', async (t) => {
  const folder = contentFolder(t, {
    'organizations/odd.yaml':
      'name: "=Odd, \\"Inc.\\""\nkind: vendor\nformerNames: [Uneven, Uneven & Sons]\nhistory: [{ ' +
      'revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n',
  })
  const rows: Record<string, string>[] = parse(await exported(folder, 'csv', '--kind', 'organizations'), {
    columns: true,
  })
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['acme', 'beacon', 'harbor', 'odd'],
  )
  // The apostrophe keeps a spreadsheet from running it.
  assert.deepEqual(
    [rows[3]?.['name'], rows[3]?.['formerNames'], rows[3]?.['added']],
    [`'=Odd, "Inc."`, 'Uneven; Uneven & Sons', '2026-03-01'],
  )
})

test('chosen records are exported alone, each once, in their order', async (t) => {
  const { records } = JSON.parse(
    await exported(contentFolder(t), 'json', 'beacon', '2026-01-05-router-outage', 'beacon'),
  ) as Exported
  assert.deepEqual(
    records.map(({ id }) => id),
    ['2026-01-05-router-outage', 'beacon'],
  )
})

test('what readers may not see is not exported unless asked for', async (t) => {
  const folder = contentFolder(t, {
    'organizations/kestrel.yaml':
      'name: Kestrel\nkind: vendor\ntlp: RED\nhistory: [{ revision: 1, date: ' +
      '"2026-03-01", type: addition, summary: First recorded. }]\n',
  })
  for (const format of ['json', 'jsonl', 'csv']) {
    assert.doesNotMatch(await exported(folder, format), /kestrel/i)
    assert.match(await exported(folder, format, '--audience', 'RED'), /kestrel/i)
  }
})

test('csaf prints the document of one incident, by its id', async (t) => {
  const { document } = JSON.parse(
    await exported(contentFolder(t), 'csaf', '2026-01-05-router-outage', '--audience', 'AMBER'),
  ) as {
    document: { tracking: { id: string }; distribution: unknown }
  }
  assert.deepEqual(
    [document.tracking.id, document.distribution],
    [
      '2026-01-05-router-outage',
      {
        text: 'TLP:AMBER. May be shared within the organization and with its clients, as needed.',
        tlp: { label: 'AMBER', url: 'https://www.first.org/tlp/' },
      },
    ],
  )
})

for (const [format, pattern] of [
  ['timeline-md', /^\| When \| Kind .+\n(?:.*\n)+\| 5 January 2026, 09:10 UTC \|.*#e-withdrawn>\)/],
  ['timeline-csv', /^\uFEFF?"?id"?,.+\r\n(?:.*\r\n)*"?e-withdrawn"?,/],
  ['timeline-ics', /^BEGIN:VCALENDAR\r\n(?:.*\r\n)+UID:e-withdrawn/],
] as const)
  test(`${format} prints the timeline of one incident`, async (t) =>
    assert.match(await exported(contentFolder(t), format, '2026-01-05-router-outage'), pattern))

test('csaf without an address of the site is wrong usage, and says what to type', async (t) => {
  const { exitCode, stdout, stderr } = await cli(
    contentFolder(t, { 'site.yaml': 'title: Small\ndescription: Small.\n' }),
    ['export', 'csaf', '2026-01-05-router-outage'],
  )
  assert.deepEqual([exitCode, stdout], [2, ''])
  assert.match(
    stderr,
    /names its publisher by the address of the site, which is not known\. Write it as url: in site\.yaml, or type --site https:/,
  )
})

test('csaf of what was withdrawn in its first revision is wrong usage', async (t) => {
  const incident = readFileSync(`${SMALL}/incidents/2026-01-05-router-outage.mdx`, 'utf8').replace(
    'severity: major',
    'severity: major\nrecordStatus: withdrawn\nstatusReason: Wrong.',
  )
  const { exitCode, stderr } = await cli(contentFolder(t, { 'incidents/2026-01-05-router-outage.mdx': incident }), [
    'export',
    'csaf',
    '2026-01-05-router-outage',
  ])
  assert.equal(exitCode, 2)
  assert.match(stderr, /was withdrawn in its first revision, and so has no CSAF document/)
})

for (const [args, says] of [
  [
    ['xml'],
    /expected one of json, jsonl, csv, csaf, timeline-md, timeline-csv, timeline-ics after "export", found "xml"/,
  ],
  [
    ['json', 'acmee'],
    /no record has the id "acmee"\. Did you mean "acme"\? "aftermath export csv" lists records with their ids\./,
  ],
  [
    ['csaf'],
    /a CSAF document is of one incident, and no id was given\. Type "aftermath export csaf ID" with the id of one/,
  ],
  [['csaf', 'beacon', '2026-01-05-router-outage'], /a CSAF document is of one incident, and 2 ids were given\. Type/],
  [['csaf', 'beacon'], /a CSAF document is of one incident, and "beacon" is none\. Type/],
  [['csv', '--kind', 'incidnets'], /expected a record kind \(.+\), found "incidnets"\. Did you mean "incidents"\?/],
] as const)
  test(`export ${args.join(' ')} is wrong usage`, async (t) => {
    const { exitCode, stdout, stderr } = await cli(contentFolder(t), ['export', ...args])
    assert.deepEqual([exitCode, stdout], [2, ''])
    assert.match(stderr, says)
  })

test('content with errors is not exported', async (t) => {
  const { exitCode, stdout, stderr } = await cli(contentFolder(t, { 'topics/broken.yaml': 'question: [\n' }), [
    'export',
    'json',
  ])
  assert.deepEqual([exitCode, stdout], [1, ''])
  assert.match(stderr, /nothing was exported, because the content has 1 error\. "aftermath check" prints them/)
})

test('a full disk is said in words, with exit code 1', () => {
  const bin = resolve(import.meta.dirname, '../../src/cli/bin.mjs')
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${bin}" export json --content "${SMALL}" > /dev/full`],
    { encoding: 'utf8' },
  )
  assert.deepEqual(
    { status, stderr },
    {
      status: 1,
      stderr: 'aftermath: the output could not be written: the disk is full; free some space and run it again\n',
    },
  )
})
