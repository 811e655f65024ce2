import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { aftermath } from './command.ts'
import { buildSite, freshFolder } from './site.ts'

const SMALL = resolve(import.meta.dirname, '../fixtures/small')

test('what the command exports equals the files of the site byte for byte', () => {
  const out = join(freshFolder(), 'out')
  const flags = ['--now', '2026-06-01', '--site', 'https://kb.example', '--base', '/kb', '--content', SMALL]
  const { status, said } = buildSite(SMALL, out, flags.slice(0, 6))
  assert.equal(status, 0, said)
  for (const [args, file] of [
    [['json'], 'knowledge.json'],
    [['jsonl'], 'knowledge.jsonl'],
    [['csv', '--kind', 'incidents'], 'records/incidents.csv'],
  ] as const)
    assert.equal(aftermath('export', ...args, ...flags).stdout, readFileSync(join(out, 'data', file), 'utf8'), file)
})
