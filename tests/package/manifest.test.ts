import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import test, { type TestContext } from 'node:test'
import { exchangeManifest, publishedManifest, restoreManifest } from '../../scripts/manifest.ts'

const root = resolve(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'package.json'), 'utf8')

/** A folder with the package.json of the repository and something compiled. */
function repository(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-manifest-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const manifest = join(folder, 'package.json')
  writeFileSync(manifest, text)
  mkdirSync(join(folder, 'lib'))
  return { folder, manifest, read: () => readFileSync(manifest, 'utf8') }
}

test('the published package.json leads to compiled files and carries nothing that serves the repository alone', () => {
  const { exports, imports, bin, files, dependencies, peerDependencies, ...rest } = JSON.parse(publishedManifest(text))
  assert.deepEqual(exports['.'], { types: './lib/index.d.ts', default: './lib/index.js' })
  assert.deepEqual(exports['./content'], { types: './lib/content.d.ts', default: './lib/content.js' })
  assert.equal(exports['./components/*'], './lib/components/*')
  assert.deepEqual(imports, { '#*': './lib/*' })
  assert.deepEqual(bin, { aftermath: './lib/cli/bin.mjs' })
  assert.deepEqual(files, ['lib', 'examples/starter'])
  assert.equal(dependencies.astro, undefined)
  assert.match(peerDependencies.astro, /^\^7\.\d+\.\d+$/)
  assert.deepEqual(
    Object.keys(rest).filter((name) => ['private', 'devDependencies', 'allowScripts', 'overrides'].includes(name)),
    [],
  )
  assert.deepEqual(Object.keys(rest.scripts), ['prepack', 'postpack'])
  for (const keyword of ['astro-integration', 'withastro']) assert.ok(rest.keywords.includes(keyword))
})

test('package.json is back byte for byte after a pack, and nothing compiled is left', (t) => {
  const { folder, read } = repository(t)
  exchangeManifest(folder)
  assert.notEqual(read(), text)
  restoreManifest(folder)
  assert.equal(read(), text)
  assert.deepEqual([existsSync(join(folder, 'lib')), existsSync(join(folder, '.aftermath/pack'))], [false, false])
})

test('the next pack puts right what an interrupted one left', (t) => {
  const { folder, read } = repository(t)
  exchangeManifest(folder)
  restoreManifest(folder)
  exchangeManifest(folder)
  restoreManifest(folder)
  assert.equal(read(), text)
})

test('a package.json that somebody took back after an interrupted pack stays as it is', (t) => {
  const { folder, manifest, read } = repository(t)
  exchangeManifest(folder)
  const newer = text.replace('"version": "', '"version": "9')
  writeFileSync(manifest, newer)
  restoreManifest(folder)
  assert.equal(read(), newer)
})

test('a published package.json that was changed is not lost silently', (t) => {
  const { folder, manifest, read } = repository(t)
  exchangeManifest(folder)
  const changed = `${read()}\n`
  writeFileSync(manifest, changed)
  assert.throws(() => restoreManifest(folder), /interrupted "npm pack".+git checkout package\.json/s)
  assert.equal(read(), changed)
})
