import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import test from 'node:test'
import { crashReport } from '#cli/crash.ts'
import { contentFolder } from '../content-folder.ts'

const bin = resolve(import.meta.dirname, '../../../src/cli/bin.mjs')
const STACK = /\n\s+at .+:\d+:\d+/

function spawned(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'] }, maxBuffer: 2 ** 26 })
  return { status, stdout, stderr }
}

test('the command itself gives exit codes 0, 1 and 2, and findings on stdout alone', (t) => {
  assert.deepEqual(spawned(contentFolder(t), 'check'), { status: 0, stdout: 'Checked 14 records: nothing to mend.\n', stderr: '' })
  const wrong = spawned(contentFolder(t, { 'topics/broken.yaml': 'question: [\n' }), 'check', '--format', 'json')
  assert.deepEqual([wrong.status, wrong.stderr, (JSON.parse(wrong.stdout) as unknown[]).length], [1, '', 1])
  const misused = spawned(contentFolder(t), 'chek')
  assert.deepEqual([misused.status, misused.stdout], [2, ''])
  assert.doesNotMatch(wrong.stdout + misused.stderr, STACK)
})

test('ten thousand findings arrive whole through a pipe', (t) => {
  const history = 'history: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n'
  const related = Array.from({ length: 10_000 }, (_, index) => `missing-${index}`).join(', ')
  const { status, stdout } = spawned(
    contentFolder(t, { 'topics/many-topics.yaml': `question: A?\ndescription: B.\nrelated: [${related}]\n${history}` }),
    'check',
    '--format',
    'json',
  )
  assert.deepEqual([status, (JSON.parse(stdout) as unknown[]).length], [1, 10_000])
})

test('a closed pipe ends the command quietly', (t) => {
  const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" show 2026-01-05-router-outage | head -1`], { cwd: contentFolder(t), encoding: 'utf8' })
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
})

test('a fault of the program says what to report, and shows no stack', () => {
  const report = crashReport(new TypeError('x is not a function'), 'aftermath check')
  assert.match(report, /^aftermath stopped because of a fault of its own\./)
  assert.match(report, /command {2}aftermath check\n {2}message {2}TypeError: x is not a function\n {2}place {4}.+\n {2}Node {5}\d+/)
  assert.doesNotMatch(report, STACK)
})

test('an older Node is told which one is needed', () => {
  // No older Node is at hand everywhere, so the version it would report is put in its place.
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } }); await import(${JSON.stringify(bin)})`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', older], { encoding: 'utf8' })
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' })
  assert.match(stderr, /^aftermath: expected Node 22\.18 or later, found 20\.20\.2\.\n/)
})

test('the Node that is asked for is the one that package.json names', () => {
  const { engines } = JSON.parse(readFileSync(resolve(bin, '../../../package.json'), 'utf8')) as { engines: { node: string } }
  assert.equal(engines.node, `>=${/const needed = \[(\d+), (\d+)\]/.exec(readFileSync(bin, 'utf8'))?.slice(1).join('.')}`)
})
