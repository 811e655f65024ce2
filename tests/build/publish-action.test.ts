import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import test from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { root, run } from './command.ts'
import { freshFolder, writeFiles } from './site.ts'

const action = z.object({
  runs: z.object({
    steps: z.array(
      z.object({
        id: z.string().optional(),
        shell: z.string().optional(),
        env: z.record(z.string(), z.string()).optional(),
        run: z.string().optional(),
      }),
    ),
  }),
})

/** The steps of the action that run a shell. */
const steps = action
  .parse(parse(readFileSync(join(root, '.github/actions/publish/action.yml'), 'utf8')))
  .runs.steps.filter((step) => step.run !== undefined)

/** Runs the shell steps as the runner does: `bash -eo pipefail`, expressions filled in, outputs in a file. `npm ci` is left out: the packages are here. */
function publish(content: string, audience: string) {
  const folder = freshFolder()
  const [bin, outputs] = [join(folder, 'bin'), join(folder, 'outputs')]
  mkdirSync(bin)
  writeFileSync(outputs, '')
  const npm = run('sh', ['-c', 'command -v npm']).stdout.trim()
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\n[ "$1" = ci ] && exit 0\nexec "${npm}" "$@"\n`)
  chmodSync(join(bin, 'npm'), 0o755)
  const known: Readonly<Record<string, string>> = {
    'github.action_path': join(root, '.github/actions/publish'),
    'github.workspace': content,
    'inputs.content': '.',
    'runner.temp': folder,
    'inputs.audience': audience,
    'steps.pages.outputs.origin': 'https://someone.example',
    'steps.pages.outputs.base_path': '/kb',
  }
  const filled = (text: string) =>
    text.replace(
      /\$\{\{ ([\w.]+) \}\}/g,
      (_, name: string) => known[name] ?? assert.fail(`the action asks for ${name}`),
    )
  const results = steps.map(({ run: script = '', env = {} }) =>
    run(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', filled(script)],
      {
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)])),
        PATH: `${bin}${delimiter}${process.env['PATH']}`,
        GITHUB_OUTPUT: outputs,
      },
      folder,
    ),
  )
  return { results, outputs: readFileSync(outputs, 'utf8') }
}

test(
  'the steps of the publish action build a content repository for its address and say where the site is',
  { timeout: 300_000 },
  () => {
    const content = join(freshFolder(), 'theirs')
    run('npm', ['run', '--silent', 'new-site', content])
    const { results, outputs } = publish(content, 'CLEAR')
    assert.deepEqual(
      results.map(({ status }) => status),
      [0],
      results.map(({ stderr }) => stderr).join('\n'),
    )
    const built = /^folder=(.+)$/m.exec(outputs)?.[1] ?? assert.fail(outputs)
    assert.match(readFileSync(join(built, 'index.html'), 'utf8'), /href="\/kb\/incidents\/2026-01-15-example-queue\/"/)
    assert.match(
      readFileSync(join(built, 'data/knowledge.json'), 'utf8'),
      /https:\/\/someone\.example\/kb\/incidents\//,
    )
  },
)

test('content with errors ends the action and names no folder', () => {
  const content = freshFolder()
  writeFiles(content, { 'site.yaml': 'titel: Wrong\n' })
  const { results, outputs } = publish(content, 'CLEAR')
  assert.deepEqual(
    results.map(({ status }) => status),
    [1],
  )
  assert.match(results[0]?.stderr ?? '', /site\.yaml:1:1/)
  assert.equal(outputs, '')
})
