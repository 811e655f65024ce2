import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import test, { before } from 'node:test'
import { builtFiles } from '#extras/audit/built-files.ts'
import { cacheFolder } from '#extras/cache.ts'
import { repair, restore, swap } from '#integration/swap.ts'
import { cli, SMALL } from '../content-folder.ts'
import { EVERYTHING } from '../everything.ts'
import { freshFolder } from '../fresh-folder.ts'
import { buildSite, writeFiles } from './site.ts'

const root = resolve(import.meta.dirname, '../..')

/** One hash over names and contents of a built folder; search index and pictures included. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const { file, text } of builtFiles(folder))
    hash.update(`${file}\0${text}\0`).update(file.endsWith('.png') ? readFileSync(join(folder, file)) : '')
  return hash.digest('hex')
}

const NOW = ['--now', '2026-06-01']
/** The lines a build says of itself, in order. */
const STAGES = ['Checking content …', 'Building pages …', 'Writing files …', 'Indexing …', 'Auditing …'] as const

/** A folder of its own with the small content in it. */
function placed(name: string): string {
  const folder = join(freshFolder(), name)
  process.once('exit', () => rmSync(cacheOf(folder), { recursive: true, force: true }))
  cpSync(SMALL, join(folder, 'content'), { recursive: true })
  return folder
}

/** Where builds of such a folder keep pictures and what Astro keeps. */
const cacheOf = (folder: string) =>
  cacheFolder(root, { content: join(folder, 'content'), audience: 'CLEAR', base: '/', site: undefined })

/** Builds in such a folder, with pictures; gives the lines that the build said. */
function buildIn(folder: string, env: Readonly<Record<string, string>> = {}): string[] {
  const { status, said } = buildSite(join(folder, 'content'), join(folder, 'out'), NOW, { AFTERMATH_OG: '1', ...env })
  assert.equal(status, 0, said)
  return said.trim().split('\n')
}

let folder = ''
before(() => {
  folder = placed('elsewhere')
  assert.deepEqual(
    buildIn(folder, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' }),
    [...STAGES, `Built 15 records into ${join(folder, 'out')}`],
    'nothing else, so that a warning is seen',
  )
})

test('builds of the same content are the same bytes, whatever the folder, time zone, process and cache', () => {
  const other = placed('elsewhere-by-a-longer-name')
  // Not a folder: nothing can be read from it or written into it, whoever builds.
  mkdirSync(cacheOf(other), { recursive: true })
  writeFileSync(join(cacheOf(other), 'pictures'), '')
  const said = buildIn(other)
  assert.equal(fingerprint(join(folder, 'out')), fingerprint(join(other, 'out')))
  assert.equal(said.filter((line) => line.includes('Pictures were not kept for the next build: ')).length, 1)
})

test('a cache that was deleted, damaged or cut short changes no byte of a build', () => {
  const old = fingerprint(join(folder, 'out'))
  const cache = cacheOf(folder)
  const files = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  assert.ok(existsSync(join(cache, 'pictures')) && files.length > 4)
  for (const [index, { parentPath, name }] of files.entries()) {
    const path = join(parentPath, name)
    const bytes = readFileSync(path)
    // One is half-written, one has a byte changed in its middle, one is of another version, and one is gone.
    if (index % 4 === 0) truncateSync(path, Math.floor(bytes.length / 2))
    else if (index % 4 === 1) writeFileSync(path, bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 1))
    else if (index % 4 === 2) writeFileSync(path, '{"version":0}')
    else rmSync(path)
  }
  buildIn(folder)
  assert.equal(fingerprint(join(folder, 'out')), old)
})

/** Runs a build in which something happens at a moment; see `die-at.ts`. */
const buildUntil = (content: string, out: string, moment: string) =>
  spawnSync(
    process.execPath,
    ['--import', './tests/build/die-at.ts', 'src/cli/bin.mjs', 'build', '--content', content, '--out', out, ...NOW],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, AFTERMATH_OG: '0', DIE_AT: moment, DIE_BESIDE: dirname(out) },
    },
  )

/** Starts a build that dies at a moment. */
function killedBuild(content: string, out: string, moment: string): void {
  assert.equal(buildUntil(content, out, moment).signal, 'SIGKILL', `the build went on at “${moment}”`)
}

test('a disk that is full is said plainly, keeps the old site, and what was begun is taken away', () => {
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  const old = fingerprint(out)
  const { pid, status, stderr } = buildUntil(content, out, 'full 5')
  assert.equal(status, 1)
  assert.match(stderr, /^aftermath: .+ could not be written: the disk is full; free some space and run it again$/m)
  assert.doesNotMatch(stderr, /fault of its own/)
  assert.equal(fingerprint(out), old)
  assert.deepEqual(readdirSync(folder).sort(), ['content', 'out'])
  assert.ok(!readdirSync(join(root, '.aftermath')).some((name) => name.startsWith(`build-${pid}-`)))
})

