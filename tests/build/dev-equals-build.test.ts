import { load } from 'cheerio'
import assert from 'node:assert/strict'
import { cpSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test, { after, before } from 'node:test'
import { injectedRoutes } from '#integration/injected-routes.ts'
import { cli } from '../content-folder.ts'
import { freshFolder } from '../fresh-folder.ts'
import { startServer } from './command.ts'
import { ODD, request, sent } from './odd-requests.ts'
import { buildOrThrow, writeFiles } from './site.ts'

const SMALL = resolve(import.meta.dirname, '../fixtures/small')
const NOW = '2026-06-01'

// A second incident that is like the first: the two have a page that compares them.
const SECOND = `---
title: The routers stopped again
summary: A second update stopped the same routers.
kind: fault
severity: minor
causes: [change-code]
milestones:
  - { id: m-began, name: began, at: "2026-01-07T08:00Z", sources: [acme-report] }
related:
  - { incident: 2026-01-05-router-outage, how: sameCause }
history:
  - { revision: 1, date: "2026-01-20", type: addition, summary: First version. }
---
`

/** What a page says and where it can be linked to; styles and scripts are delivered in another way in development. */
function essence(html: string): { text: string; anchors: string[]; links: string[] } {
  // What stands in <noscript> is markup to readers without scripts.
  const $ = load(html, { scriptingEnabled: false })
  $('script, style, link').remove()
  return {
    text: $('body').text().replace(/\s+/g, ' ').trim(),
    anchors: $('[id]')
      .map((_, element) => $(element).attr('id') ?? '')
      .get(),
    links: $('a[href]')
      .map((_, element) => $(element).attr('href') ?? '')
      .get(),
  }
}

/** One address for each pattern of a route: the first page that a build wrote for it. */
function pagesByRoute(out: string): Map<string, string> {
  const built = globSync('**/*.html', { cwd: out }).sort()
  const routes = injectedRoutes([], []).map(({ pattern }) => {
    const source = pattern
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) =>
        segment.startsWith('[...') ? '(?:/[^/]+)*' : segment.startsWith('[') ? '/[^/]+' : `/${segment}`,
      )
      .join('')
    return [pattern, new RegExp(pattern === '/404' ? '^/404\\.html$' : `^${source}/index\\.html$`)] as const
  })
  return new Map(
    routes.flatMap(([pattern, address]) => {
      const file = built.find((path) => address.test(`/${path}`))
      return file === undefined ? [] : [[pattern, file] as const]
    }),
  )
}

/** Links of built pages to this host that lack the path under which the site stands. */
const strayLinks = (out: string): string[] =>
  globSync('**/*.html', { cwd: out }).flatMap((file) =>
    [...readFileSync(join(out, file), 'utf8').matchAll(/(?:href|src|action)="(\/[^"]*)"/g)]
      .map(([, link = '']) => link)
      .filter((link) => link !== '/kb' && !link.startsWith('/kb/'))
      .map((link) => `${file}: ${link}`),
  )

const folder = freshFolder()
const [content, out] = [join(folder, 'content'), join(folder, 'dist')]
const FLAGS = ['--now', NOW, '--base', '/kb', '--site', 'https://kb.example']
let server: Awaited<ReturnType<typeof startServer>>

before(async () => {
  cpSync(SMALL, content, { recursive: true })
  writeFiles(content, { 'incidents/2026-01-07-second-outage.mdx': SECOND })
  buildOrThrow(content, out, FLAGS)
  server = await startServer('dev', ['--content', content, ...FLAGS, '--port', '0'], {})
})
after(() => server.stop())

test('each kind of page and every file is the same in development as in a build', async () => {
  const { address, said } = server
  assert.deepEqual(strayLinks(out).slice(0, 10), [], 'every link within the site has its path before it')
  const pages = pagesByRoute(out)
  const unseen = injectedRoutes([], []).filter(({ pattern }) => !pages.has(pattern))
  assert.deepEqual(
    unseen.map(({ pattern }) => pattern),
    [],
    'the fixture has a page of every kind',
  )
  const get = async (path: string) => {
    // A connection of its own: a busy server may close an idle one just as it is used again.
    const headers = { accept: 'text/html', connection: 'close' }
    const response = await fetch(new URL(`/kb/${path}`, address), { headers }).catch((cause: unknown) => {
      throw new Error(`no answer for ${path}; the server said:\n${said()}`, { cause })
    })
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  for (const [pattern, file] of pages) {
    const { status, bytes } = await get(file.replace(/index\.html$/, ''))
    assert.equal(status, pattern === '/404' ? 404 : 200, file)
    assert.deepEqual(essence(bytes.toString()), essence(readFileSync(join(out, file), 'utf8')), pattern)
  }
  // Files of the bundler, pictures for unfurling and what hosts read belong to builds alone; the index knows anchors
  // of built pages.
  const files = globSync('**/*.*', { cwd: out }).filter(
    (path) => !/\.html$|^(?:_assets|og|pagefind|search)\/|^_/.test(path),
  )
  assert.ok(files.length > 50, 'the fixture has many files')
  for (const file of files) {
    const { status, bytes } = await get(file)
    assert.equal(status, 200, file)
    assert.ok(bytes.equals(readFileSync(join(out, file))), `${file} is the same bytes`)
  }
  for (const file of ['pagefind/pagefind.js', 'search/catalog.json', 'search/words/s.json', 'search/strips.json'])
    assert.equal((await get(file)).status, 200, file)
})

test('what the command exports equals the files of the site byte for byte', async () => {
  const printed = async (...args: string[]) => (await cli('/', [...args, '--content', content, ...FLAGS])).stdout
  for (const [args, file] of [
    [['json'], 'knowledge.json'],
    [['jsonl'], 'knowledge.jsonl'],
    [['csv', '--kind', 'incidents'], 'records/incidents.csv'],
  ] as const)
    assert.equal(await printed('export', ...args), readFileSync(join(out, 'data', file), 'utf8'), file)
  for (const [kind, id] of [
    ['incidents', '2026-01-05-router-outage'],
    ['summits', '2026-02-10-router-review'],
  ] as const)
    assert.equal(await printed('show', id), readFileSync(join(out, kind, `${id}.md`), 'utf8'), id)
})

const port = () => Number(new URL(server.address).port)
const page = (host: string) => sent(port(), request('GET /kb/data/refs.json', ['Accept: text/html'], host))

test('development serves what asks for this machine by its name, and no other host', async () => {
  for (const host of ['localhost', 'localhost:4321', '127.0.0.1', '[::1]'])
    assert.match(await page(host), /^HTTP\/1\.1 200 .*router-outage/s, host)
  for (const host of ['evil.example', 'localhost.evil.example', 'kb.internal', '127.0.0.1.evil.example']) {
    const answer = await page(host)
    assert.match(answer, /^HTTP\/1\.1 403 /, host)
    assert.ok(!answer.includes('router-outage'), host)
  }
})

test('no request ends development: it answers the next one', async () => {
  const within = ODD.map((odd) => odd.replace(/^(\w+) \//, '$1 /kb/'))
  for (const odd of new Set([...ODD, ...within])) {
    await sent(port(), odd)
    assert.match(await page('localhost'), /^HTTP\/1\.1 200 /, `after ${JSON.stringify(odd.slice(0, 80))}`)
  }
})
