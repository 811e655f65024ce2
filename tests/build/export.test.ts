import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { cli, SMALL } from '../content-folder.ts'
import { buildOrThrow, freshFolder } from './site.ts'

test('what the command exports equals the files of the site byte for byte', async () => {
  const out = join(freshFolder(), 'out')
  const flags = ['--now', '2026-06-01', '--site', 'https://kb.example', '--base', '/kb', '--content', SMALL]
  buildOrThrow(SMALL, out, flags.slice(0, 6))
  for (const [args, file] of [
    [['json'], 'knowledge.json'],
    [['jsonl'], 'knowledge.jsonl'],
    [['csv', '--kind', 'incidents'], 'records/incidents.csv'],
    [['csaf', '2026-01-05-router-outage'], 'csaf/2026-01-05-router-outage.json'],
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
  const page = readFileSync(join(out, 'incidents/2026-01-05-router-outage/index.html'), 'utf8')
  const address = '/kb/data/csaf/2026-01-05-router-outage.json'
  assert.ok(
    page.includes(`<link rel="alternate" type="application/json" title="CSAF 2.1" href="${address}">`),
    'programs find the document',
  )
  assert.ok(page.includes(`<a href="${address}">CSAF</a>`), 'and so do people')
})
