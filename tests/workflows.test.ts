import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { archiveCommand } from '#cli/commands/archive.ts'

const root = resolve(import.meta.dirname, '..')
const STARTER = 'examples/starter'
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const permissions = z.record(z.string(), z.string())
const step = z.strictObject({
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  env: z.record(z.string(), z.string()).default({}),
})
const job = z.looseObject({
  'runs-on': z.literal('ubuntu-latest'),
  'timeout-minutes': z.int().max(120),
  permissions: permissions.optional(),
  needs: z.string().optional(),
  environment: z.looseObject({ name: z.string() }).optional(),
  steps: z.array(step),
})
const workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(z.string(), job),
})

const files = globSync(['.github/workflows/*', `${STARTER}/.github/workflows/*`], { cwd: root }).sort()
const workflows = files.map((file) => ({ file, text: read(file), ...workflow.parse(parse(read(file))) }))
const byName = (file: string) => workflows.find((one) => one.file === file) ?? assert.fail(`no ${file}`)
const stepsOf = ({ jobs }: { readonly jobs: z.infer<typeof workflow>['jobs'] }) =>
  Object.values(jobs).flatMap(({ steps }) => steps)
const runs = (file: string) => stepsOf(byName(file)).flatMap(({ run }) => run ?? [])

test('this repository and the starter have the workflows that upkeep needs', () =>
  assert.deepEqual(files, [
    ...['advisories', 'content', 'pages', 'sources', 'test'].map((name) => `.github/workflows/${name}.yml`),
    ...['advisories', 'check', 'publish', 'sources'].map((name) => `${STARTER}/.github/workflows/${name}.yml`),
  ]))

