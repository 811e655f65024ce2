import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test, { type TestContext } from 'node:test'
import { cli, contentFolder, found } from '../content-folder.ts'

const DOCUMENTS = resolve(import.meta.dirname, '../fixtures/import')
const BIN = resolve(import.meta.dirname, '../../src/cli/bin.mjs')
const SITE =
  'title: Our incidents\ndescription: What broke.\npublisher: Example Works\nurl: https://incidents.example\n'
const TEMPLATE = readFileSync(join(DOCUMENTS, 'site-reliability-template.md'), 'utf8')
const RECORD = 'content/incidents/2025-03-04-checkout-returned-errors-66-minutes.md'

/** A folder with an empty content folder of one’s own, and documents beside it. */
function folderWith(t: TestContext, documents: Readonly<Record<string, string | Uint8Array>>, site = SITE): string {
  const folder = contentFolder(t, { 'site.yaml': site }, null)
  mkdirSync(join(folder, 'documents'))
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, 'documents', name), text)
  return folder
}

test('import writes a record that checks clean, and prints its path', async (t) => {
  const folder = folderWith(t, { 'a.md': TEMPLATE })
  const { exitCode, stdout, stderr } = await cli(folder, ['import', 'documents/a.md'])
  assert.deepEqual({ exitCode, stdout }, { exitCode: 0, stdout: `${RECORD}\n` })
  assert.match(stderr, /^documents\/a\.md:70: an HTML comment stays in the body; pages do not show it\n {4}Fix: /)
  const { findings } = await found(folder)
  assert.deepEqual(
    findings.filter(({ level }) => level === 'error' || level === 'warn'),
    [],
  )
})

test('every document of a folder is imported, and what it wrote checks clean', async (t) => {
  const folder = folderWith(t, {}, `${SITE}timezone: America/New_York\n`)
  for (const name of readdirSync(DOCUMENTS).filter((one) => /\.(?:md|html|json)$/.test(one)))
    copyFileSync(join(DOCUMENTS, name), join(folder, 'documents', name))
  const { exitCode, stdout, stderr } = await cli(folder, ['import', 'documents'])
  assert.equal(exitCode, 0, stderr)
  const paths = stdout.trimEnd().split('\n')
  assert.ok(paths.length >= 24 && paths.every((path) => existsSync(join(folder, path))))
  const { exitCode: checked, findings } = await found(folder)
  assert.deepEqual(
    { checked, findings: findings.filter(({ level }) => level === 'error' || level === 'warn') },
    { checked: 0, findings: [] },
  )
})

test('the same document gives the same record, and nothing is ever overwritten', async (t) => {
  const folder = folderWith(t, { 'a.md': TEMPLATE })
  await cli(folder, ['import', 'documents/a.md'])
  const before = readFileSync(join(folder, RECORD), 'utf8')
  const dry = await cli(folder, ['import', 'documents/a.md', '--dry-run', '--content', 'other'])
  assert.equal(dry.stdout, before)
  writeFileSync(join(folder, RECORD), before.replace('title: Checkout', 'title: Our checkout'))
  const again = await cli(folder, ['import', 'documents/a.md'])
  assert.deepEqual([again.exitCode, again.stdout], [1, ''])
  assert.match(
    again.stderr,
    /documents\/a\.md: incidents\/2025-03-04-\S+\.md exists; nothing is overwritten\n {4}Fix: /,
  )
  assert.match(readFileSync(join(folder, RECORD), 'utf8'), /title: Our checkout/)
})

test('a dry run prints the record and writes nothing', async (t) => {
  const folder = folderWith(t, { 'a.md': TEMPLATE })
  const { exitCode, stdout } = await cli(folder, ['import', '--dry-run', 'documents/a.md'])
  assert.equal(exitCode, 0)
  assert.match(stdout, /^---\ntitle: Checkout returned errors for 66 minutes\n/)
  assert.ok(!existsSync(join(folder, 'content/incidents')))
})

