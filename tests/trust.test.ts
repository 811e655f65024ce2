import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'

const root = resolve(import.meta.dirname, '..')
const ROW = /^\|[^|]*\| `([^`]+)` \| ([^|]+) \|$/gm

test('each promise of the review of trust is held by a test of that name', () => {
  const rows = [...readFileSync(join(root, 'docs/decisions/trust.md'), 'utf8').matchAll(ROW)]
  assert.ok(rows.length > 50)
  const missing = rows.filter(([, file = '', name = '']) => {
    const path = join(root, 'tests', file)
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(name)
  })
  assert.deepEqual(
    missing.map(([row]) => row),
    [],
  )
})
