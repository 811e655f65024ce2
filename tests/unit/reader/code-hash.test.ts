import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { codeHash } from '#reader/code-hash.ts'
import { contentFolder } from '../content-folder.ts'

test('what was bundled is used again only for the same code, packages and settings', (t) => {
  const root = contentFolder(t, {}, null)
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
    return codeHash(root, '/', '')
  }
  const seen = [
    write('src/pages/index.astro', 'one'),
    write('src/pages/index.astro', 'two'),
    write('src/pages/deep/er/data.yaml', 'two'),
    write('astro.config.mjs', 'two'),
    write('package-lock.json', 'two'),
    write('public/robots.txt', 'two'),
    codeHash(root, '/kb', ''),
    codeHash(root, '/', 'https://example.org'),
  ]
  assert.equal(new Set(seen).size, seen.length)
  assert.equal(codeHash(root, '/', ''), seen[5], 'the same again')
  assert.equal(write('content/topics/a.yaml', 'a record'), seen[5], 'content is no code')
})
