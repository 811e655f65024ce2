import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { buildSite, builtTexts, freshFolder, writeFiles } from './site.ts'

const site = { 'site.yaml': 'title: Test\ndescription: A test.\n' }

test('content with errors is not built, and the last build stays as it was', () => {
  const folder = freshFolder()
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  writeFiles(content, site)
  assert.equal(buildSite(content, out).status, 0)
  const before = builtTexts(out)
  writeFiles(content, { 'topics/broken.yaml': 'question: [\n' })
  const { status, said } = buildSite(content, out)
  assert.equal(status, 1)
  assert.match(said, /topics\/broken\.yaml:\d+:\d+/)
  assert.ok(!/\n\s+at .+:\d+:\d+\)?\n/.test(said), 'no stack trace')
  assert.deepEqual(builtTexts(out), before)
  assert.deepEqual(readdirSync(folder).sort(), ['content', 'out'])
})

test('an empty knowledge base builds', () => {
  const folder = freshFolder()
  writeFiles(join(folder, 'content'), site)
  const { status, said } = buildSite(join(folder, 'content'), join(folder, 'out'))
  assert.equal(status, 0, said)
})

test('a build under a path prefix writes every internal link with it', () => {
  const folder = freshFolder()
  const { status, said } = buildSite(resolve(import.meta.dirname, '../../content'), join(folder, 'out'), [
    '--base',
    '/kb',
  ])
  assert.equal(status, 0, said)
  const strays = [...builtTexts(join(folder, 'out'))]
    .filter(([file]) => file.endsWith('.html'))
    .flatMap(([file, text]) =>
      [...text.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, link = '']) => ({ file, link })),
    )
    .filter(({ link }) => link !== '/kb' && !link.startsWith('/kb/'))
  assert.deepEqual(strays.slice(0, 10), [])
})