test('a place that cannot be built into, and a preview of a site that was never built, are said plainly', async () => {
  writeFiles(folder, { 'a-file': '' })
  const { status, said } = buildSite(join(folder, 'content'), join(folder, 'a-file/out'), NOW)
  rmSync(join(folder, 'a-file'))
  assert.equal(status, 1)
  assert.match(said, /a-file could not be written: part of the path is a file; choose another place$/m)
  // This takes a folder from nobody, whatever the account.
  const refused = buildSite(join(folder, 'content'), '/proc/aftermath/out', NOW)
  assert.equal(refused.status, 1, refused.said)
  assert.match(refused.said, /^aftermath: \/proc\/aftermath could not be written: .+; choose another/m)
  assert.doesNotMatch(refused.said, /Building pages/)
  const { exitCode, stderr: why } = await cli(folder, ['new-site', '/proc/aftermath/site'])
  assert.equal(exitCode, 1)
  assert.match(why, /could not be written: .+; choose another/)
  const { stderr, status: code } = spawnSync(
    process.execPath,
    ['src/cli/bin.mjs', 'preview', '--port', '0', '--out', join(folder, 'nowhere')],
    { cwd: root, encoding: 'utf8' },
  )
  assert.equal(code, 2)
  assert.match(stderr, /expected a built site in .+nowhere, found no such folder\. Build it first: npm run build/)
})

test('a build that is killed leaves the old site whole, or the new one', async () => {
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  const old = fingerprint(out)
  writeFiles(content, { 'site.yaml': 'title: The new site\ndescription: Another title.\n' })
  // The third rename puts the new site in its place; the old one has been set aside by the second. All steps of a swap
  // stand below, and a write that fails stands above.
  for (const moment of EVERYTHING ? ['write 5', STAGES[4], 'rename 3'] : ['rename 3']) {
    killedBuild(content, out, moment)
    if (!existsSync(out)) await repair(out)
    assert.equal(fingerprint(out), old, `killed at “${moment}”`)
  }
  const { status, said } = buildSite(content, out, NOW)
  assert.equal(status, 0, said)
  assert.notEqual(fingerprint(out), old)
  assert.deepEqual(readdirSync(folder).sort(), ['content', 'out'], 'what killed builds left behind is gone')
})

// Files that every build has, by which it is known.
const SIGNS = { _headers: '', 'data/refs.json': '{}', '404.html': '' }

test('a swap that dies at any of its steps leaves a whole site after the next run or start', async () => {
  for (const step of ['before', 'aside', 'placed'] as const) {
    const folder = freshFolder()
    const out = join(folder, 'out')
    writeFiles(out, { ...SIGNS, 'index.html': 'old' })
    // What a swap does, up to the step at which it dies.
    if (step !== 'before') renameSync(out, join(folder, '.out.previous'))
    if (step === 'placed') writeFiles(out, { ...SIGNS, 'index.html': 'new' })
    await repair(out)
    assert.ok(existsSync(join(out, 'index.html')))
    assert.deepEqual(readdirSync(folder), ['out'])
    writeFiles(join(folder, 'built'), { ...SIGNS, 'index.html': 'newer' })
    await swap(join(folder, 'built'), out)
    assert.deepEqual(readdirSync(folder), ['out'])
    rmSync(folder, { recursive: true })
  }
})

test('a folder that a build would be set aside in is left alone where it holds something else', async () => {
  const folder = freshFolder()
  const out = join(folder, 'out')
  writeFiles(out, { ...SIGNS, 'index.html': 'old' })
  writeFiles(join(folder, '.out.previous'), { 'chapter.txt': 'Years of work.' })
  writeFiles(join(folder, '.out-99999999.building'), { 'chapter.txt': 'Years of work.' })
  await assert.rejects(repair(out), /expected .*\.out\.previous to be free or an earlier build.*Move them away/)
  writeFiles(join(folder, 'built'), { ...SIGNS, 'index.html': 'new' })
  await assert.rejects(swap(join(folder, 'built'), out), /Move them away/)
  rmSync(out, { recursive: true })
  restore(out)
  assert.deepEqual(readdirSync(folder).sort(), ['.out-99999999.building', '.out.previous', 'built'])
  rmSync(join(folder, '.out.previous'), { recursive: true })
  await repair(out)
  assert.deepEqual(readdirSync(join(folder, '.out-99999999.building')), ['chapter.txt'])
})

test('a preview brings the last build back, and deletes nothing', () => {
  const folder = freshFolder()
  const out = join(folder, 'out')
  writeFiles(join(folder, '.out.previous'), { ...SIGNS, 'index.html': 'old' })
  writeFiles(join(folder, '.out-99999999.building'), { ...SIGNS })
  restore(out)
  assert.deepEqual(readdirSync(folder).sort(), ['.out-99999999.building', 'out'])
})
