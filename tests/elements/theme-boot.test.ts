import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { runInNewContext } from 'node:vm'

const boot = readFileSync(new URL('../../src/elements/theme-boot.js', import.meta.url), 'utf8')
const themeFrom = (kept: string | null) => {
  const dataset: Record<string, string> = {}
  runInNewContext(boot, { localStorage: { getItem: () => kept }, document: { documentElement: { dataset } } })
  return dataset['theme']
}

test('a theme that was chosen here is set before the first paint, and words of other applications are not', () => {
  assert.equal(themeFrom('dark'), 'dark')
  assert.equal(themeFrom('light'), 'light')
  for (const words of [null, '', 'solarized', '{"mode":"dark"}']) assert.equal(themeFrom(words), undefined)
})
