import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { satisfies } from 'semver'
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
