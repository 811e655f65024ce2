import assert from 'node:assert/strict'
import test from 'node:test'
import { readSettings } from '#content/settings.ts'

const read = (given: Parameters<typeof readSettings>[0]) => readSettings(given, {}, '/work', Date.UTC(2026, 5, 1))

test('the address of a site is held as site.yaml holds it', () => {
  assert.equal(read({ site: 'https://kb.example/base/' }).site, 'https://kb.example/base')
  for (const site of [
    'https://kb.example/\nX-Evil: 1',
    'https://kb.exa;mple',
    'https://$host/',
    'javascript:alert(1)',
    'https://kb.example/"',
  ])
    assert.throws(() => read({ site }), /AFTERMATH_SITE \(--site\): expected an address/, site)
})

test('a path prefix has no sign that means anything to a header, a redirect or a server', () => {
  assert.equal(read({ base: 'kb/notes/' }).base, '/kb/notes')
  assert.equal(read({}).base, '/')
  for (const base of [
    '/a b',
    '/a\nb',
    '/a"b',
    '/<c>',
    '/a?b',
    '/a#b',
    '/a;b',
    '/$x',
    '/*',
    '/..',
    '/a/./b',
    '/a//b',
    '/%2e',
    '/ü',
  ])
    assert.throws(() => read({ base }), /AFTERMATH_BASE \(--base\): expected a path/, base)
})
