import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import test, { type TestContext } from 'node:test'
import sirv from 'sirv'
import { parse } from 'yaml'
import { z } from 'zod'
import { precedents } from '#exports/precedents.ts'
import { refs } from '#exports/refs.ts'
import { knowledgeOf } from '../small.ts'

const action = resolve(import.meta.dirname, '../../.github/actions/references')
const step = z.object({
  id: z.string().optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
})
const { steps } = z
  .object({ runs: z.object({ steps: z.array(step) }) })
  .parse(parse(readFileSync(join(action, 'action.yml'), 'utf8'))).runs

/** What the runner would put for an expression of the action. */
type Values = Record<string, string>

const git = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
    { cwd, encoding: 'utf8' },
  )
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
  return {
    repo,
    values: {
      'github.action_path': action,
      'inputs.data': data,
      'inputs.site': '',
      'inputs.base': base,
      'inputs.head': git(repo, 'rev-parse', 'HEAD'),
      'runner.temp': temp,
    },
  }
}

/** Runs a step, while this process may serve what it asks for. */
const runStep = (run: string, cwd: string, env: Values) =>
  new Promise<{ status: number; said: string }>((done) => {
    execFile(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run],
      { cwd, encoding: 'utf8', env },
      (error, stdout, stderr) => {
        done({ status: error ? Number(error.code ?? 1) : 0, said: stdout + stderr })
      },
    )
  })

/** Serves a folder as a static host does; gives its address. */
async function served(t: TestContext, folder: string): Promise<string> {
  const server = createServer(sirv(folder, { dev: true }))
  t.after(() => server.close())
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  return `http://127.0.0.1:${address.port}`
}

/** Runs the shell steps as a runner does, in order, until one fails. */
async function runSteps({ repo, values }: ReturnType<typeof repository>) {
  const [output, summary] = [
    join(values['runner.temp'] ?? '', 'output'),
    join(values['runner.temp'] ?? '', 'summary.md'),
  ]
  writeFileSync(summary, '')
  const known: Values = { ...values }
  let [status, said] = [0, '']
  for (const { id = '', run, env } of steps) {
    if (run === undefined || status !== 0) continue
    writeFileSync(output, '')
    const filled = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (_, key: string) => known[key] ?? assert.fail(key)),
      ]),
    )
    const ran = await runStep(run, repo, {
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      NO_COLOR: '1',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
      ...filled,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    })
    status = ran.status
    said += ran.said
    for (const [, name, value = ''] of readFileSync(output, 'utf8').matchAll(/^(\w+)=(.*)$/gm))
      known[`steps.${id}.outputs.${name}`] = value
  }
  return { status, said, known, summary: readFileSync(summary, 'utf8') }
}

test('every shell step names its shell, and calls the engine by path alone', () => {
  assert.ok(steps.filter(({ run }) => run !== undefined).length >= 4)
  for (const { run, shell } of steps) assert.equal(shell, run === undefined ? undefined : 'bash')
  assert.doesNotMatch(steps.map(({ run = '' }) => run).join('\n'), /npx|npm (?:exec|install)|\$\{\{/)
})

test('unknown references in a change and in its message fail the job, with file and line in the table; what was there before is not looked at', async (t) => {
  const { status, summary, known, said } = await runSteps(
    repository(
      t,
      { 'docs/a note.md': 'Fine.\n\nIncident-Ref: 2026-01-05-nowhere\n' },
      'Add a note\n\nIncident-Ref: 2026-01-05-nowhere',
    ),
  )
  assert.equal(status, 1, said)
  assert.match(summary, /\| docs\/a note\.md:3 \| \*\*Error\*\*: .*2026-01-05-nowhere/)
  assert.match(summary, /\| Commit messages \| \*\*Error\*\*/)
  assert.doesNotMatch(summary, /old\.md|2026-01-05-gone/)
  assert.equal(known['steps.refs.outputs.findings'], '2')
  assert.match(said, /::error file=docs\/a note\.md,line=3/)
})

test('a sound change passes; incidents near it are in the table and in a comment', async (t) => {
  const files = {
    'rollout.md': 'Rollout of the update: all routers of the hospital at once, without stages.\n',
    'picture.bin': 'x\0y',
  }
  const { status, summary, known, said } = await runSteps(
    repository(t, files, 'Plan it\n\nIncident-Ref: 2026-01-05-router-outage'),
  )
  assert.equal(status, 0, said)
  assert.match(summary, /\| \[[^\]]+\]\(https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/\) \|/)
  assert.match(summary, /Nothing to mend/)
  assert.match(readFileSync(known['steps.suggest.outputs.comment'] ?? '', 'utf8'), /2026-01-05-router-outage/)
})

test('an unrelated change has neither findings nor a comment', async (t) => {
  const { status, summary, known, said } = await runSteps(
    repository(t, { 'lunch.md': 'Lunch moves to one o’clock.\n' }, 'Move lunch'),
  )
  assert.equal(status, 0, said)
  assert.match(summary, /Incidents near this change\n\nNone\./)
  assert.equal(known['steps.suggest.outputs.comment'], undefined)
})

test('without data or a site the job says what to give', async (t) => {
  const made = repository(t, {}, 'Nothing')
  const { status, said } = await runSteps({ ...made, values: { ...made.values, 'inputs.data': '' } })
  assert.equal(status, 2)
  assert.match(said, /::error::Give this action data/)
})

/** The same repository, with the address of a site in the place of the data. */
const fromSite = ({ repo, values }: ReturnType<typeof repository>, site: string) => ({
  repo,
  values: { ...values, 'inputs.data': '', 'inputs.site': site },
})

test('the data of a published site are downloaded, wherever the site lies', async (t) => {
  const made = repository(
    t,
    {
      'a.md': 'Incident-Ref: 2026-01-05-nowhere\n',
      'rollout.md': 'Rollout of the update: all routers of the hospital at once, without stages.\n',
    },
    'Add',
  )
  const { status, summary, said } = await runSteps(
    fromSite(made, `${await served(t, dirname(made.values['inputs.data'] ?? ''))}/`),
  )
  assert.equal(status, 1, said)
  assert.match(summary, /\| a\.md:1 \| \*\*Error\*\*: .*2026-01-05-nowhere/)
  assert.match(summary, /\| \[[^\]]+\]\(https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/\) \|/)
})

test('a site that is down, or is no such site, is named with what to do', async (t) => {
  const made = repository(t, {}, 'Nothing')
  const port = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => port.once('listening', ready))
  const free = port.address()
  assert.ok(free && typeof free === 'object')
  await new Promise((closed) => port.close(closed))
  for (const site of [`http://127.0.0.1:${free.port}`, await served(t, made.repo)]) {
    const { status, said, summary } = await runSteps(fromSite(made, site))
    assert.equal(status, 2, said)
    assert.match(
      said,
      new RegExp(
        `::error::${site}/data/refs\\.json could not be read\\. Check that site is .* or give data instead\\.`,
      ),
    )
    assert.equal(summary, '')
  }
})

test('a site that answers everything with a page is refused, and the file is named', async (t) => {
  const made = repository(t, {}, 'Nothing')
  const server = createServer((_, response) => response.end('<!doctype html><title>Home</title>')).listen(
    0,
    '127.0.0.1',
  )
  t.after(() => server.close())
  await new Promise((ready) => server.once('listening', ready))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const { status, said } = await runSteps(fromSite(made, `http://127.0.0.1:${address.port}`))
  assert.ok(status >= 2, said)
  assert.match(said, /precedents\.json/)
})
