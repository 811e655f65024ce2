import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { readContent } from '#content/read.ts'
import { contentFolder } from '../content-folder.ts'

const NOW = Date.UTC(2026, 5, 1)
const SITE = 'title: Ours\ndescription: What broke here.\n'

function read(t: TestContext, files: Readonly<Record<string, string>>, level: 'CLEAR' | 'RED' = 'CLEAR') {
  const folder = contentFolder(t, { 'site.yaml': SITE, ...files }, null)
  const { entries, findings } = readContent(`${folder}/content`, { level, now: NOW, drafts: false })
  const incident = entries.find(({ kind }) => kind === 'incidents')
  assert.deepEqual(
    findings.map(({ message }) => message),
    [],
  )
  return incident?.kind === 'incidents' ? incident.data : undefined
}

const record = (front: string) =>
  `---\ntitle: A queue stopped\nsummary: It stopped.\nkind: fault\n${front}---\n\nText.\n`
const FILE = 'incidents/2026-01-15-queue.mdx'

test('whoever tells of their own incident writes neither sources, organizations nor history', (t) => {
  const data = read(t, {
    [FILE]: record(
      'timeline:\n  - { id: e-stop, at: "2026-01-15T10:00Z", kind: onset, title: It stopped }\nimpact:\n  - { id: ' +
        'i-orders, measure: orders, what: Orders lost, value: 3 }\nactions:\n  - { id: a-fix, text: Mend it. }\n',
    ),
  })
  assert.deepEqual(
    data?.history.map(({ date, type }) => [date, type]),
    [['2026-01-15', 'addition']],
  )
  assert.deepEqual(
    [data?.account, data?.severity, data?.state, data?.actions[0]?.status],
    ['own', 'unknown', 'resolved', 'unknown'],
  )
})

test('sources and the organization are given once for a whole record', (t) => {
  const data = read(t, {
    [FILE]: record(
      'sources: [report]\norganization: acme\ntimeline:\n  - { id: e-stop, at: "2026-01-15T10:00Z", ' +
        'kind: onset, title: It stopped }\n  - { id: e-seen, at: "2026-01-15T10:05Z", kind: ' +
        'detection, title: A customer called, actor: { name: A customer, kind: customer } ' +
        '}\nactions:\n  - { id: a-fix, text: Mend it., owner: { name: Queue team, kind: team } }\n',
    ),
    'organizations/acme.yaml': 'name: Acme\nkind: vendor\n',
    'sources/report.yaml': 'title: Report\ntype: report\npublisher: Acme\nkind: primary\n',
  })
  assert.deepEqual(
    data?.timeline.map(({ actor, sources }) => [actor, sources]),
    [
      [['acme'], ['report']],
      [[{ name: 'A customer', kind: 'customer' }], ['report']],
    ],
  )
  assert.deepEqual(data?.actions[0]?.owner, { name: 'Queue team', kind: 'team' })
})

const DEPENDING = record(
  'sources: [report]\ntimeline:\n  - { id: e-stop, at: "2026-01-15T10:00Z", kind: onset, title: It stopped, tlp: ' +
    'RED }\n  - { id: e-back, at: "2026-01-15T11:00Z", kind: recovery, title: It was back }\nmilestones:\n  - { ' +
    'id: m-began, name: began, event: e-stop }\n  - { id: m-over, name: recovered, event: e-back }\n',
)
const REPORT = { 'sources/report.yaml': 'title: Report\ntype: report\npublisher: Acme\nkind: primary\n' }

test('a milestone that has its time from an event goes with it', (t) => {
  const files = { [FILE]: DEPENDING, ...REPORT }
  assert.deepEqual(
    read(t, files)?.milestones.map(({ id }) => id),
    ['m-over'],
  )
  assert.deepEqual(
    read(t, files, 'RED')?.milestones.map(({ at }) => at),
    ['2026-01-15T10:00Z', '2026-01-15T11:00Z'],
  )
})

test('a row that rests on the sources of its record goes with the last of them', (t) => {
  const hidden = { 'sources/report.yaml': `${REPORT['sources/report.yaml']}tlp: RED\n` }
  assert.deepEqual(read(t, { [FILE]: DEPENDING, ...hidden })?.timeline, [])
})

test('records have the disclosure level of their site where they name none', (t) => {
  const files = { 'site.yaml': `${SITE}tlp: AMBER\n`, [FILE]: record(''), ...REPORT }
  assert.equal(read(t, files), undefined)
  assert.equal(read(t, { ...files, [FILE]: record('tlp: CLEAR\n') })?.tlp, 'CLEAR')
})
