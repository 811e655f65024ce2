import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import test, { type TestContext } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { precedents } from '#core/exports/precedents.ts'
import { refs } from '#core/exports/refs.ts'
import { knowledgeOf } from '../small.ts'

const action = resolve(import.meta.dirname, '../../../.github/actions/references')
const step = z.object({ id: z.string().optional(), run: z.string().optional(), shell: z.string().optional(), env: z.record(z.string(), z.string()).default({}) })
const { steps } = z.object({ runs: z.object({ steps: z.array(step) }) }).parse(parse(readFileSync(join(action, 'action.yml'), 'utf8'))).runs

/** What the runner would put for an expression of the action. */
type Values = Record<string, string>

const git = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  return stdout.trim()
}

/** A repository with one commit and the data files of a built site beside it; `change` makes the second. */
function repository(t: TestContext, files: Values, message: string): { repo: string; values: Values } {
  const folder = mkdtempSync(join(tmpdir(), 'action-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const [repo, data, temp] = [join(folder, 'a repo'), join(folder, 'data'), join(folder, 'temp')]
  for (const path of [repo, data, temp]) mkdirSync(path)
  const knowledge = knowledgeOf()
  writeFileSync(join(data, 'refs.json'), JSON.stringify(refs(knowledge)))
  writeFileSync(join(data, 'precedents.json'), JSON.stringify(precedents(knowledge)))
  git(repo, 'init', '--quiet')
  writeFileSync(join(repo, 'old.md'), 'See `2026-01-05-no-such-thing`.\nIncident-Ref: 2026-01-05-gone\n')
  git(repo, 'add', '.')
  git(repo, 'commit', '--quiet', '-m', 'First')
  const base = git(repo, 'rev-parse', 'HEAD')
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repo, file)), { recursive: true })
    writeFileSync(join(repo, file), text)
  }
  git(repo, 'add', '.')
  git(repo, 'commit', '--quiet', '--allow-empty', '-m', message)
  return { repo, values: { 'github.action_path': action, 'inputs.data': data, 'inputs.site': '', 'inputs.base': base, 'inputs.head': git(repo, 'rev-parse', 'HEAD'), 'runner.temp': temp } }
}

/** Runs the shell steps as a runner does, in order, until one fails. */
function runSteps({ repo, values }: ReturnType<typeof repository>) {
  const [output, summary] = [join(values['runner.temp'] ?? '', 'output'), join(values['runner.temp'] ?? '', 'summary.md')]
  writeFileSync(summary, '')
  const known: Values = { ...values }
  let [status, said] = [0, '']
  for (const { id = '', run, env } of steps) {
    if (run === undefined || status !== 0) continue
    writeFileSync(output, '')
    const filled = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (_, key: string) => known[key] ?? assert.fail(key))]))
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: repo,
      encoding: 'utf8',
      env: { PATH: `${dirname(process.execPath)}:${process.env['PATH']}`, NO_COLOR: '1', ...filled, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    })
    status = ran.status ?? 1
    said += ran.stdout + ran.stderr
    for (const [, name, value = ''] of readFileSync(output, 'utf8').matchAll(/^(\w+)=(.*)$/gm)) known[`steps.${id}.outputs.${name}`] = value
  }
  return { status, said, known, summary: readFileSync(summary, 'utf8') }
}

test('every shell step names its shell, and calls the engine by path alone', () => {
  assert.ok(steps.filter(({ run }) => run !== undefined).length >= 4)
  for (const { run, shell } of steps) assert.equal(shell, run === undefined ? undefined : 'bash')
  assert.doesNotMatch(steps.map(({ run = '' }) => run).join('\n'), /npx|npm (?:exec|install)|\$\{\{/)
})

test('an unknown reference in a change fails the job, with file and line in the table; what was there before is not looked at', (t) => {
  const { status, summary, known, said } = runSteps(repository(t, { 'docs/a note.md': 'Fine.\n\nIncident-Ref: 2026-01-05-nowhere\n' }, 'Add a note'))
  assert.equal(status, 1, said)
  assert.match(summary, /\| docs\/a note\.md:3 \| \*\*Error\*\*: .*2026-01-05-nowhere/)
  assert.doesNotMatch(summary, /old\.md|2026-01-05-gone/)
  assert.equal(known['steps.refs.outputs.findings'], '1')
  assert.match(said, /::error file=docs\/a note\.md,line=3/)
})

test('commit messages are checked too', (t) => {
  const { status, summary } = runSteps(repository(t, {}, 'Do it\n\nIncident-Ref: 2026-01-05-nowhere'))
  assert.equal(status, 1)
  assert.match(summary, /\| Commit messages \| \*\*Error\*\*/)
})

test('a sound change passes; incidents near it are in the table and in a comment', (t) => {
  const files = { 'rollout.md': 'Rollout of the update: all routers of the hospital at once, without stages.\n', 'picture.bin': 'x\0y' }
  const { status, summary, known, said } = runSteps(repository(t, files, 'Plan it\n\nIncident-Ref: 2026-01-05-router-outage'))
  assert.equal(status, 0, said)
  assert.match(summary, /\| \[[^\]]+\]\(https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/\) \|/)
  assert.match(summary, /Nothing to mend/)
  assert.match(readFileSync(known['steps.suggest.outputs.comment'] ?? '', 'utf8'), /2026-01-05-router-outage/)
})

test('an unrelated change has neither findings nor a comment', (t) => {
  const { status, summary, known, said } = runSteps(repository(t, { 'lunch.md': 'Lunch moves to one o’clock.\n' }, 'Move lunch'))
  assert.equal(status, 0, said)
  assert.match(summary, /Incidents near this change\n\nNone\./)
  assert.equal(known['steps.suggest.outputs.comment'], undefined)
})

test('without data or a site the job says what to give', (t) => {
  const made = repository(t, {}, 'Nothing')
  const { status, said } = runSteps({ ...made, values: { ...made.values, 'inputs.data': '' } })
  assert.equal(status, 2)
  assert.match(said, /::error::Give this action data/)
})
