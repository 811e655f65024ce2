import assert from 'node:assert/strict'
import { appendFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { png } from '../content/image/pictures.ts'
import { cli, contentFolder } from '../content-folder.ts'

const INCIDENT = '2026-01-05-router-outage'
const FILE = `content/incidents/${INCIDENT}.mdx`

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const ok = async (folder: string, ...args: string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await cli(folder, args)
  assert.deepEqual([exitCode, stderr], [0, ''], stdout)
  return stdout
}

test('a record that not everybody sees is taken back for those alone who saw it', async (t) => {
  const id = '2026-01-08-acme-plan'
  const folder = contentFolder(t, {
    [`statements/${id}.mdx`]: `---
title: Acme plans
summary: A plan.
tlp: AMBER
embargoUntil: "2027-01-01T00:00Z"
org: acme
said: "2026-01-08"
venue: Acme blog
channel: blog
officialness: official
sources: [acme-report]
revision: 2
history:
  - { revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }
  - { revision: 2, date: "2026-03-04", type: correction, summary: The venue., tlp: RED }
---
Words.
`,
  })
  await ok(folder, 'release')
  await ok(folder, 'retract', id, '--reason', 'It was about another plan.')
  const text = read(folder, `content/statements/${id}.mdx`)
  assert.match(text, /^tlp: "?AMBER"?$/m)
  assert.match(text, /^embargoUntil: "2027-01-01T00:00Z"$/m)
  assert.match(text, /date: "2026-03-04"[^]*?tlp: "?RED"?/)
  await ok(folder, 'release')
  assert.ok(!read(folder, 'content/ledger.json').includes(id))
  for (const [level, now, isSeen] of [
    ['CLEAR', '2027-06-01', false],
    ['AMBER', '2026-06-01', false],
    ['AMBER', '2027-06-01', true],
  ] as const)
    assert.equal((await ok(folder, 'export', 'json', '--audience', level, '--now', now)).includes(id), isSeen, level)
})

test('a part that not everybody sees is taken back, or changed, for those alone', async (t) => {
  const folder = contentFolder(t)
  const file = join(folder, FILE)
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(
      'findings:\n',
      `findings:
  - { id: f-umbral, kind: contributing, text: A word., tlp: AMBER, sources: [acme-report] }
  - { id: f-sepia, kind: contributing, text: Another., tlp: GREEN, sources: [acme-report] }
`,
    ),
  )
  await ok(folder, 'release')
  writeFileSync(file, read(folder, FILE).replace('text: Another.', 'text: One more.'))
  await ok(folder, 'revise', INCIDENT, 'A finding was put right.')
  await ok(folder, 'retract', `${INCIDENT}#f-umbral`)
  const everything = JSON.parse(await ok(folder, 'export', 'json', INCIDENT, '--audience', 'RED')) as {
    records: { data: { history: { tlp: string; retracted: string[] }[] } }[]
  }
  const { history } = everything.records[0]?.data ?? assert.fail()
  assert.deepEqual(
    history.slice(-2).map(({ tlp, retracted }) => [tlp, retracted]),
    [
      ['GREEN', []],
      ['AMBER', ['f-umbral']],
    ],
  )
  for (const [level, seen] of [
    ['CLEAR', []],
    ['GREEN', ['f-sepia']],
    ['AMBER', ['f-sepia', 'f-umbral']],
  ] as const) {
    const shown = await ok(folder, 'export', 'json', INCIDENT, '--audience', level)
    assert.deepEqual(
      ['f-sepia', 'f-umbral'].filter((word) => shown.includes(word)),
      seen,
      level,
    )
  }
  await ok(folder, 'release')
})

test('with a record go the pictures that it alone showed, and no file that is anything else', async (t) => {
  const second = `---
title: A second outage
summary: A second router stopped.
kind: fault
severity: minor
causes: [power]
history: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]
---

![A rack](both.png)
`
  const folder = contentFolder(t, {
    ...{ 'incidents/own.png': png(9, 9), 'incidents/both.png': png(9, 9) },
    'incidents/2026-03-01-second.mdx': second,
  })
  const at = (path: string) => join(folder, path)
  mkdirSync(at('outside'))
  for (const name of ['precious.png', 'outside/in.png']) writeFileSync(at(name), png(9, 9))
  symlinkSync(at('precious.png'), at('content/incidents/link.png'))
  symlinkSync(at('outside'), at('content/incidents/pictures'))
  const show = (...paths: string[]) => paths.map((path) => `\n![A rack](${path})\n`).join('')
  const pictures = ['own.png', 'both.png', '../../precious.png', 'link.png', 'pictures/in.png', '../site.yaml']
  appendFileSync(at(FILE), show(...pictures))
  assert.equal(
    await ok(folder, 'retract', INCIDENT),
    `${INCIDENT} is withdrawn, revision 2\nDeleted ${at('content/incidents/own.png')}\n`,
  )
  const left = ['content/incidents/both.png', 'precious.png', 'outside/in.png', 'content/site.yaml']
  assert.deepEqual(
    left.filter((name) => !existsSync(at(name))),
    [],
  )
})

test('what earlier builds keep of a part goes when it is taken back, from whatever folder', async (t) => {
  const folder = contentFolder(t)
  writeFileSync(join(folder, 'package.json'), '{}')
  const cache = join(folder, '.aftermath/cache/0123/pictures')
  const elsewhere = join(folder, 'elsewhere')
  for (const path of [cache, elsewhere]) mkdirSync(path, { recursive: true })
  writeFileSync(join(cache, 'old.png'), png(9, 9))
  await ok(elsewhere, 'retract', `${INCIDENT}#f-filter`, '--content', '../content')
  assert.ok(!existsSync(cache))
})
