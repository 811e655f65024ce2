import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import test from 'node:test'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const read = (file: string): unknown => JSON.parse(readFileSync(resolve(root, file), 'utf8'))
const names = z.record(z.string(), z.string()).default({})
const manifest = z
  .object({ dependencies: names, devDependencies: names, allowScripts: z.record(z.string(), z.boolean()) })
  .parse(read('package.json'))
const locked = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  optionalDependencies: names,
  os: z.array(z.string()).optional(),
  cpu: z.array(z.string()).optional(),
})
const { packages } = z.object({ packages: z.record(z.string(), locked) }).parse(read('package-lock.json'))
const installed = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('every dependency is pinned to one version', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name)
})

test('every locked package is held to its contents', () => {
  assert.ok(installed.length > 300)
  for (const [path, { integrity }] of installed) assert.match(integrity ?? '', /^sha512-/, path)
})

test('the lockfile has every optional package of every other, for all platforms', () => {
  const known = new Set(installed.map(([path]) => nameOf(path)))
  const missing = installed.flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !known.has(name))
      .map((name) => `${name} of ${path}`),
  )
  assert.deepEqual(missing, [])
})

test('whatever comes as a program of its own comes for Linux, macOS and Windows', () => {
  const native = installed.filter(([, { os, cpu }]) => os && cpu)
  // @pagefind/linux-x64 and @rolldown/binding-linux-x64-gnu are families of one name each.
  const families = Map.groupBy(native, ([path]) =>
    nameOf(path).replace(
      /[-/](linux|darwin|win32|windows|freebsd|android|openbsd|netbsd|sunos|aix|openharmony)[-\w]*$/,
      '',
    ),
  )
  assert.ok(families.size >= 4, [...families.keys()].join(', '))
  const wanted = [
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
  ] as const
  const missing = [...families].flatMap(([family, members]) =>
    // Some packages are for one platform by nature (fsevents, WebAssembly fall-backs); sharp carries libvips in its own
    // package on Windows.
    members.length < 3 || family === '@img/sharp-libvips'
      ? []
      : wanted
          .filter(([os, cpu]) => !members.some(([, one]) => one.os?.includes(os) && one.cpu?.includes(cpu)))
          .map((pair) => `${family} for ${pair.join(' ')}`),
  )
  assert.deepEqual(missing, [])
})

test('only the listed packages run scripts when they are installed', () => {
  const allowed = Object.entries(manifest.allowScripts)
    .filter(([, value]) => value)
    .map(([name]) => name)
  const running = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))
  // fsevents is for macOS alone, where npm asks the same list and does not run it.
  assert.deepEqual([...new Set(running)].filter((name) => name !== 'fsevents').sort(), allowed.sort())
})

test('npm run sbom lists every locked package in CycloneDX', () => {
  const { status, stdout } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  assert.equal(status, 0)
  const bom = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(z.object({ name: z.string(), version: z.string() })),
    })
    .parse(JSON.parse(stdout))
  const listed = new Set(bom.components.map(({ name, version }) => `${name}@${version}`))
  for (const name of Object.keys(manifest.dependencies))
    assert.ok(
      [...listed].some((one) => one.startsWith(`${name}@`)),
      name,
    )
  assert.ok(listed.size > 300)
})
