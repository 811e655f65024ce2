import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, watch } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import test from 'node:test'
import { builtFiles } from '#extras/audit/built-files.ts'
import { repair, swap } from '#integration/swap.ts'
import { SMALL } from '../content-folder.ts'
import { buildSite, freshFolder, writeFiles } from './site.ts'

const root = resolve(import.meta.dirname, '../..')

/** One hash over names and contents of a built folder; search index and pictures included. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const { file, text } of builtFiles(folder))
    hash.update(`${file}\0${text}\0`).update(file.endsWith('.png') ? readFileSync(join(folder, file)) : '')
  return hash.digest('hex')
}

test('two builds of the same content in different folders and time zones are the same, byte for byte', () => {
  const prints = ['Pacific/Kiritimati', 'America/St_Johns'].map((zone, index) => {
    const folder = mkdtempSync(join(tmpdir(), `elsewhere-${'x'.repeat(index * 9)}`))
    cpSync(SMALL, join(folder, 'content'), { recursive: true })
    const { status, said } = buildSite(join(folder, 'content'), join(folder, 'site', 'out'), ['--now', '2026-06-01'], {
      TZ: zone,
      LANG: index === 0 ? 'tr_TR.UTF-8' : 'C',
    })
    assert.equal(status, 0, said)
    return fingerprint(join(folder, 'site', 'out'))
  })
  assert.equal(prints[0], prints[1])
})

/** The lines a build says of itself, in order: the places at which it is killed. */
const STAGES = ['Checking content …', 'Building pages …', 'Indexing …', 'Auditing …'] as const
const SWAP = 'swap'

/** Starts a build and kills it when it says a line, when its scratch folder stands beside the output, or after a time in ms; gives whether it was still running. */
function killedBuild(content: string, out: string, moment: string | number): Promise<boolean> {
  const args = ['src/cli/bin.mjs', 'build', '--content', content, '--out', out, '--now', '2026-06-01']
  const limit = typeof moment === 'number' ? { timeout: moment, killSignal: 'SIGKILL' as const } : {}
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], ...limit })
  const kill = (): void => void child.kill('SIGKILL')
  const watcher = watch(dirname(out), () => moment === SWAP && kill())
  createInterface({ input: child.stderr }).on('line', (line) => line === moment && kill())
  return new Promise((done) =>
    child.once('close', (_code, signal) => {
      watcher.close()
      done(signal === 'SIGKILL')
    }),
  )
}

test('a build that is killed leaves the old site whole, or the new one', async () => {
  const folder = freshFolder()
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  cpSync(SMALL, content, { recursive: true })
  const { said } = buildSite(content, out, ['--now', '2026-06-01'])
  assert.deepEqual(
    said.trim().split('\n'),
    [...STAGES, `Built 14 records into ${out}`],
    'nothing else, so that a warning is seen',
  )
  const old = fingerprint(out)
  writeFiles(content, { 'site.yaml': 'title: The new site\ndescription: Another title.\n' })
  const began = Date.now()
  assert.equal(buildSite(content, join(folder, 'next'), ['--now', '2026-06-01']).status, 0)
  const duration = Date.now() - began
  const next = fingerprint(join(folder, 'next'))
  assert.notEqual(old, next)
  // Ten moments: every stage as it begins, the swap, and five over the whole run. The first two stages leave seconds for the signal; at the others, of which little is left when the pages are done, the build may be over before it arrives.
  const moments = [...STAGES, SWAP, ...[0.15, 0.35, 0.55, 0.75, 0.95].map((share) => Math.round(share * duration))]
  let running = 0
  for (const moment of moments) {
    const killed = await killedBuild(content, out, moment)
    if (killed) running++
    if (STAGES.slice(0, 2).some((stage) => stage === moment)) assert.ok(killed, `killed at “${moment}”`)
    // Between the two renames of a swap there is no output; the next run or start brings it back, as the test below has it at each step.
    if (!existsSync(out)) await repair(out)
    assert.ok([old, next].includes(fingerprint(out)), `killed at ${moment}`)
  }
  assert.ok(running >= 5, `only ${running} builds were still running`)
  assert.equal(buildSite(content, out, ['--now', '2026-06-01']).status, 0)
  assert.equal(fingerprint(out), next)
  assert.deepEqual(readdirSync(folder).sort(), ['content', 'next', 'out'], 'what killed builds left behind is gone')
})

test('a swap that dies at any of its steps leaves a whole site after the next run or start', async () => {
  for (const step of ['before', 'aside', 'placed'] as const) {
    const folder = freshFolder()
    const out = join(folder, 'out')
    writeFiles(out, { 'index.html': 'old' })
    // What a swap does, up to the step at which it dies.
    if (step !== 'before') renameSync(out, join(folder, '.out.previous'))
    if (step === 'placed') writeFiles(out, { 'index.html': 'new' })
    await repair(out)
    assert.ok(existsSync(join(out, 'index.html')))
    assert.deepEqual(readdirSync(folder), ['out'])
    writeFiles(join(folder, 'built'), { 'index.html': 'newer' })
    await swap(join(folder, 'built'), out)
    assert.deepEqual(readdirSync(folder), ['out'])
    rmSync(folder, { recursive: true })
  }
})
