import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { readBoth } from '#extras/audit/audit-site.ts'
import { checkContent } from '#check/check-content.ts'
import type { LedgerFile } from '#schema/release.ts'
import { readSettings } from '#content/settings.ts'
import { cli, contentFolder, found } from '../content-folder.ts'

const COMMITMENT = 'commitments/acme-staged-updates.yaml'
const OPEN = 'content/ledger.json'
const RESTRICTED = 'content/ledger.restricted.json'
const SECRET = {
  'topics/secret-plan.yaml':
    'question: Is there a plan?\ndescription: Whether.\ntlp: AMBER\nhistory: [{ revision: ' +
    '1, date: "2026-03-01", type: addition, summary: First recorded. }]\n',
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const ledger = (folder: string, file = OPEN) => JSON.parse(read(folder, file)) as LedgerFile
const edit = (folder: string, file: string, from: string | RegExp, to: string) => {
  const path = join(folder, 'content', file)
  const text = readFileSync(path, 'utf8')
  assert.notEqual(text.replace(from, to), text)
  writeFileSync(path, text.replace(from, to))
}
const release = (folder: string) => cli(folder, ['release'])

test('a release writes every record with its revision and a digest of each part, and says so', async (t) => {
  const folder = contentFolder(t)
  const { exitCode, stdout } = await release(folder)
  assert.equal(exitCode, 0)
  assert.match(stdout, /^Added acme-staged-updates, revision 1, 2 parts$/m)
  assert.match(stdout, /^Wrote ledger\.json and ledger\.words\.json: 15 public records\.$/m)
  const { records } = ledger(folder)
  assert.equal(records['acme-staged-updates']?.revision, 1)
  assert.deepEqual(Object.keys(records['acme-staged-updates']?.parts ?? {}), ['l-began', 'l-seen'])
  assert.match(records['acme-staged-updates']?.parts['l-began'] ?? '', /^[0-9a-f]{16}$/)
  assert.ok(!existsSync(join(folder, RESTRICTED)), 'nothing restricted needs no file that says so')
})

test('run again it changes nothing and says so', async (t) => {
  const folder = contentFolder(t)
  await release(folder)
  const first = read(folder, OPEN)
  assert.deepEqual(await release(folder), { exitCode: 0, stdout: 'Nothing new since the last release.\n', stderr: '' })
  assert.equal(read(folder, OPEN), first)
  assert.deepEqual(await found(folder), { exitCode: 0, findings: [] })
})

test('a changed part is refused until a revision lists it; then the release takes its digest down', async (t) => {
  const folder = contentFolder(t)
  await release(folder)
  edit(folder, COMMITMENT, 'a first stage existed', 'two stages existed')
  const before = read(folder, OPEN)
  const refused = await release(folder)
  assert.equal(refused.exitCode, 1)
  assert.match(refused.stdout, /published-part[\s\S]+expected l-began as it was published in revision 1/)
  assert.match(refused.stderr, /Nothing was released/)
  assert.equal(read(folder, OPEN), before)

  edit(
    folder,
    COMMITMENT,
    /history:\n(.+)\n/,
    'revision: 2\nhistory:\n$1\n  - { revision: 2, date: "2026-03-04", type: ' +
      'correction, summary: "What Acme said was put right.", changed: [l-began] }\n',
  )
  assert.deepEqual(await found(folder), { exitCode: 0, findings: [] })
  const { stdout } = await release(folder)
  assert.equal(
    stdout,
    'acme-staged-updates: revision 1 to 2: l-began\nWrote ledger.json and ledger.words.json: 15 public records.\n',
  )
  edit(folder, COMMITMENT, 'two stages existed', 'three stages existed')
  assert.deepEqual(
    (await found(folder)).findings.map(({ rule, line }) => [rule, line]),
    [['published-part', 12]],
  )
})

test('restricted records and parts are in a file of their own, and output does not name them', async (t) => {
  const folder = contentFolder(t, SECRET)
  edit(folder, 'incidents/2026-01-05-router-outage.mdx', '{ id: f-filter, ', '{ id: f-filter, tlp: RED, ')
  const { stdout } = await release(folder)
  assert.match(stdout, /^Restricted: 2 records\.$/m)
  assert.doesNotMatch(stdout + read(folder, OPEN), /secret-plan|f-filter/)
  assert.deepEqual(Object.keys(ledger(folder, RESTRICTED).records), ['2026-01-05-router-outage', 'secret-plan'])
  assert.deepEqual(Object.keys(ledger(folder, RESTRICTED).records['2026-01-05-router-outage']?.parts ?? {}), [
    'f-filter',
  ])
})

test('a restricted point of a meeting is not in the open ledger', async (t) => {
  const folder = contentFolder(t)
  edit(
    folder,
    'summits/2026-02-10-router-review.mdx',
    'points:\n',
    'points:\n  - { id: p-quiet, kind: decision, force: decided, tlp: AMBER, text: ' +
      'Nobody hears of it., assertedBy: acme, sources: [acme-report] }\n',
  )
  assert.equal((await release(folder)).exitCode, 0)
  assert.doesNotMatch(read(folder, OPEN), /p-quiet/)
})

test('a draft is not published, and an id once published stays in the ledger', async (t) => {
  const folder = contentFolder(t, {
    'topics/sketch.yaml': `recordStatus: draft\n${SECRET['topics/secret-plan.yaml'].replace('tlp: AMBER\n', '')}`,
  })
  await release(folder)
  assert.ok(!('sketch' in ledger(folder).records))
  edit(folder, 'topics/sketch.yaml', 'recordStatus: draft\n', '')
  await release(folder)
  assert.ok('sketch' in ledger(folder).records)
  edit(folder, 'topics/sketch.yaml', /^/, 'recordStatus: withdrawn\nstatusReason: It was no question.\n')
  assert.equal((await release(folder)).exitCode, 0)
  assert.ok('sketch' in ledger(folder).records)
})

const readings = (folder: string, audience: string) => {
  const settings = readSettings({ content: 'content', audience }, {}, folder, Date.UTC(2026, 5, 1))
  return checkContent(settings, false, undefined, readBoth(settings).toCheck).findings.map(
    ({ rule, file }) => `${file}: ${rule}`,
  )
}

test('a CLEAR build never reads the restricted ledger; a build for more does', (t) => {
  const folder = contentFolder(t, { 'ledger.restricted.json': 'not a ledger' })
  assert.deepEqual(readings(folder, 'CLEAR'), [])
  assert.deepEqual(readings(folder, 'AMBER'), ['ledger.restricted.json: ledger-file'])
})

test('a ledger that was edited by hand is reported at its line, and nothing is written over it', async (t) => {
  const broken = '{\n  "schemaVersion": "1.0",\n  "records": {\n    "acme": { "revision": 0, "parts": {} }\n  }\n}\n'
  const folder = contentFolder(t, { 'ledger.json': broken })
  assert.deepEqual(
    (await found(folder)).findings.map(({ rule, line, column }) => [rule, line, column]),
    [['ledger-file', 4, 5]],
  )
  assert.equal((await release(folder)).exitCode, 1)
  assert.equal(read(folder, OPEN), broken)
})

test('without a content folder there is nothing to release', async (t) => {
  const { exitCode, stdout } = await cli(contentFolder(t, {}, null), ['release'])
  assert.equal(exitCode, 1)
  assert.match(stdout, /content-folder/)
})

test('a ledger of the old form raises no findings, and the next release takes the fields down', async (t) => {
  const folder = contentFolder(t)
  await release(folder)
  const whole = read(folder, OPEN)
  const old = JSON.parse(whole) as { records: Record<string, Record<string, unknown>> }
  for (const record of Object.values(old.records)) delete record['fields']
  writeFileSync(join(folder, OPEN), JSON.stringify(old, null, 2))
  edit(folder, COMMITMENT, 'due: "2026-06-30"', 'due: "2036-06-30"')
  assert.deepEqual(await found(folder), { exitCode: 0, findings: [] })
  edit(folder, COMMITMENT, 'due: "2036-06-30"', 'due: "2026-06-30"')
  assert.equal(
    (await release(folder)).stdout,
    'Took down the fields of 15 records, which the last release did not.\nWrote ledger.json: 15 public records.\n',
  )
  assert.equal(read(folder, OPEN), whole)
})

test('a due date that was moved is refused until it is revised; then the release takes it down', async (t) => {
  const folder = contentFolder(t)
  await release(folder)
  edit(folder, COMMITMENT, 'due: "2026-06-30"', 'due: "2036-06-30"')
  const refused = await release(folder)
  assert.equal(refused.exitCode, 1)
  assert.match(
    refused.stdout,
    /expected due as it was published in revision 1[\s\S]+aftermath revise\s+acme-staged-updates/,
  )
  assert.equal(
    (await cli(folder, ['revise', 'acme-staged-updates', 'The due date was put right.'])).stdout,
    'acme-staged-updates, revision 2 (correction): 0 parts changed, 0 new; due changed\n',
  )
  const { stdout } = await release(folder)
  assert.equal(stdout, 'acme-staged-updates: revision 1 to 2: due\nWrote ledger.json: 15 public records.\n')
})
