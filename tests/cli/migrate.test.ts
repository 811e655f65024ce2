import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { cli, contentFolder, found } from '../content-folder.ts'

const OLD = resolve(import.meta.dirname, '../fixtures/first-starter/content')
const RECORD = 'incidents/2026-02-03-old-words.mdx'

const CHANGES = `site.yaml:6 trustedMdx: no longer there, taken out
${RECORD}:9 milestones[0].name: publicWord is communicated now
${RECORD}:17 timeline[1].kind: publicWord is communication now
${RECORD}:18 timeline[2].kind: containment is mitigation now
${RECORD}:20 actions[0].status: planned is open now
`

test('a dry run says what would be changed, and writes nothing', async (t) => {
  const folder = contentFolder(t, {}, OLD)
  const { exitCode, stdout } = await cli(folder, ['migrate', '--dry-run'])
  assert.deepEqual([exitCode, stdout], [0, `${CHANGES}5 changes; nothing was written.\n`])
  for (const file of ['site.yaml', RECORD])
    assert.equal(readFileSync(join(folder, 'content', file), 'utf8'), readFileSync(join(OLD, file), 'utf8'))
})

test('old words give way to those of today, and comments, quotes and layout of all else stay', async (t) => {
  const folder = contentFolder(t, {}, OLD)
  const { exitCode, stdout } = await cli(folder, ['migrate'])
  assert.deepEqual([exitCode, stdout], [0, `${CHANGES}5 changes made.\n`])
  const old = readFileSync(join(OLD, RECORD), 'utf8')
  const expected = old
    .replace('name: publicWord', 'name: communicated')
    .replace('kind:   "publicWord"', 'kind:   communication')
    .replace('kind: containment', 'kind: mitigation')
    .replace('status: planned', 'status: open')
  assert.equal(readFileSync(join(folder, 'content', RECORD), 'utf8'), expected)
  assert.equal(
    readFileSync(join(folder, 'content/site.yaml'), 'utf8'),
    readFileSync(join(OLD, 'site.yaml'), 'utf8').replace('trustedMdx: false\n', ''),
  )
  assert.deepEqual(
    (await found(folder)).findings.filter(({ level }) => level === 'error'),
    [],
  )
  assert.deepEqual(await cli(folder, ['migrate']), { exitCode: 0, stdout: 'Nothing to change.\n', stderr: '' })
})

test('a record that was released gets a revision that names the parts which read otherwise', async (t) => {
  const folder = contentFolder(t, {}, OLD)
  const path = (file: string) => join(folder, 'content', file)
  await cli(folder, ['migrate'])
  assert.equal((await cli(folder, ['release'])).exitCode, 0)
  // As an earlier version released it: the part read otherwise.
  const ledger = JSON.parse(readFileSync(path('ledger.json'), 'utf8')) as {
    records: Record<string, { parts: Record<string, string> }>
  }
  const parts = ledger.records['2026-02-03-old-words']?.parts ?? assert.fail('not released')
  const [milestone = ''] = Object.keys(parts).filter((id) => id.startsWith('m-'))
  parts[milestone] = '0'.repeat(parts[milestone]?.length ?? 0)
  writeFileSync(path('ledger.json'), `${JSON.stringify(ledger, null, 2)}\n`)
  writeFileSync(path(RECORD), readFileSync(join(OLD, RECORD)))
  const { stdout } = await cli(folder, ['migrate'])
  assert.ok(stdout.includes(`${RECORD} revision 2 written: ${milestone}\n`), stdout)
  assert.deepEqual(
    (await found(folder)).findings.filter(({ level }) => level === 'error'),
    [],
  )
})

test('what only a person can decide stays as it is and is said', async (t) => {
  const file = 'topics/one-clock.yaml'
  const folder = contentFolder(t, { [file]: 'question: One clock?\nlable: One clock\ndescription: Clocks.\n' }, OLD)
  const before = readFileSync(join(folder, 'content', file), 'utf8')
  const { exitCode, stdout } = await cli(folder, ['migrate'])
  assert.equal(exitCode, 1)
  assert.match(stdout, /\n\d errors? left; "aftermath check" prints what to do\.\n$/)
  assert.equal(readFileSync(join(folder, 'content', file), 'utf8'), before)
})
