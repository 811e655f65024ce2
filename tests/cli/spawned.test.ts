import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { crashReport } from '#cli/crash.ts'
import { contentFolder } from '../content-folder.ts'
import { written } from './written.ts'

const bin = resolve(import.meta.dirname, '../../src/cli/bin.mjs')
const STACK = /\n\s+at .+:\d+:\d+/

// Nothing of this run but what Node has compiled before.
const { PATH, NODE_COMPILE_CACHE } = process.env
const env = { PATH, NODE_COMPILE_CACHE }

function spawned(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 26,
  })
  return { status, stdout, stderr }
}

test('the command itself gives exit codes 0, 1 and 2, and findings on stdout alone', (t) => {
  assert.deepEqual(spawned(contentFolder(t), 'check'), {
    status: 0,
    stdout: 'Checked 15 records: nothing to mend.\n',
    stderr: '',
  })
  const wrong = spawned(contentFolder(t, { 'topics/broken.yaml': 'question: [\n' }), 'check', '--format', 'json')
  assert.deepEqual([wrong.status, wrong.stderr, (JSON.parse(wrong.stdout) as unknown[]).length], [1, '', 1])
  const misused = spawned(contentFolder(t), 'chek')
  assert.deepEqual([misused.status, misused.stdout], [2, ''])
  assert.doesNotMatch(wrong.stdout + misused.stderr, STACK)
})

test('the content folder that astro.config.mjs names is checked, unless a flag names another', (t) => {
  const folder = contentFolder(t)
  renameSync(join(folder, 'content'), join(folder, 'postmortems'))
  const config = (body: string) => writeFileSync(join(folder, 'astro.config.mjs'), body)
  const integration = pathToFileURL(resolve(import.meta.dirname, '../../src/index.ts')).href
  config(
    `import aftermath from '${integration}'\nexport default { ` +
      `integrations: [[aftermath({ content: 'postmortems' })]] }\n`,
  )
  assert.equal(spawned(folder, 'check').stdout, 'Checked 15 records: nothing to mend.\n')
  assert.match(spawned(folder, 'check', '--content', 'none').stdout, /none.+expected/s)
  config('export default { content: unknownName }\n')
  const broken = spawned(folder, 'check')
  assert.equal(broken.status, 2)
  assert.match(broken.stderr, /astro\.config\.mjs could not be read: unknownName is not defined/)
})

/**
 * Runs the command with a pipe for standard input that nobody writes to or closes, as a script has it; one that waits
 * for it is ended.
 */
async function piped(cwd: string, ...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env, timeout: 30_000 })
  const ended = new Promise<number | null>((end) => child.on('exit', end))
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  child.stdin.destroy()
  return { status, stdout, stderr }
}

test('without a terminal nothing is asked: what a new record lacks is named, and nothing is written', async (t) => {
  const folder = contentFolder(t)
  const before = readdirSync(folder, { recursive: true })
  assert.deepEqual(await piped(folder, 'new', 'statement', '--org', 'acme'), {
    status: 2,
    stdout: '',
    stderr:
      'aftermath: expected --title (Title, plain text; the id is made of it, unless --id gives one) and --said ' +
      '(When it was said; "../2024-09-12" when only the publication date is known; such as 2026-01-31 or ' +
      '2026-01-31T09:00Z) and --channel (Through what channel; one of blog, press, testimony, ' +
      'interview, filing, social, summit, report, statusPage, email, supportTicket, call) and ' +
      '--officialness (For whom it was said; one of official, personal, unattributed) and --sources ' +
      '(Ids of the sources that this rests on; such as acme-report, beacon-story), found nothing; ' +
      'without a terminal nothing is asked\nRun "aftermath new --help" for what it takes.\n',
  })
  assert.deepEqual(readdirSync(folder, { recursive: true }), before)
  const { status, stdout, stderr } = await piped(
    folder,
    'new',
    'statement',
    '--org',
    'acme',
    '--title',
    'Acme spoke',
    '--said',
    '2026-05-02',
    '--channel',
    'blog',
    '--officialness',
    'official',
    '--sources',
    'acme-report',
  )
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(written(folder, stdout).text, /^org: "?acme"?$/m)
})

test('ten thousand findings arrive whole through a pipe', (t) => {
  const history = 'history: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n'
  const related = Array.from({ length: 100 }, (_, index) => `missing-${index}`).join(', ')
  // A hundred of a file are listed.
  const files = Array.from(
    { length: 100 },
    (_, index) =>
      [`topics/many-topics-${index}.yaml`, `question: A?\ndescription: B.\nrelated: [${related}]\n${history}`] as const,
  )
  const { status, stdout } = spawned(contentFolder(t, Object.fromEntries(files)), 'check', '--format', 'json')
  assert.deepEqual([status, (JSON.parse(stdout) as unknown[]).length], [1, 10_000])
})

test('a closed pipe ends the command quietly', (t) => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${bin}" show 2026-01-05-router-outage | head -1`],
    { cwd: contentFolder(t), encoding: 'utf8' },
  )
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
})

test('a fault of the program says what to report, and shows no stack', () => {
  const report = crashReport(new TypeError('x is not a function'), 'aftermath check')
  assert.match(report, /^aftermath stopped because of a fault of its own\./)
  assert.match(
    report,
    /command {2}aftermath check\n {2}message {2}TypeError: x is not a function\n {2}place {4}.+\n {2}Node {5}\d+/,
  )
  assert.doesNotMatch(report, STACK)
})

test('an older Node is told which one is needed', () => {
  // No older Node is at hand everywhere, so the version it would report is put in its place.
  const older =
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, ` +
    `node: '20.20.2' } }); await import(${JSON.stringify(bin)})`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', older], {
    encoding: 'utf8',
  })
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' })
  assert.match(stderr, /^aftermath: expected Node 22\.19 or later, found 20\.20\.2\.\n/)
})

test('the Node that is asked for is the one that package.json names', () => {
  const { engines } = JSON.parse(readFileSync(resolve(bin, '../../../package.json'), 'utf8')) as {
    engines: { node: string }
  }
  const needed = /const needed = \[(\d+), (\d+)\]/.exec(readFileSync(bin, 'utf8'))?.slice(1).join('.')
  assert.equal(engines.node.split(' ')[0], `^${needed}`)
})
