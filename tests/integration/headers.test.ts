import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { contentPolicy } from '#exports/policy.ts'
import { headersOf, writeHeaders } from '#integration/headers.ts'
import { contentFolder } from '../content-folder.ts'

function folderFor(t: TestContext, options: Partial<Parameters<typeof writeHeaders>[1]> = {}): string {
  const folder = join(
    contentFolder(t, { 'index.html': 'x', '404.html': 'x', 'about/index.html': 'x' }, null),
    'content',
  )
  writeHeaders(folder, { audience: 'CLEAR', peers: [], base: '/', ...options })
  return folder
}

test('no address may be framed', (t) => {
  const of = headersOf(folderFor(t))
  for (const path of ['/', '/about/', '/404.html', '/data/knowledge.json']) {
    assert.match(of(path).get('Content-Security-Policy') ?? '', /; frame-ancestors 'none'$/)
    assert.equal(of(path).get('X-Frame-Options'), 'DENY')
  }
})

test('_headers is one rule for every address, with a policy of a single value', (t) => {
  const text = readFileSync(join(folderFor(t), '_headers'), 'utf8')
  assert.deepEqual(text.match(/^\S.*$/gm), ['/*'])
  assert.equal(text.match(/Content-Security-Policy/g)?.length, 1)
})

test('builds above CLEAR ask search engines to stay away, on every address', (t) => {
  assert.equal(
    headersOf(folderFor(t, { audience: 'GREEN' }))('/data/knowledge.json').get('X-Robots-Tag'),
    'noindex, nofollow',
  )
  assert.equal(headersOf(folderFor(t))('/').get('X-Robots-Tag'), undefined)
})

test('headers stand under the path prefix', (t) => {
  const of = headersOf(folderFor(t, { base: '/kb' }))
  assert.equal(of('/kb/').get('X-Frame-Options'), 'DENY')
  assert.equal(of('/other/').size, 0)
})

test('other origins and WebAssembly are for the search alone', () => {
  const peers = ['https://peer.example']
  assert.match(
    contentPolicy({ peers, engine: true }),
    /script-src 'self' 'wasm-unsafe-eval';.*connect-src 'self' https:\/\/peer\.example;/,
  )
  assert.ok(!/peer|wasm/.test(contentPolicy({ peers, engine: false })))
  for (const engine of [true, false])
    assert.ok(!/unsafe-inline|'unsafe-eval'|\*|data:/.test(contentPolicy({ peers, engine })))
})
