import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { root } from '../build/command.ts'
import { copyRepository, installSite, nodeFirst, pack, type Packed, runIn, said, writeOwnPage } from './packed.ts'

const MEGABYTE = 1e6
// Spaces in every path: an owner's folder may have them.
const work = mkdtempSync(join(tmpdir(), 'aftermath package '))
const [repository, site] = [join(work, 'the repository'), join(work, 'a site')]
const installed = join(site, 'node_modules/astro-aftermath')
let packed: Packed

before(() => {
  mkdirSync(repository)
  copyRepository(repository)
  packed = pack(repository)
})
after(() => rmSync(work, { recursive: true, force: true }))

test('npm pack leaves the repository as it was', () => {
  const [now, was] = [repository, root].map((folder) => readFileSync(join(folder, 'package.json')))
  assert.ok(now && was && now.equals(was))
  assert.ok(!existsSync(join(repository, 'lib')))
})

test('the tarball holds the program alone, compiled, and is small', (t) => {
  const { size, unpackedSize, files } = packed
  t.diagnostic(`${size} bytes, ${unpackedSize} unpacked, ${files.length} files`)
  const isFont = (path: string) => /\.(?:woff2?|ttf|otf)$/.test(path)
  const withoutFonts = files.filter(({ path }) => !isFont(path)).reduce((sum, file) => sum + file.size, 0)
  assert.ok(withoutFonts < 5 * MEGABYTE, `${withoutFonts} bytes`)
  const [folders, starter] = [/^(?:lib|examples\/starter)\//, /^examples\/starter\//]
  const paths = files.map(({ path }) => path)
  assert.deepEqual(paths.filter((path) => !folders.test(path)).sort(), ['LICENSE', 'README.md', 'package.json'])
  const strays = paths.filter(
    (path) => !starter.test(path) && /(?<!\.d)\.ts$|\.test\.|^lib\/content\.config|\.(?:yaml|yml)$/.test(path),
  )
  assert.deepEqual(strays, [], 'sources, tests or records')
  for (const path of ['lib/index.js', 'lib/index.d.ts', 'lib/content.d.ts', 'lib/cli/bin.mjs', 'lib/styles/site.css'])
    assert.ok(paths.includes(path), path)
  assert.ok(paths.includes('examples/starter/.github/workflows/publish.yml'))
})

test('the tarball is installed in a site in a folder with a space in its name', () => {
  installSite(repository, packed.filename, site)
  assert.ok(existsSync(join(installed, 'lib/index.js')))
})

const IMPORT = /^\s*(?:import|export)\s(?:[^'"`;=]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? ''

test('what is compiled imports files that are there, and packages that package.json names', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const named = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)])
  const wrong = packed.files
    .map(({ path }) => path)
    .filter((path) => path.startsWith('lib/') && /\.(?:m?js|astro)$/.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(installed, path), 'utf8')
      return [...text.matchAll(IMPORT)].flatMap(([, statik, dynamic]) => {
        const [specifier = ''] = (statik ?? dynamic ?? '').split('?')
        // Modules of Node, Astro and ours that no file holds, and code that is written by code.
        if (/^(?:node|astro|virtual):|\$\{/.test(specifier)) return []
        const isOurs = /^[#.]/.test(specifier)
        const file = specifier.startsWith('#')
          ? join(installed, 'lib', specifier.slice(1))
          : join(installed, path, '..', specifier)
        return (isOurs ? existsSync(file) : named.has(packageOf(specifier))) ? [] : [`${path}: ${specifier}`]
      })
    })
  assert.deepEqual(wrong, [])
})

const astro = (...args: string[]) => runIn(site, join(site, 'node_modules/.bin/astro'), ...args)
const aftermath = (...args: string[]) => runIn(site, join(site, 'node_modules/.bin/aftermath'), ...args)
const INCIDENT = 'A configuration change stopped the order queue'

