import assert from 'node:assert/strict'
import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { aftermath } from './command.ts'
import { buildSite, builtTexts, freshFolder, writeFiles } from './site.ts'

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
    [['csaf', '2026-01-05-router-outage'], 'csaf/2026-01-05-router-outage.json'],
  ] as const)
    assert.equal(aftermath('export', ...args, ...flags).stdout, readFileSync(join(out, 'data', file), 'utf8'), file)
  for (const id of ['2026-01-05-router-outage', '2026-02-10-router-review'])
    assert.equal(
      aftermath('show', id, ...flags).stdout,
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

test('a site that does not know its address has no CSAF document, and says why', () => {
  const folder = freshFolder()
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  cpSync(SMALL, content, { recursive: true })
  writeFiles(content, { 'site.yaml': 'title: Small\ndescription: Small.\n' })
  const { status, said } = buildSite(content, out, ['--now', '2026-06-01'])
  assert.equal(status, 0, said)
  const texts = builtTexts(out)
  assert.match(
    texts.get('data/index.html') ?? '',
    /There are no CSAF documents here: each would name its publisher by the address of this site/,
  )
  assert.deepEqual(
    [...texts]
      .filter(
        ([file, text]) => file.startsWith('data/csaf/') || (file.startsWith('incidents/') && text.includes('CSAF')),
      )
      .map(([file]) => file),
    [],
  )
})
