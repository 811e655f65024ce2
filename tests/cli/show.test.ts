import assert from 'node:assert/strict'
import test from 'node:test'
import { markdownOf } from '#content/render/markdown.ts'
import { markdownTwin } from '#exports/markdown.ts'
import { KINDS } from '#schema/kind-names.ts'
import { partsOf } from '#schema/walk.ts'
import { cli, contentFolder, SMALL } from '../content-folder.ts'
import { knowledgeOf } from '../small.ts'
import { readMarkdown } from '../hostile/read-markdown.ts'

const knowledge = knowledgeOf(SMALL)
const SITE = ['--site', 'https://kb.example']

test('every kind of record is shown as its Markdown file has it', async (t) => {
  const folder = contentFolder(t)
  assert.deepEqual([...new Set(knowledge.entries.map(({ kind }) => kind))].sort(), [...KINDS].sort())
  for (const entry of knowledge.entries)
    assert.deepEqual(await cli(folder, ['show', entry.id, ...SITE]), {
      exitCode: 0,
      stdout: markdownTwin(knowledge, entry, markdownOf(knowledge, entry)),
      stderr: '',
    })
})

test('a revision that the record never had is refused', async (t) => {
  const { exitCode, stderr } = await cli(contentFolder(t), ['show', 'acme-staged-updates@r9'])
  assert.equal(exitCode, 2)
  assert.match(stderr, /expected a revision of acme-staged-updates up to 1, found "acme-staged-updates@r9"/)
})

test('a part is shown by itself, with its record, its sources and the records that it names', async (t) => {
  const { stdout } = await cli(contentFolder(t), ['show', '2026-01-05-router-outage#e-stop', ...SITE])
  assert.equal(
    stdout,
    `---
recordKind: "incidents"
id: "2026-01-05-router-outage"
part: "e-stop"
url: "https://kb.example/incidents/2026-01-05-router-outage/#e-stop"
site: "Small"
revision: 1
timeline:
  - id: "e-stop"
    at: "2026-01-05T08:00Z"
    kind: "onset"
    actor:
      - "harbor"
    title: "The routers of Harbor Hospital stopped"
    sources:
      - "acme-report"
      - "beacon-story"
    confidence: "high"
    tlp: "CLEAR"
---

# The routers of Harbor Hospital stopped

Part of [An Acme update stopped the routers of Harbor Hospital](https://kb.example/incidents/2026-01-05-router-outage/).

## Sources

- \`acme-report\`: [Report on the router outage](https://acme.example/report), Acme Networks, 9 January 2026
- \`beacon-story\`: [Routers stop a hospital](https://beacon.example/routers), The Beacon, 6 January 2026

## Records named

- \`harbor\`: [Harbor Hospital](https://kb.example/organizations/harbor/)
`,
  )
})

test('every part of every record can be shown', async (t) => {
  const folder = contentFolder(t)
  const parts = knowledge.entries.flatMap(({ id, data }) => partsOf(data).map((part) => `${id}#${part.id}`))
  assert.ok(parts.length > 20)
  for (const part of parts) {
    const { exitCode, stdout } = await cli(folder, ['show', part])
    assert.equal(exitCode, 0)
    assert.ok(readMarkdown(stdout, true).headings[0], part)
    assert.doesNotMatch(stdout, /undefined|\[object|NaN|Invalid Date|null/)
  }
})

test('an old id leads to the record', async (t) => {
  const folder = contentFolder(t, {
    'organizations/quay.yaml':
      'name: Quay\nkind: vendor\naliases: [quayside]\nhistory: [{ revision: 1, ' +
      'date: "2026-03-01", type: addition, summary: First recorded. }]\n',
  })
  assert.match((await cli(folder, ['show', 'quayside'])).stdout, /^id: "quay"\n[\s\S]+\n# Quay\n/m)
})

test('a record with errors is not shown; its findings are', async (t) => {
  const { exitCode, stdout } = await cli(contentFolder(t, { 'organizations/acme.yaml': 'name: Acme\nkind: vendr\n' }), [
    'show',
    'acme',
  ])
  assert.equal(exitCode, 1)
  assert.match(stdout, /organizations\/acme\.yaml:2:1 {2}error {2}field-value/)
})

test('what an audience may not see is not there for it', async (t) => {
  const folder = contentFolder(t, {
    'organizations/quay.yaml':
      'name: Quay\nkind: vendor\ntlp: RED\nhistory: [{ revision: 1, date: ' +
      '"2026-03-01", type: addition, summary: First recorded. }]\n',
  })
  assert.match((await cli(folder, ['show', 'quay'])).stdout, /^tlp: "RED"$/m)
  assert.deepEqual(await cli(folder, ['show', 'quay', '--audience', 'AMBER']), {
    exitCode: 2,
    stdout: '',
    stderr:
      'aftermath: no record has the id "quay". "aftermath export csv" lists records ' +
      'with their ids.\nRun "aftermath show --help" for what it takes.\n',
  })
})
