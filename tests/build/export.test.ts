import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { cli, SMALL } from '../content-folder.ts'
import { freshFolder } from '../fresh-folder.ts'
import { buildOrThrow } from './site.ts'

test('what the command exports equals the files of the site byte for byte', async () => {
  const out = join(freshFolder(), 'out')
  const flags = ['--now', '2026-06-01', '--site', 'https://kb.example', '--base', '/kb', '--content', SMALL]
  buildOrThrow(SMALL, out, flags.slice(0, 6))
  for (const [args, file] of [
    [['json'], 'knowledge.json'],
    [['jsonl'], 'knowledge.jsonl'],
    [['csv', '--kind', 'incidents'], 'records/incidents.csv'],
  ] as const)
    assert.equal(
      (await cli('/', ['export', ...args, ...flags])).stdout,
      readFileSync(join(out, 'data', file), 'utf8'),
      file,
    )
  for (const id of ['2026-01-05-router-outage', '2026-02-10-router-review'])
    assert.equal(
      (await cli('/', ['show', id, ...flags])).stdout,
      readFileSync(join(out, id.endsWith('outage') ? 'incidents' : 'summits', `${id}.md`), 'utf8'),
      id,
    )
})
