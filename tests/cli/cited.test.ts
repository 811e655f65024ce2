import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { webAddress } from '#cli/commands/cited.ts'
import { run } from '#cli/run.ts'
import { commit, git } from '../action/workplace.ts'
import { SMALL } from '../small.ts'

const ID = '2026-01-05-router-outage'

test('commits and pull requests that cite a record become one citation each, sound, and never twice', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const repo = join(folder, 'clone')
  cpSync(SMALL, join(folder, 'content'), { recursive: true })
  git(folder, 'init', '--quiet', repo)
  git(repo, 'remote', 'add', 'origin', 'git@forge.example:acme/router.git')
  commit(repo, {}, 'Nothing to do with it')
  commit(
    repo,
    {},
    `Check lengths: "all" of them\n\nIncident-Ref: ${ID}#e-withdrawn@r1, ${ID}\nIncident-Ref: 2026-01-05-gone`,
  )
  commit(repo, {}, `Roll out in stages (#12)\n\nIncident-Ref: ${ID}`)
  commit(repo, {}, `Roll out slower (#12)\n\nIncident-Ref: https://kb.example/incidents/${ID}/#e-sent`)
  const cited = (...args: string[]) =>
    run(['cited', '--git', 'clone', ...args], {
      ...{ env: { AFTERMATH_SITE: 'https://kb.example' }, cwd: folder, clock: Date.UTC(2026, 5, 1) },
      ...{ color: false, columns: undefined, progress: () => {} },
    })
  const before = readdirSync(join(folder, 'content/citations'))
  const dry = await cited('--dry-run')
  assert.match(dry.stdout, /^# citations\/acme-router-pull-12\.yaml$/m)
  assert.deepEqual(readdirSync(join(folder, 'content/citations')), before)
  const first = await cited()
  assert.equal(first.exitCode, 0)
  assert.match(
    first.stderr,
    /No record has what [0-9a-f]{12}: 2026-01-05-gone cites\.\nFound 2 reviews that cite records here, 2 of them new\./,
  )
  assert.equal(first.stdout.trim().split('\n').length, 2)
  const pull = readFileSync(join(folder, 'content/citations/acme-router-pull-12.yaml'), 'utf8')
  assert.match(pull, /^title: Roll out in stages \(#12\)$/m)
  assert.match(pull, /^url: https:\/\/forge\.example\/acme\/router\/pull\/12$/m)
  assert.match(pull, new RegExp(`- ${ID}\n.*- ${ID}#e-sent`))
  const again = await cited()
  assert.deepEqual(
    [again.stdout, again.stderr.split('\n').at(-2)],
    ['', 'Found 2 reviews that cite records here, 0 of them new.'],
  )
  const check = await run(['check'], {
    ...{ env: {}, cwd: folder, clock: Date.UTC(2026, 5, 1), color: false, columns: undefined, progress: () => {} },
  })
  assert.doesNotMatch(check.stdout, /citations\/acme/)
})

test('a message with signs for a terminal becomes a sound record, and prints none of them', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const repo = join(folder, 'clone')
  cpSync(SMALL, join(folder, 'content'), { recursive: true })
  git(folder, 'init', '--quiet', repo)
  const gone = 'https://kb.example/incidents/2026-01-05-gone/?\u001b[2J'
  commit(repo, {}, `\u001b[31mRed\u202e \u0007${'long '.repeat(60)}\n\nIncident-Ref: ${ID}\nIncident-Ref: ${gone}`)
  commit(repo, {}, `\u001b[31m\n\nIncident-Ref: ${ID}`)
  const context = {
    ...{ env: { AFTERMATH_SITE: 'https://kb.example' }, cwd: folder, clock: Date.UTC(2026, 5, 1) },
    ...{ color: false, columns: undefined, progress: () => {} },
  }
  const { stdout, stderr } = await run(['cited', '--git', 'clone'], context)
  assert.doesNotMatch(stdout + stderr, /[\u001b\u0007\u202e]/)
  const titles = stdout
    .trim()
    .split('\n')
    .map((path) => /^title: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '')
  assert.match(titles[0] ?? '', /^Red long long .*…$/)
  assert.equal(titles[1], 'A commit without a title')
  assert.doesNotMatch((await run(['check'], context)).stdout, /citations\/clone/)
})

test('a folder that is no clone, and none, are named', async () => {
  const context = {
    env: { AFTERMATH_CONTENT: SMALL },
    cwd: '/',
    clock: 0,
    color: false,
    columns: undefined,
    progress: () => {},
  }
  for (const [args, says] of [
    [[], /expected --git and the folder of a clone/],
    [['--git', '/proc'], /expected a clone after --git, found that git says: /],
  ] as const) {
    const { exitCode, stderr } = await run(['cited', ...args], context)
    assert.equal(exitCode, 2)
    assert.match(stderr, says)
  }
})

for (const [remote, address] of [
  ['git@forge.example:acme/router.git', 'https://forge.example/acme/router'],
  ['ssh://git@forge.example:2222/acme/router.git', 'https://forge.example/acme/router'],
  ['https://user:secret@forge.example/acme/router', 'https://forge.example/acme/router'],
  ['https://forge.example/group/sub/router.git/', 'https://forge.example/group/sub/router'],
  ['/srv/git/router.git', undefined],
  ['../router', undefined],
] as const)
  test(`a clone of ${remote} has ${address ?? 'no address'}`, () => assert.equal(webAddress(remote), address))
