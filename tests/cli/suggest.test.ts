import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { run } from '#cli/run.ts'
import type { Suggestion } from '#review/rank.ts'
import { precedents } from '#exports/precedents.ts'
import { knowledgeOf, SMALL } from '../small.ts'

const CHANGE = 'Rollout of the update: all routers of the hospital at once, without stages.'
const CONTEXT = {
  env: { AFTERMATH_CONTENT: SMALL, AFTERMATH_SITE: 'https://kb.example' },
  cwd: '/',
  clock: 0,
  color: false,
  columns: undefined,
  progress: () => {},
}
const suggest = (input: string | Uint8Array, ...args: string[]) =>
  run(['suggest', ...args], { ...CONTEXT, stdin: async () => Buffer.from(input) })

test('a change on standard input gives ranked incidents as JSON in the agreed form', async () => {
  const { exitCode, stdout } = await suggest(CHANGE, '--format', 'json')
  const [first] = JSON.parse(stdout) as Suggestion[]
  assert.equal(exitCode, 0)
  assert.deepEqual(Object.keys(first ?? {}), ['id', 'title', 'url', 'score', 'why', 'prompts'])
  assert.equal(first?.url, 'https://kb.example/incidents/2026-01-05-router-outage/')
})

test('a built site’s data folder gives the same answer as the content folder', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'precedents.json'), JSON.stringify(precedents(knowledgeOf())))
  for (const format of ['json', 'markdown', 'pretty'])
    assert.deepEqual(
      await suggest(CHANGE, '--format', format, '--data', folder),
      await suggest(CHANGE, '--format', format),
    )
  writeFileSync(join(folder, 'precedents.json'), '{"incidents": 1}')
  const { exitCode, stderr } = await suggest(CHANGE, '--data', folder)
  assert.equal(exitCode, 2)
  assert.match(stderr, /expected the precedents\.json of a built site/)
})

test('the data of a published site are read from its address, with a token where it asks for one', async (t) => {
  const data = JSON.stringify(precedents(knowledgeOf()))
  const server = createServer(({ url, headers }, response) => {
    const status = url !== '/data/precedents.json' ? 404 : headers.authorization === 'Bearer secret' ? 200 : 401
    response.writeHead(status).end(status === 200 ? data : '')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.after(() => server.close())
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const site = `http://127.0.0.1:${address.port}`
  const ask = (where: string, env = {}) =>
    run(['suggest', '--format', 'json', '--data', where], { ...CONTEXT, env, stdin: async () => Buffer.from(CHANGE) })
  for (const where of ['/data', '/data/', '/data/precedents.json'])
    assert.deepEqual(await ask(site + where, { AFTERMATH_TOKEN: 'secret' }), await suggest(CHANGE, '--format', 'json'))
  const refused = await ask(`${site}/data/`)
  assert.equal(refused.exitCode, 2)
  assert.match(refused.stderr, /expected data of a built site at http.*precedents\.json, found the answer 401/)
})

test('an unrelated change gives an empty list, no comment, and exit code 0', async () => {
  assert.deepEqual(await suggest('Lunch moves to one o’clock.', '--format', 'json'), {
    exitCode: 0,
    stdout: '[]\n',
    stderr: '',
  })
  assert.deepEqual(await suggest('Lunch moves to one o’clock.', '--format', 'markdown'), {
    exitCode: 0,
    stdout: '',
    stderr: '',
  })
})

test('names of files that hold signs for a terminal or line ends are written out', async () => {
  const name = String.raw`"b/rollout\033[31m\n::error::owned.ts"`
  const diff =
    `diff --git ${name.replace('b/', 'a/')} ${name}\n--- /dev/null\n+++ ${name}\n@@ -0,0 +1 ` +
    `@@\n+Rollout of the update: all routers of the hospital at once, without stages.\n`
  for (const format of ['pretty', 'markdown', 'json']) {
    const { stdout } = await suggest(diff, '--format', format)
    assert.match(stdout, /rollout/)
    assert.doesNotMatch(stdout, /\u001b|^::error/m)
  }
})

test('an empty change is no error', async () =>
  assert.deepEqual(await suggest('', '--format', 'json'), {
    exitCode: 0,
    stdout: '[]\n',
    stderr: 'The change is empty; nothing to compare.\n',
  }))

test('a diff in UTF-16, as PowerShell redirects it, is read', async () => {
  const diff =
    'diff --git a/src/rollout.ts b/src/rollout.ts\n--- a/src/rollout.ts\n+++ ' +
    'b/src/rollout.ts\n@@ -1 +1 @@\n-x\n+rollout to all routers of the hospital at once\n'
  assert.deepEqual(
    await suggest(Buffer.from(`\ufeff${diff}`, 'utf16le'), '--format', 'json'),
    await suggest(diff, '--format', 'json'),
  )
})

test('a diff of 20 MB is compared as far as anybody could read it, and that is said', async () => {
  const diff =
    `diff --git a/big.csv b/big.csv\n--- a/big.csv\n+++ b/big.csv\n@@ -0,0 ` +
    `+1,900000 @@\n${'+0123456789,9876543210\n'.repeat(900_000)}`
  const { exitCode, stdout, stderr } = await suggest(diff, '--format', 'json')
  assert.deepEqual([exitCode, stdout], [0, '[]\n'])
  assert.match(
    stderr,
    /^The change is long: compared were the names of all its files and the first 8 million characters/,
  )
})

test('a file of 50 MB, bytes, and a missing file are refused in words', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const big = join(folder, 'big.diff')
  writeFileSync(big, '')
  truncateSync(big, 50_000_000)
  for (const [args, input, says] of [
    [[big], '', /expected at most 32 MB in .*big\.diff, found 50 MB/],
    [[], Buffer.from([0, 1, 2]), /found a binary file/],
    [['nowhere.diff'], '', /expected a file, found nothing at nowhere\.diff/],
  ] as const) {
    const { exitCode, stdout, stderr } = await suggest(input, ...args)
    assert.deepEqual([exitCode, stdout], [2, ''])
    assert.match(stderr, says)
  }
})
