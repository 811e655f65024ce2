import assert from 'node:assert/strict'
import test from 'node:test'
import { cli, contentFolder, found } from '../content-folder.ts'

const file = 'organizations/delta.yaml'
const dated = (date: string) =>
  `name: Delta\nkind: vendor\nhistory:\n  - { revision: 1, date: ` +
  `"${date}", type: addition, summary: First recorded. }\n`

test('a revision dated after today is a warning at its date; the check does not fail', async (t) => {
  const { exitCode, stdout } = await cli(contentFolder(t, { [file]: dated('2026-06-02') }), [
    'check',
    '--format',
    'json',
  ])
  assert.equal(exitCode, 0)
  assert.deepEqual(
    (JSON.parse(stdout) as { rule: string; level: string; line: number; column: number; message: string }[]).map(
      ({ rule, level, line, column, message }) => ({
        rule,
        level,
        line,
        column,
        message,
      }),
    ),
    [
      {
        rule: 'future-revision',
        level: 'warn',
        line: 4,
        column: 20,
        message: 'expected a day no later than today (2026-06-01), found 2026-06-02; feeds date it today until then',
      },
    ],
  )
})

test('a revision of today is none, with a time or without', async (t) => {
  for (const date of ['2026-06-01', '2026-06-01T17:20Z'])
    assert.equal(
      (await cli(contentFolder(t, { [file]: dated(date) }), ['check', '--format', 'json'])).stdout.trim(),
      '[]',
    )
})

test('planned work that lies ahead is none', async (t) => {
  const planned = '---\ntitle: Database upgrade\nkind: maintenance\nstate: scheduled\n---\n\nWe upgrade it.\n'
  const files = { 'site.yaml': 'title: Own\ndescription: Own.\naccount: own\nurl: https://own.example\n' }
  const folder = contentFolder(t, { ...files, 'incidents/2027-01-10-upgrade.md': planned }, null)
  const { findings } = await found(folder)
  assert.deepEqual(
    findings.filter(({ rule }) => rule === 'future-revision'),
    [],
  )
})
