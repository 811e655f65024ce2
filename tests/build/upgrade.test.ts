import assert from 'node:assert/strict'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { freshProject } from '../fresh-folder.ts'
import { root, run } from './command.ts'
import { astroBuild, builtTexts } from './site.ts'

const FIRST = resolve(import.meta.dirname, '../fixtures/first-starter')

test('a site that began with the first starter is migrated and built by this version', () => {
  const project = freshProject(FIRST)
  const NOW = { AFTERMATH_NOW: '2026-06-01' }
  const aftermath = (...args: string[]) => run(process.execPath, [join(root, 'src/cli/bin.mjs'), ...args], NOW, project)
  const build = (tool?: 'aftermath') => astroBuild(project, NOW, tool)

  const before = build('aftermath')
  assert.notEqual(before.status, 0)
  assert.match(before.said, /Here that is "communication"/)

  const migrated = aftermath('migrate')
  assert.equal(migrated.status, 0, migrated.stdout + migrated.stderr)
  const after = build()
  assert.equal(after.status, 0, after.said)
  const page = builtTexts(after.out).get('incidents/2026-02-03-old-words/index.html') ?? ''
  assert.match(page, /A certificate expired on the order gateway/)
  assert.match(page, /<b>Communication<\/b>/)
})
