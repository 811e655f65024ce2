import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { precedents } from '#exports/precedents.ts'
import { refs } from '#exports/refs.ts'
import { runAction } from '../../src/action/main.ts'
import { ACTION } from '../../scripts/build-action.ts'
import { knowledgeOf } from '../small.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** Runs git as somebody; gives what it prints. */
export function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  return stdout.trim()
}

export function commit(repo: string, files: Files, message: string): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repo, file)), { recursive: true })
    writeFileSync(join(repo, file), text)
  }
  git(repo, 'add', '.')
  git(repo, 'commit', '--quiet', '--allow-empty', '-m', message)
  return git(repo, 'rev-parse', 'HEAD')
}

/** Adds commits that change nothing to `main`, by one command: a commit by three commands each takes its time. */
export function emptyCommits(repo: string, count: number): void {
  const one = 'commit refs/heads/main\ncommitter A <a@example.org> 0 +0000\ndata 4\nStep\n'
  const input = `${one}from refs/heads/main^0\n\n${`${one}\n`.repeat(count - 1)}`
  const { status, stderr } = spawnSync('git', ['fast-import', '--quiet'], { cwd: repo, input, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
}

let made: { readonly folder: string; readonly base: string } | undefined

/** The folder that each workplace is a copy of: a process for each command in each would take most of a test's time. */
function pattern(): { readonly folder: string; readonly base: string } {
  if (made !== undefined) return made
  const folder = mkdtempSync(join(tmpdir(), 'action-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const [repo, data] = [join(folder, 'a repo'), join(folder, 'site', 'data')]
  mkdirSync(repo)
  mkdirSync(data, { recursive: true })
  const knowledge = knowledgeOf()
  writeFileSync(join(data, 'refs.json'), JSON.stringify(refs(knowledge)))
  writeFileSync(join(data, 'precedents.json'), JSON.stringify(precedents(knowledge)))
  git(repo, 'init', '--quiet', '--template=', '--initial-branch=main')
  const base = commit(repo, { 'old.md': 'Incident-Ref: 2026-01-05-gone\n' }, 'First')
  made = { folder, base }
  return made
}

/** A repository with a first commit on `main`, and the data files of a built site beside it. */
export function workplace(t: TestContext) {
  const { folder: from, base } = pattern()
  const folder = mkdtempSync(join(tmpdir(), 'action-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(from, folder, { recursive: true })
  return { folder, repo: join(folder, 'a repo'), data: join(folder, 'site', 'data'), base }
}

export interface Ran {
  readonly status: number
  readonly said: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
}

/**
 * Runs the action on a repository, with an event and inputs, as a runner does: in this process, or as the bundled file.
 */
export async function act(
  folder: string,
  repo: string,
  event: unknown,
  inputs: Readonly<Record<string, string>>,
  more: { readonly api?: string; readonly isBundled?: boolean } = {},
): Promise<Ran> {
  const at = (name: string) => join(folder, name)
  for (const name of ['output', 'summary']) writeFileSync(at(name), '')
  writeFileSync(at('event.json'), JSON.stringify(event))
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary'),
    GITHUB_WORKSPACE: repo,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_API_URL: more.api,
    'INPUT_GITHUB-TOKEN': 'forge-token',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  }
  let said = ''
  const status = more.isBundled
    ? await new Promise<number>((done) => {
        const child = spawn(process.execPath, [ACTION], { cwd: repo, env })
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (piece: Buffer) => (said += piece.toString()))
        child.on('close', (code) => done(code ?? -1))
      })
    : await runAction({ env, cwd: repo, print: (text) => (said += text), waits: [0, 0] })
  const outputs = Object.fromEntries(
    [...readFileSync(at('output'), 'utf8').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  return { status, said, summary: readFileSync(at('summary'), 'utf8'), outputs }
}

/** The event of pull request 7. */
export const pullEvent = (base: string, head: string, more: object = {}) => ({
  repository: { default_branch: 'main' },
  pull_request: {
    number: 7,
    title: 'Change it',
    body: null,
    base: { sha: base },
    head: { sha: head },
    labels: [],
    ...more,
  },
})

export const NEAR = {
  'src/rollout.ts': 'Rollout of the update: all routers of the hospital at once, without stages.\n',
}
