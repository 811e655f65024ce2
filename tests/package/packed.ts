import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { z } from 'zod'
import { root, run, type Ran } from '../build/command.ts'

const names = z.record(z.string(), z.string())
const manifest = z.looseObject({ dependencies: names, devDependencies: names.default({}) })
const CHECKER = ['@astrojs/check', 'typescript']
const pick = (values: Readonly<Record<string, string>>, wanted: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => wanted.includes(name)))
const lockfile = z.looseObject({ packages: z.record(z.string(), z.looseObject({})) })
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const write = (file: string, value: unknown): void => writeFileSync(file, JSON.stringify(value, null, 2))

/** What `npm pack --json` says of a tarball. */
const report = z.tuple([
  z.object({
    filename: z.string(),
    size: z.number(),
    unpackedSize: z.number(),
    files: z.array(z.object({ path: z.string(), size: z.number() })),
  }),
])
export type Packed = z.output<typeof report>[0]

// What the package is made of; the content, the tests and the rest of the repository have no part in it.
const SOURCES = [
  'src',
  'scripts',
  'examples',
  'package.json',
  'tsconfig.json',
  'tsconfig.package.json',
  'README.md',
  'LICENSE',
]

/** Runs a command in a folder with the Node that runs the tests. */
export const runIn = (folder: string, command: string, ...args: string[]): Ran =>
  run(command, args, nodeFirst(), folder)

/** The environment in which a command finds the Node that runs the tests before any other. */
export const nodeFirst = (): Record<string, string> => ({
  PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`,
  ASTRO_TELEMETRY_DISABLED: '1',
})

/** Asserts that a command ended well, and gives what it said. */
export function said({ status, stdout, stderr }: Ran): string {
  assert.equal(status, 0, `${stdout}\n${stderr}`)
  return stdout + stderr
}

/** A copy of what the package is made of: a pack exchanges package.json for a moment, which other tests need. */
export function copyRepository(folder: string): void {
  for (const name of SOURCES) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
}

/** Packs a copy of the repository into the folder beside it, as its owner would. */
export function pack(repository: string): Packed {
  const { status, stdout, stderr } = runIn(repository, 'npm', 'pack', '--silent', '--json', '--pack-destination', '..')
  assert.equal(status, 0, stderr)
  return report.parse(JSON.parse(stdout))[0]
}

/**
 * Copies the starter and installs the tarball in it with npm. The lockfile is that of the repository, so that versions
 * are those it is tested with and come from npm's cache; npm takes from it what the site needs and no more.
 */
export function installSite(repository: string, tarball: string, site: string): void {
  cpSync(join(repository, 'examples/starter'), site, { recursive: true })
  const starter = manifest.parse(read(join(site, 'package.json')))
  const asked = { ...starter.dependencies, 'astro-aftermath': `file:../${tarball}` }
  // What checks pages of the owner's own; a site of records alone does without.
  const devDependencies = pick(manifest.parse(read(join(root, 'package.json'))).devDependencies, CHECKER)
  write(join(site, 'package.json'), { ...starter, dependencies: asked, devDependencies })
  const { packages, ...lock } = lockfile.parse(read(join(root, 'package-lock.json')))
  const { '': _own, ...known } = packages
  write(join(site, 'package-lock.json'), {
    ...lock,
    packages: { '': { dependencies: asked, devDependencies }, ...known },
  })
  said(runIn(site, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund'))
}

/** A page of the owner's own: every incident with its body. */
export function writeOwnPage(site: string): void {
  mkdirSync(join(site, 'src/pages'))
  writeFileSync(
    join(site, 'src/pages/mine.astro'),
    `---
import { getCollection, render } from 'astro:content'

const incidents = await getCollection('incidents')
const shown = await Promise.all(incidents.map(async (entry) => ({ entry, ...(await render(entry)) })))
const titles: string[] = incidents.map(({ data }) => data.title)
---

<html lang="en">
  <head><title>{titles.length} of ours</title></head>
  <body>
    {
      shown.map(({ entry, Content }) => (
        <article>
          <h2>{entry.data.title}</h2>
          <Content />
        </article>
      ))
    }
  </body>
</html>
`,
  )
}