for (const one of workflows) {
  const { file, text, jobs } = one

  test(`${file} pins every action to a commit, one commit for each version`, () => {
    const used = text.match(/uses:.+/g) ?? []
    assert.ok(used.length > 0)
    for (const line of used) assert.match(line, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test(`${file} leaves no credentials in the folder that later steps see`, () => {
    for (const { uses = '', with: given } of stepsOf(one))
      if (uses.startsWith('actions/checkout@')) assert.equal(given['persist-credentials'], false)
  })

  test(`${file} may do no more than it needs`, () => {
    const rights = [
      one.permissions,
      ...Object.values(jobs).flatMap((item) => (item.permissions ? [item.permissions] : [])),
    ]
    const granted = new Set(rights.flatMap((own) => Object.entries(own).map(([name, right]) => `${name}: ${right}`)))
    const writing = [...granted].filter((right) => right.endsWith('write'))
    const needed = file.endsWith('sources.yml')
      ? ['issues: write']
      : /(?:pages|publish)\.yml$/.test(file)
        ? ['pages: write', 'id-token: write']
        : []
    assert.deepEqual(writing, needed)
    // Whoever may write says so in the job that does; the workflow itself grants nothing then.
    if (needed.length > 0) assert.deepEqual(one.permissions, {})
  })

  test(`${file} puts nothing that others wrote into a command, and runs for no code of others with rights`, () => {
    for (const { run = '' } of stepsOf(one)) assert.doesNotMatch(run, /\$\{\{/)
    assert.deepEqual(
      Object.keys(one.on).filter((event) => !['pull_request', 'push', 'schedule', 'workflow_dispatch'].includes(event)),
      [],
    )
  })
}

test('all workflows use the same commit of an action', () => {
  const pinned = workflows.flatMap(({ text }) => text.match(/[\w-]+\/[\w-]+@[0-9a-f]{40}/g) ?? [])
  const byAction = Map.groupBy(new Set(pinned), (one) => one.split('@')[0])
  for (const [action, all] of byAction) assert.equal(all.length, 1, action)
})

for (const file of ['.github/workflows/pages.yml', `${STARTER}/.github/workflows/publish.yml`])
  test(`${file} builds and deploys in separate jobs, at each push and daily, and is never cut off`, () => {
    const { on, jobs, concurrency } = byName(file)
    assert.deepEqual(Object.keys(on).sort(), ['push', 'schedule', 'workflow_dispatch'])
    assert.match(JSON.stringify(on['schedule']), /"\d+ \d+ \* \* \*"/)
    assert.equal(concurrency['cancel-in-progress'], false)
    assert.deepEqual(Object.keys(jobs), ['build', 'deploy'])
    assert.deepEqual(jobs['build']?.permissions, { contents: 'read', pages: 'read' })
    assert.deepEqual(jobs['deploy']?.permissions, { pages: 'write', 'id-token': 'write' })
    assert.equal(jobs['deploy']?.needs, 'build')
    // The job that may publish runs no code of ours or of a package.
    assert.deepEqual(
      jobs['deploy']?.steps.flatMap(({ run }) => run ?? []),
      [],
    )
  })

for (const [file, check] of [
  ['.github/workflows/content.yml', 'npm run --silent check -- --format github'],
  [`${STARTER}/.github/workflows/check.yml`, 'npx aftermath check --format github'],
] as const)
  test(`${file} shows findings beside their lines and keeps a preview of the site`, () => {
    const steps = stepsOf(byName(file))
    const at = (words: RegExp) => steps.findIndex(({ run, uses }) => words.test(run ?? uses ?? ''))
    assert.ok(runs(file).includes(check))
    assert.ok(at(/^npm run build$/) > at(/--format github$/))
    assert.ok(at(/^actions\/upload-artifact@/) > at(/^npm run build$/))
    assert.equal(steps[at(/^actions\/upload-artifact@/)]?.with['path'], 'dist')
  })

for (const file of files.filter((name) => name.endsWith('sources.yml')))
  test(`${file} looks for dead addresses and missing copies once a week, and keeps one issue`, () => {
    assert.match(JSON.stringify(byName(file).on['schedule']), /"\d+ \d+ \* \* 1"/)
    const line = runs(file).at(-1) ?? ''
    assert.match(line, / archive --dry-run --report$/)
    for (const [, flag = ''] of line.matchAll(/--([\w-]+)/g)) assert.ok(flag in archiveCommand.flags, flag)
    assert.deepEqual(stepsOf(byName(file)).at(-1)?.env, { GITHUB_TOKEN: '${{ github.token }}' })
  })

for (const file of files.filter((name) => name.endsWith('advisories.yml')))
  test(`${file} runs on every change of the lockfile, and once a week`, () => {
    const { on } = byName(file)
    for (const event of ['pull_request', 'push'])
      assert.ok(JSON.stringify(on[event]).includes('package-lock.json'), event)
    assert.ok('schedule' in on)
  })

const updates = z.object({
  version: z.literal(2),
  updates: z.array(
    z.object({
      'package-ecosystem': z.enum(['npm', 'github-actions']),
      directory: z.string().optional(),
      directories: z.array(z.string()).optional(),
      groups: z.record(z.string(), z.object({ patterns: z.array(z.string()).optional() }).loose()),
    }),
  ),
})

for (const [file, base] of [
  ['.github/dependabot.yml', root],
  [`${STARTER}/.github/dependabot.yml`, join(root, STARTER)],
] as const)
  test(`${file} updates packages and actions in groups, in folders that have them`, () => {
    const given = updates.parse(parse(read(file))).updates
    assert.deepEqual([...new Set(given.map((one) => one['package-ecosystem']))].sort(), ['github-actions', 'npm'])
    for (const { groups, directory, directories = [], ...one } of given) {
      assert.ok(Object.keys(groups).length > 0)
      const wanted = one['package-ecosystem'] === 'npm' ? 'package.json' : '.github/workflows'
      for (const folder of [...directories, ...(directory === undefined ? [] : [directory])])
        assert.ok(existsSync(join(base, folder, wanted)), folder)
    }
  })

const form = z.object({
  name: z.string(),
  description: z.string(),
  body: z.array(
    z
      .object({
        type: z.enum(['input', 'textarea', 'dropdown', 'checkboxes']),
        id: z.string().regex(/^[a-z]+$/),
        attributes: z.object({ label: z.string() }).loose(),
      })
      .loose(),
  ),
})

test('the forms for issues are to report an error and to propose a record, and ask for a source', () => {
  const forms = ['error', 'record'].map((name) => form.parse(parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`))))
  assert.deepEqual(
    forms.map(({ name }) => name),
    ['Report an error', 'Propose a record'],
  )
  for (const { body } of forms) {
    assert.equal(new Set(body.map(({ id }) => id)).size, body.length)
    assert.ok(body.some(({ id }) => /^sources?$/.test(id)))
  }
})

test('the project can be cited by its version and licence', () => {
  const cited = parse(read('CITATION.cff'))
  const own = JSON.parse(read('package.json'))
  assert.deepEqual([cited['cff-version'], cited.version, cited.license], ['1.2.0', own.version, own.license])
})
