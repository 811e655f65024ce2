import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join, resolve } from 'node:path'
import test, { type TestContext } from 'node:test'
import { cli, contentFolder } from '../content-folder.ts'
import { run } from '../build/command.ts'
import { git } from '../action/workplace.ts'

const DOCUMENT = resolve(import.meta.dirname, '../fixtures/import/bullets-with-zone.md')
const INCIDENT = '2026-01-05-router-outage'
const FILE = `content/incidents/${INCIDENT}.mdx`

/** Each command that writes, with what it is asked to do in a folder that was prepared for it. */
const COMMANDS: readonly (readonly string[])[] = [
  ['new', 'organizations', '--name', 'Umbra', '--kind', 'vendor', '--id', 'umbra'],
  ['import', DOCUMENT],
  ['release'],
  ['revise', INCIDENT, 'Something reads otherwise.'],
  ['update', INCIDENT, 'It began again.', '--source', 'acme-report'],
  ['retract', `${INCIDENT}#f-filter`],
  ['cited', '--git', 'clone'],
  ['migrate'],
  ['schemas'],
  ['refs', 'notes.md', '--fix'],
  ['new-site', 'ours', '--package', '0.1.0'],
]

const OLDER = {
  'topics/older.yaml':
    'question: Is it older?\ndescription: It is.\nrecordStatus: retracted\nstatusReason: It ' +
    'was.\nhistory: [{ revision: 1, date: "2026-03-01", type: addition, summary: First. }]\n',
}

/** A folder in which a command has something to write. */
function prepared(t: TestContext, command: string | undefined): string {
  const folder = contentFolder(t, {
    'organizations/new-name.yaml':
      'name: Renamed\nkind: vendor\naliases: [old-name]\nhistory: [{ revision: ' +
      '1, date: "2026-03-01", type: addition, summary: First. }]\n',
    ...(command === 'migrate' ? OLDER : {}),
  })
  fs.writeFileSync(join(folder, 'notes.md'), 'See `old-name`.\n')
  if (command === 'cited') {
    fs.mkdirSync(join(folder, 'clone'))
    git(join(folder, 'clone'), 'init', '--quiet')
    git(join(folder, 'clone'), 'commit', '--quiet', '--allow-empty', '-m', `Add\n\nIncident-Ref: ${INCIDENT}`)
  }
  return folder
}

const WRITES = [
  'writeFileSync',
  'mkdirSync',
  'renameSync',
  'copyFileSync',
  'cpSync',
  'rmSync',
  'appendFileSync',
] as const

/** Lets a folder take nothing from now on, with the error that a system gives; gives how to open it again. */
function close(t: TestContext, folder: string, code: string): () => void {
  const mocks = WRITES.map((name) => {
    const own = fs[name] as (...args: unknown[]) => unknown
    return t.mock.method(fs, name, (...args: unknown[]) => {
      const to = String(args[['renameSync', 'copyFileSync', 'cpSync'].includes(name) ? 1 : 0])
      if (to.startsWith(folder) && (name !== 'rmSync' || fs.existsSync(to)))
        throw Object.assign(new Error(`${code}: refused, ${name} '${to}'`), { code, syscall: 'open', path: to })
      return own(...args)
    })
  })
  syncBuiltinESMExports()
  return () => {
    for (const { mock } of mocks) mock.restore()
    syncBuiltinESMExports()
  }
}

/** One hash over the names and bytes of what lies in a folder. */
function contents(folder: string): string {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  const hash = createHash('sha256')
  for (const { parentPath, name } of files)
    if (!parentPath.includes('/clone'))
      hash.update(join(parentPath, name)).update(fs.readFileSync(join(parentPath, name)))
  return hash.digest('hex')
}

const REFUSALS = [
  ['EROFS', 'the disk is read-only; choose another place'],
  ['EACCES', 'this account may not write there; choose another place or ask for the right'],
  ['ENOSPC', 'the disk is full; free some space and run it again'],
] as const

for (const args of COMMANDS)
  test(`${args[0]} writes where it can; where it cannot it says so and leaves every file as it was`, async (t) => {
    const folder = prepared(t, args[0])
    const before = contents(folder)
    for (const [code, why] of REFUSALS) {
      const open = close(t, folder, code)
      const { exitCode, stdout, stderr } = await cli(folder, args).finally(open)
      assert.equal(exitCode, 1, `${code}: ${stdout}${stderr}`)
      assert.match(stderr, new RegExp(`^aftermath: /.+ could not be written: ${why}$`, 'm'), code)
      assert.equal(contents(folder), before)
    }
    await cli(folder, args)
    assert.ok(contents(folder) !== before)
  })

test('a file that the machine does not take whole is said by the real command, and the old one stays', (t) => {
  const folder = contentFolder(t)
  const limited = (words: string) =>
    run('sh', ['-c', `ulimit -f 1; exec "${process.execPath}" src/cli/bin.mjs ${words} --content "${folder}/content"`])
  const file = join(folder, FILE)
  fs.writeFileSync(file, `${fs.readFileSync(file, 'utf8')}\n${'Words of the account.\n\n'.repeat(200)}`)
  const before = contents(folder)
  for (const words of ['release', `retract ${INCIDENT}#f-filter`]) {
    const { status, stderr } = limited(words)
    assert.equal(status, 1, stderr)
    assert.match(stderr, /could not be written: the file is larger than this machine allows/)
    assert.doesNotMatch(stderr, /fault of its own|\n\s+at /)
    assert.equal(contents(folder), before)
  }
})
