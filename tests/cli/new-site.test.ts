import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test, { type TestContext } from 'node:test'
import { SCHEMA_FOLDER } from '#cli/write-schemas.ts'
import { run } from '../build/command.ts'
import { cli, contentFolder, found } from '../content-folder.ts'

const root = resolve(import.meta.dirname, '../..')

/** An empty folder outside of the repository. */
const emptyFolder = (t: TestContext): string => contentFolder(t, {}, null)

/** Begins a site with a version in its package.json: packing the repository takes longer than all else. */
const newSite = (folder: string, ...args: string[]) => cli(folder, ['new-site', ...args, '--package', '0.1.0'])

test('a new site is an Astro project whose records check clean, under Git, with versions pinned', async (t) => {
  const folder = emptyFolder(t)
  const { exitCode, stdout } = await newSite(folder, 'Our incidents')
  assert.equal(exitCode, 0)
  assert.match(stdout, /Next:\n {2}cd "Our incidents"\n {2}npm install\n {2}npm run dev\n$/)
  const site = join(folder, 'Our incidents')
  for (const file of [
    'astro.config.mjs',
    'tsconfig.json',
    'public/favicon.svg',
    `content/${SCHEMA_FOLDER}/topics.json`,
  ])
    assert.ok(existsSync(join(site, file)), file)
  assert.match(readFileSync(join(site, '.git/HEAD'), 'utf8'), /refs\/heads\/main/)
  assert.equal(
    readFileSync(join(site, '.gitignore'), 'utf8'),
    readFileSync(join(root, 'examples/starter/.gitignore'), 'utf8'),
  )
  const { name, dependencies } = JSON.parse(readFileSync(join(site, 'package.json'), 'utf8'))
  assert.equal(name, 'our-incidents')
  assert.match(dependencies.astro, /^\d+\.\d+\.\d+$/)
  assert.equal(dependencies['astro-aftermath'], '0.1.0')
  const { findings } = await found(site)
  assert.deepEqual(
    findings.filter(({ level }) => level !== 'hint').map(({ rule }) => rule),
    ['site-address'],
    'only its address is not known yet',
  )
})

test('a tarball is copied into the site, which asks for it', async (t) => {
  const folder = emptyFolder(t)
  writeFileSync(join(folder, 'engine.tgz'), 'packed')
  assert.equal((await cli(folder, ['new-site', 'ours', '--package', 'engine.tgz'])).exitCode, 0)
  assert.equal(readFileSync(join(folder, 'ours/engine.tgz'), 'utf8'), 'packed')
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'ours/package.json'), 'utf8'))
  assert.equal(dependencies['astro-aftermath'], 'file:engine.tgz')
})

test('an empty folder is filled, and so is a Git repository without files', async (t) => {
  const folder = emptyFolder(t)
  mkdirSync(join(folder, 'empty'))
  run('git', ['init', '--quiet', join(folder, 'cloned')])
  for (const name of ['empty', 'cloned']) {
    assert.equal((await newSite(folder, name)).exitCode, 0)
    assert.ok(existsSync(join(folder, name, 'content/site.yaml')))
  }
})

test('no repository is made within another', async (t) => {
  const folder = emptyFolder(t)
  run('git', ['init', '--quiet', folder])
  const { stdout } = await newSite(folder, 'ours')
  assert.match(stdout, /lies in a Git repository already/)
  assert.ok(!existsSync(join(folder, 'ours/.git')))
})

test('where Git is missing, it is said', (t) => {
  const folder = emptyFolder(t)
  const { status, stdout } = run(
    process.execPath,
    [join(root, 'src/cli/bin.mjs'), 'new-site', 'ours', '--package', '0.1.0'],
    { PATH: folder },
    folder,
  )
  assert.equal(status, 0)
  assert.match(stdout, /Git was not found: once it is installed, type "git init -b main"/)
})

test('a folder that holds something, a file, the program and no name are refused', async (t) => {
  const folder = emptyFolder(t)
  writeFileSync(join(folder, 'kept.txt'), 'kept')
  for (const [args, words] of [
    [[folder], /expected a new or empty folder, found "kept\.txt"/],
    [['kept.txt'], /expected a new or empty folder, found a file/],
    [[join(root, 'ours')], /expected a folder outside of .+, which is the program/],
    [[], /expected DIR/],
    [['ours', '--package', 'nowhere.tgz'], /expected a tarball or a version after --package, found no /],
  ] as const) {
    const { exitCode, stderr } = await cli(folder, ['new-site', ...args])
    assert.equal(exitCode, 2)
    assert.match(stderr, words)
  }
  assert.deepEqual(readdirSync(folder), ['kept.txt'])
})

test('a relative name is seen from where the person stands', (t) => {
  const folder = emptyFolder(t)
  const args = ['run', '--silent', 'new-site', 'ours', '--', '--package', '0.1.0']
  assert.equal(run('npm', ['--prefix', root, ...args], {}, folder).status, 0)
  assert.ok(existsSync(join(folder, 'ours/content/site.yaml')))
})

test('a disk that takes no more leaves nothing half-written', (t) => {
  const folder = emptyFolder(t)
  // A limit on the size of files stands in for a full disk: the write fails midway.
  const { status, stderr } = run('sh', [
    '-c',
    `ulimit -f 8; exec "${process.execPath}" src/cli/bin.mjs new-site "${join(folder, 'ours')}" --package 0.1.0`,
  ])
  assert.equal(status, 1)
  assert.match(stderr, /could not be written: the file is larger than this machine allows/)
  assert.doesNotMatch(stderr, /\n\s+at /)
  assert.deepEqual(readdirSync(folder), [])
})
