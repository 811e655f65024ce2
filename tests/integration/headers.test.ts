import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
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
  mkdirSync(join(folder, 'embed'))
  writeHeaders(folder, { audience: 'CLEAR', peers: [], base: '/', ...options })
  return folder
}

test('every page but the cards refuses to be framed', (t) => {
  const of = headersOf(folderFor(t))
  for (const path of ['/', '/about/', '/404.html'])
    assert.match(of(path).get('Content-Security-Policy') ?? '', /, frame-ancestors 'none'$/)
  assert.ok(!/frame-ancestors/.test(of('/embed/incidents/x/').get('Content-Security-Policy') ?? ''))
  assert.equal(of('/embed/incidents/x/').get('X-Frame-Options'), undefined)
  assert.equal(of('/embed/incidents/x/').get('X-Content-Type-Options'), 'nosniff')
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

test('nginx gets the same headers, those of cards without the frame rule', (t) => {
  const text = readFileSync(join(folderFor(t, { base: '/kb' }), '_headers.nginx'), 'utf8')
  const [site = '', cards = ''] = text.split('location ^~ /kb/embed/ {')
  for (const name of ['Content-Security-Policy', 'Referrer-Policy', 'Permissions-Policy', 'X-Content-Type-Options']) {
    assert.match(site, new RegExp(`^add_header ${name} ".+" always;$`, 'm'))
    assert.match(cards, new RegExp(`^  add_header ${name} ".+" always;$`, 'm'))
  }
  assert.match(site, /frame-ancestors 'none'/)
  assert.ok(!cards.includes('frame-ancestors'))
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

test('a header value in which nginx would read a variable is not written', (t) => {
  assert.throws(() => folderFor(t, { peers: ['https://b$host'] }), /nginx would read a variable/)
})
