import assert from 'node:assert/strict'
import test from 'node:test'
import { readTap, withRehearsal } from '../scripts/rehearse-upgrade.ts'

const PAGE = `# Upgrades

| Astro | rehearsed | Node | tests passed | failed |
|---|---|---|---|---|
| 7.3.5 | 2026-11-30 | 24.21.0 | 38 of 38 | none |
`

test('a report of tests is read as how many passed, and the names of those that failed', () => {
  const report = [
    'TAP version 13',
    'ok 1 - a build is whole',
    'not ok 2 - a page is the same',
    '  not ok 1 - a | part of it',
    '# tests 3',
    '# pass 1',
    '# fail 2',
  ]
  assert.deepEqual(readTap(report.join('\n')), { passed: 1, failed: ['a page is the same', 'a | part of it'] })
  assert.deepEqual(readTap(''), { passed: 0, failed: [] })
})

test('a rehearsal stands on the page once for each version, with what failed', () => {
  const row = (astro: string, failed: readonly string[]) => ({
    day: '2026-12-01',
    astro,
    node: '24.21.0',
    passed: 37,
    failed,
  })
  const again = withRehearsal(PAGE, row('7.3.5', ['a | b']))
  assert.equal(again, PAGE.replace('2026-11-30 | 24.21.0 | 38 of 38 | none', '2026-12-01 | 24.21.0 | 37 of 38 | a / b'))
  assert.equal(withRehearsal(again, row('7.4.0', [])), `${again}| 7.4.0 | 2026-12-01 | 24.21.0 | 37 of 37 | none |\n`)
})