test('one document that cannot be imported does not stop the others', async (t) => {
  const folder = folderWith(t, {
    'a-binary.md': new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00, 0x80]),
    'b-service.json': '{"monitors": []}',
    'c-zone.md': '# Mail\n\nDate: 2025-03-04\n\n## Timeline (IST)\n\n- 10:00 One\n- 10:05 Two\n',
    'd-good.md': TEMPLATE,
    'e-large.md': 'x'.repeat(2_100_000),
    'f-empty.md': '',
    'notes.rtf': 'of another kind',
  })
  symlinkSync('d-good.md', join(folder, 'documents/g-link.md'))
  execFileSync('mkfifo', [join(folder, 'documents/h-pipe.md')])
  const { exitCode, stdout, stderr } = await cli(folder, ['import', 'documents'])
  assert.deepEqual({ exitCode, stdout }, { exitCode: 1, stdout: `${RECORD}\n` })
  for (const said of [
    /documents\/a-binary\.md:1: it is no text in UTF-8/,
    /documents\/b-service\.json: it is JSON of another service/,
    /documents\/c-zone\.md:7: the zone "IST" may be Asia\/Kolkata/,
    /documents\/e-large\.md: expected at most 2 MB, found 3 MB/,
    /documents\/f-empty\.md: it is empty/,
    /documents\/g-link\.md: expected a file, found a link/,
    /documents\/h-pipe\.md: expected a document at documents\/h-pipe\.md, found a pipe/,
    /1 file of other kinds passed over\./,
    /Imported 1 record of 8 documents\./,
  ])
    assert.match(stderr, said)
})

test('a zone on the command line answers for an abbreviation that several share', async (t) => {
  const folder = folderWith(t, {
    'a.md': '# Mail\n\nDate: 2025-03-04\n\n## Timeline (IST)\n\n- 10:00 One\n- 10:05 Two\n',
  })
  const { exitCode, stdout, stderr } = await cli(folder, ['import', 'documents/a.md', '--timezone', 'Asia/Kolkata'])
  assert.equal(exitCode, 0, stderr)
  assert.match(readFileSync(join(folder, stdout.trim()), 'utf8'), /at: "2025-03-04T10:00\+05:30"/)
})

test('a zone that is none, a file that is not there and no file are wrong usage or said', async (t) => {
  const folder = folderWith(t, {})
  assert.match(
    (await cli(folder, ['import', 'x.md', '--timezone', 'Mars'])).stderr,
    /expected a time zone after --timezone/,
  )
  assert.match((await cli(folder, ['import', 'x.md', '--timezone', 'IST'])).stderr, /Asia\/Kolkata or Europe\/Dublin/)
  assert.equal((await cli(folder, ['import'])).exitCode, 2)
  const missing = await cli(folder, ['import', 'x.md'])
  assert.equal(missing.exitCode, 1)
  assert.match(missing.stderr, /x\.md: expected a document at x\.md, found nothing/)
  const empty = await cli(folder, ['import', 'documents'])
  assert.deepEqual([empty.exitCode, empty.stdout], [1, ''])
  assert.match(empty.stderr, /no document to import/)
})

test('pictures beside a document go with it, and others are named', async (t) => {
  const text =
    '# Mail stopped\n\nDate: 2025-03-04\n\n## Summary\n\nNo mail.\n\n## ' +
    'Graphs\n\n![Queue](graphs/queue.png) and ![Gone](gone.png), see [notes](../notes.md)\n'
  const folder = folderWith(t, { 'a.md': text })
  mkdirSync(join(folder, 'documents/graphs'))
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  writeFileSync(join(folder, 'documents/graphs/queue.png'), png)
  const { exitCode, stdout, stderr } = await cli(folder, ['import', 'documents/a.md'])
  assert.equal(exitCode, 0, stderr)
  assert.equal(stdout, 'content/incidents/2025-03-04-mail-stopped/index.md\n')
  assert.deepEqual(readFileSync(join(folder, 'content/incidents/2025-03-04-mail-stopped/graphs/queue.png')), png)
  assert.match(
    readFileSync(join(folder, stdout.trim()), 'utf8'),
    /Gone \(`gone\.png`\), see notes \(`\.\.\/notes\.md`\)/,
  )
  assert.match(stderr, /links to files that are not here are written as text: \.\.\/notes\.md/)
})

test('the status page of a vendor brings its source and organization, once', async (t) => {
  const folder = folderWith(t, {}, SITE.replace('Example Works', 'Another Company'))
  for (const name of ['status-page.json', 'maintenances.json'])
    copyFileSync(join(DOCUMENTS, name), join(folder, 'documents', name))
  const { exitCode, stdout, stderr } = await cli(folder, ['import', 'documents'])
  assert.equal(exitCode, 0, stderr)
  assert.equal(stdout.match(/organizations\/example-works\.yaml/g)?.length, 1)
  assert.equal((await found(folder)).exitCode, 0)
})

test('the real command imports, and a second run says what is there', (t) => {
  const folder = folderWith(t, { 'a.md': TEMPLATE })
  const run = () => spawnSync(process.execPath, [BIN, 'import', 'documents/a.md'], { cwd: folder, encoding: 'utf8' })
  const first = run()
  assert.deepEqual([first.status, first.stdout], [0, `${RECORD}\n`], first.stderr)
  const second = run()
  assert.deepEqual([second.status, second.stdout], [1, ''])
  assert.match(second.stderr, /exists; nothing is overwritten/)
})