test('astro sync and astro check find the types of records in a page of the owner’s own', () => {
  writeOwnPage(site)
  said(astro('sync'))
  assert.match(said(astro('check', '--noSync')), /0 errors/)
})

test('astro build makes the site, the search index and the page of the owner’s own', () => {
  said(astro('build'))
  const page = readFileSync(join(site, 'dist/mine/index.html'), 'utf8')
  assert.ok(page.includes(`<h2>${INCIDENT}</h2>`))
  assert.match(page, /The change set a timeout that was <a href="\/incidents\/2026-01-15-example-queue\/#f-timeout">/)
  for (const file of ['index.html', 'pagefind/pagefind.js', 'guides/writing/index.html', 'favicon.svg', '_headers'])
    assert.ok(existsSync(join(site, 'dist', file)), file)
})

test('aftermath check and aftermath new-site run from the installed package', () => {
  assert.match(said(aftermath('check')), /Checked 4 records/)
  said(aftermath('new-site', '../another site'))
  const { dependencies } = JSON.parse(readFileSync(join(work, 'another site/package.json'), 'utf8'))
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  assert.equal(dependencies['astro-aftermath'], version)
  assert.equal(
    readFileSync(join(work, 'another site/.gitignore'), 'utf8'),
    readFileSync(join(site, '.gitignore'), 'utf8'),
  )
})

/**
 * Listens to a development server as an open page does: how often it has been told to load anew, and when it is told
 * once more than so many times.
 */
async function reloadsOf(address: string) {
  const socket = new WebSocket(address.replace(/^http/, 'ws'), 'vite-hmr')
  let count = 0
  let told = () => {}
  socket.addEventListener('message', ({ data }) => {
    if ((JSON.parse(String(data)) as { readonly type: string }).type !== 'full-reload') return
    count += 1
    told()
  })
  await new Promise<void>((opened, failed) => {
    socket.addEventListener('open', () => opened())
    socket.addEventListener('error', () => failed(new Error(`${address} refused the connection of an open page`)))
  })
  const after = async (seen: number) => {
    while (count === seen) await new Promise<void>((reload) => (told = reload))
  }
  return { count: () => count, after, stop: () => socket.close() }
}

test('astro dev serves the pages of the package and the page of the owner’s own', async () => {
  const server = spawn(
    process.execPath,
    [join(site, 'node_modules/astro/bin/astro.mjs'), 'dev', '--host', '127.0.0.1', '--port', '0'],
    { cwd: site, env: { ...process.env, ...nodeFirst() }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let text = ''
      const listen = (chunk: Buffer) => {
        text += chunk.toString()
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
        if (found !== undefined) resolve(found)
      }
      server.stdout.on('data', listen)
      server.stderr.on('data', listen)
      server.once('close', () => reject(new Error(text)))
    })
    for (const path of ['/incidents/2026-01-15-example-queue/', '/mine/']) {
      const answer = await fetch(`${address}${path}`)
      assert.equal(answer.status, 200, path)
      assert.ok((await answer.text()).includes(INCIDENT), path)
    }
    assert.equal((await fetch(`${address}/guides/writing/`)).status, 200)

    const file = join(site, 'content/incidents/2026-01-15-example-queue.mdx')
    const before = readFileSync(file, 'utf8')
    const renamed = 'The queue under another title'
    const shows = async (path: string) => (await (await fetch(`${address}${path}`)).text()).includes(renamed)
    const reloads = await reloadsOf(address)
    writeFileSync(file, before.replace(INCIDENT, renamed))
    // The second needs Astro's copy of the records, for which it waits once the save is known.
    for (const path of ['/incidents/2026-01-15-example-queue/', '/mine/'])
      for (let seen = reloads.count(); !(await shows(path)); seen = reloads.count()) await reloads.after(seen)
    reloads.stop()
    writeFileSync(file, before)
  } finally {
    server.kill()
    await ended
  }
})
