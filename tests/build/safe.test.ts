import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { freshFolder } from '../fresh-folder.ts'
import { buildSite, builtTexts, writeFiles } from './site.ts'

test('an empty knowledge base builds; content with errors is not built, and the last build stays as it was', () => {
  const folder = freshFolder()
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  writeFiles(content, { 'site.yaml': 'title: Test\ndescription: A test.\n' })
  const empty = buildSite(content, out)
  assert.equal(empty.status, 0, empty.said)
  const before = builtTexts(out)
  writeFiles(content, { 'topics/broken.yaml': 'question: [\n' })
  const { status, said } = buildSite(content, out)
  assert.equal(status, 1)
  assert.match(said, /topics\/broken\.yaml:\d+:\d+/)
  assert.ok(!/\n\s+at .+:\d+:\d+\)?\n/.test(said), 'no stack trace')
  assert.deepEqual(builtTexts(out), before)
  assert.deepEqual(readdirSync(folder).sort(), ['content', 'out'])
})
