import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import test, { after, before } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { exceptions, toDo } from './advisories/judge.ts'
import { freshFolder } from './fresh-folder.ts'

const root = resolve(import.meta.dirname, '..')
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, { version?: string; dependencies?: object }>>
}

const ADVISORY = {
  id: 1,
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
  title: 'Made up for a test',
  severity: 'high',
  vulnerable_versions: '*',
  cwe: [],
  cvss: { score: 0 },
}

/** Packages that were asked about, with their versions, by the last question. */
let asked: Readonly<Record<string, readonly string[]>> = {}
/** What the registry answers, by package. */
let answer: Readonly<Record<string, readonly (typeof ADVISORY)[]>> | undefined

// A registry as npm talks to it: one address for advisories, and a description of each package with the versions we
// lock.
const registry = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    if (request.method === 'POST') {
      if (answer === undefined) return response.writeHead(405).end()
      const body = Buffer.concat(chunks)
      asked = JSON.parse(
        (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString(),
      ) as typeof asked
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    }
    const name = decodeURIComponent((request.url ?? '').slice(1))
    const own = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
    const versions = Object.fromEntries(
      own.map(([, { version = '', dependencies }]) => [version, { name, version, dependencies }]),
    )
    return response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ name, versions, 'dist-tags': {} }))
  })
})
before(() => new Promise<void>((listening) => registry.listen(0, '127.0.0.1', listening)))
after(() => registry.close())

const cache = freshFolder()

function advisories(exceptions: string): Promise<{ code: number; said: string }> {
  const file = join(cache, 'exceptions.yaml')
  writeFileSync(file, exceptions)
  const { port } = registry.address() as AddressInfo
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_cache: cache,
    npm_config_fetch_retries: '0',
    npm_config_audit: 'true',
  }
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['tests/advisories/main.ts', '--exceptions', file],
      { cwd: root, env },
      (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    )
  })
}

const LISTED = '- id: GHSA-aaaa-bbbb-cccc\n  package: yaml\n  reason: It needs a feature that nothing here turns on.\n'

test('every locked package is asked about, and no advisory is good news', async () => {
  answer = {}
  const { code, said } = await advisories('[]')
  assert.equal(code, 0, said)
  assert.match(said, /^No advisory touches a locked package but 0 exceptions/)
  const locked = new Set(Object.keys(packages).flatMap((path) => /.*node_modules\/(.+)$/.exec(path)?.[1] ?? []))
  assert.deepEqual(Object.keys(asked).sort(), [...locked].sort())
})

test('an advisory for a locked package fails, with what to do, unless it is listed with a reason', async () => {
  answer = { yaml: [ADVISORY] }
  const { code, said } = await advisories('[]')
  assert.equal(code, 1, said)
  assert.match(
    said,
    /^yaml: Made up for a test \(high, https:\S+\)\. Take a version without it, or list GHSA-aaaa-bbbb-cccc/m,
  )
  assert.equal((await advisories(LISTED)).code, 0)
})

test('an exception that is no longer needed is to be deleted, and one without a reason is refused', () => {
  const listed = (text: string) => exceptions.parse(parse(text))
  assert.deepEqual(toDo([], listed(LISTED)), [
    'yaml: GHSA-aaaa-bbbb-cccc is listed, and touches no locked version. Delete it from the list.',
  ])
  assert.throws(() => listed(LISTED.replace(/reason: .*/, 'reason: no')))
})

test('a registry that does not answer is told from one that has nothing to say', async () => {
  answer = undefined
  const { code, said } = await advisories('[]')
  assert.equal(code, 2)
  assert.match(said, /did not answer "npm audit", so nothing is known/)
})
