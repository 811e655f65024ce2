import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { satisfies } from 'semver'
import { parse } from 'yaml'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const starter = join(root, 'examples/starter')

const names = z.record(z.string(), z.string()).default({})
const manifest = z.looseObject({
  version: z.string(),
  engines: names,
  dependencies: names,
  devDependencies: names,
})
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ engines: z.unknown().optional(), optional: z.boolean().default(false) }),
  ),
})
/** The oldest of each line that has long support. */
const ENOUGH = ['22.19.0', '24.0.0', '26.0.0']
const readManifest = (folder: string) => manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))

const step = z.object({ uses: z.string().optional(), run: z.string().optional(), with: z.looseObject({}).optional() })
const workflow = z.object({
  on: z.looseObject({}),
  permissions: names,
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(z.string(), z.object({ permissions: names.optional(), steps: z.array(step) })),
})
const workflowText = (name: string) => readFileSync(join(starter, '.github/workflows', name), 'utf8')
const readWorkflow = (name: string) => workflow.parse(parse(workflowText(name)))
const NAMES = ['check.yml', 'publish.yml']

test('the starter asks for the versions that this repository is built and tested with', () => {
  const [own, theirs] = [readManifest(root), readManifest(starter)]
  assert.deepEqual(theirs.dependencies, { astro: own.dependencies['astro'], 'astro-aftermath': own.version })
  for (const [name, version] of Object.entries(theirs.devDependencies))
    assert.equal(version, own.devDependencies[name], name)
  assert.deepEqual(theirs.engines, own.engines)
})

test('the documents name the Node that package.json asks for', () => {
  assert.equal(readManifest(root).engines['node'], '^22.19 || >=24')
  for (const file of ['README.md', 'CONTRIBUTING.md', 'examples/starter/README.md', 'src/docs/guides/own-copy.mdx'])
    assert.match(readFileSync(join(root, file), 'utf8'), /Node 22\.19 or newer \(not 23\)/, file)
})

test('that Node is enough for every package, so that npm prints no warning about engines', () => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const tooOld = Object.entries(packages).flatMap(([path, { engines, optional }]) => {
    // Old packages list their engines instead of naming them.
    const asked = names.safeParse(engines).data?.['node'] ?? '*'
    return path === '' || optional || ENOUGH.every((version) => satisfies(version, asked)) ? [] : [`${path}: ${asked}`]
  })
  assert.deepEqual(tooOld, [])
})

test('a pull request is checked with findings as annotations, and its preview is kept with the run', () => {
  const steps = Object.values(readWorkflow('check.yml').jobs).flatMap((job) => job.steps)
  assert.ok(steps.some(({ run }) => run === 'npx aftermath check --format github'))
  const upload = steps.findIndex(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
  assert.ok(upload > steps.findIndex(({ run }) => run === 'npm run build'))
  assert.equal(steps[upload]?.with?.['path'], 'dist')
})

test('the workflows pin every action to a commit, keep no credentials and may do no more than they need', () => {
  assert.deepEqual(globSync('*', { cwd: join(starter, '.github/workflows') }).sort(), NAMES)
  for (const name of NAMES) {
    const { jobs } = readWorkflow(name)
    for (const line of workflowText(name).match(/uses:.+/g) ?? [])
      assert.match(line, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    for (const { uses = '', with: given } of Object.values(jobs).flatMap(({ steps }) => steps))
      if (uses.startsWith('actions/checkout@')) assert.equal(given?.['persist-credentials'], false)
  }
  assert.deepEqual(readWorkflow('check.yml').permissions, { contents: 'read' })
  const { permissions, jobs } = readWorkflow('publish.yml')
  assert.deepEqual(permissions, {})
  assert.deepEqual(jobs['build']?.permissions, { contents: 'read', pages: 'read' })
  assert.deepEqual(jobs['deploy']?.permissions, { pages: 'write', 'id-token': 'write' })
})

test('a pull request is checked and built; the site is published at each push and daily, and never cut off', () => {
  const check = readWorkflow('check.yml')
  assert.deepEqual(
    check.jobs['check']?.steps.flatMap(({ run }) => run ?? []),
    ['npm ci', 'npx aftermath check --format github', 'npm run build'],
  )
  const publish = readWorkflow('publish.yml')
  assert.deepEqual(Object.keys(publish.on).sort(), ['push', 'schedule', 'workflow_dispatch'])
  assert.equal(publish.concurrency['cancel-in-progress'], false)
})
