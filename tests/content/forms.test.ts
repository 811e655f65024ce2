import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { readContent } from '#content/read.ts'
import { png } from './image/pictures.ts'
import { contentFolder, found, SMALL } from '../content-folder.ts'

const EVERYTHING = { level: 'RED', now: Number.POSITIVE_INFINITY, drafts: true } as const
const INCIDENT = 'incidents/2026-01-05-router-outage.mdx'
const SUMMIT = 'summits/2026-02-10-router-review.mdx'
const incident = readFileSync(join(SMALL, INCIDENT), 'utf8')
const read = (t: TestContext, files: Readonly<Record<string, string | Uint8Array>>) =>
  readContent(join(contentFolder(t, files), 'content'), EVERYTHING)
const plain = ({ entries }: ReturnType<typeof readContent>) =>
  entries.map(({ id, kind, data, body }) => ({ id, kind, data, body }))
const original = plain(readContent(SMALL, EVERYTHING))

const FORMS: Readonly<Record<string, string>> = {
  'line ends of Windows': incident.replaceAll('\n', '\r\n'),
  'line ends of old Macs': incident.replaceAll('\n', '\r'),
  'a byte-order mark': `\ufeff${incident}`,
  'a byte-order mark and line ends of Windows': `\ufeff${incident.replaceAll('\n', '\r\n')}`,
}

for (const [form, text] of Object.entries(FORMS))
  test(`a file with ${form} reads as without`, (t) => {
    const content = read(t, { [INCIDENT]: text })
    assert.deepEqual(content.findings, [])
    assert.deepEqual(plain(content), original)
  })

test('lines are counted alike whatever ends them', async (t) => {
  const wrong = incident.replace('kind: fault', 'kind: fualt')
  const place = async (text: string) =>
    (await found(contentFolder(t, { [INCIDENT]: text }))).findings.map(({ line, column, rule }) => ({
      line,
      column,
      rule,
    }))
  const expected = [{ line: 4, column: 1, rule: 'field-value' }]
  assert.deepEqual(
    [await place(wrong), await place(wrong.replaceAll('\n', '\r\n')), await place(`\ufeff${wrong}`)],
    [expected, expected, expected],
  )
})

test('a record may be a folder with its pictures beside it', (t) => {
  const folder = contentFolder(t, {
    'controls/open-reports/index.mdx':
      '---\ntitle: Open reports\nsummary: Public.\nhistory: [{ revision: 1, date: "2026-03-01", ' +
      'type: addition, summary: First recorded. }]\n---\n\n![Three stages](stages.png)\n',
    'controls/open-reports/stages.png': png(30, 20),
  })
  const { entries, findings } = readContent(join(folder, 'content'), EVERYTHING)
  assert.deepEqual(findings, [])
  const record = entries.find(({ id }) => id === 'open-reports')
  assert.deepEqual(
    [record?.kind, record?.file, record?.assets],
    ['controls', 'controls/open-reports/index.mdx', ['controls/open-reports/stages.png']],
  )
})

test('a picture that is not there is reported where the body shows it', async (t) => {
  const { findings } = await found(
    contentFolder(t, {
      'controls/staged-rollout.mdx':
        readFileSync(join(SMALL, 'controls/staged-rollout.mdx'), 'utf8') + '\n![Three stages](stages.png)\n',
    }),
  )
  assert.deepEqual(
    findings.map(({ rule, line, message }) => ({ rule, line, message })),
    [
      {
        rule: 'body-image',
        line: 11,
        message: 'expected the picture controls/stages.png in the content folder, found none',
      },
    ],
  )
})

test('a line of minutes in the text of a meeting is reported with its place in the file', async (t) => {
  const summit = readFileSync(join(SMALL, SUMMIT), 'utf8')
  const { findings } = await found(contentFolder(t, { [SUMMIT]: `${summit}\nACTION [p-a]: Acme asks.\n` }))
  assert.deepEqual(
    findings.map(({ rule, level, file, line, column }) => ({ rule, level, file, line, column })),
    [{ rule: 'body-minute', level: 'error', file: SUMMIT, line: summit.split('\n').length + 1, column: 1 }],
  )
})

test('a line of minutes in the text of anything but a meeting is plain text', async (t) => {
  assert.deepEqual(await found(contentFolder(t, { [INCIDENT]: `${incident}\nACTION: Acme asks.\n` })), {
    exitCode: 0,
    findings: [],
  })
})

test('editor files and hidden folders are not content', async (t) => {
  assert.deepEqual(await found(contentFolder(t, { '.git/config': 'x', 'topics/.staged-updates.yaml.swp': 'x' })), {
    exitCode: 0,
    findings: [],
  })
})
