import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { cli, contentFolder, found } from '../content-folder.ts'

const INCIDENT = '2026-01-05-router-outage'
const FILE = `content/incidents/${INCIDENT}.mdx`

/** An incident that goes on, as somebody on call begins it. */
const OWN = {
  'site.yaml': 'title: Ours\ndescription: What broke here.\naccount: own\npublisher: Example Works\n',
  'incidents/2026-06-01-checkout.md':
    '---\ntitle: Checkout answers with errors\nstate: investigating\n---\n\nWe are looking at it.\n',
}
const CHECKOUT = '2026-06-01-checkout'

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const ok = async (folder: string, ...args: string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await cli(folder, args)
  assert.deepEqual([exitCode, stderr], [0, ''], stdout)
  return stdout
}
const data = async (folder: string, id: string) =>
  (JSON.parse(await ok(folder, 'export', 'json', id)) as { records: { data: Record<string, unknown> }[] }).records[0]
    ?.data ?? assert.fail(id)

test('an update becomes an event and a revision with its time, and the last one closes the incident', async (t) => {
  const folder = contentFolder(t, OWN, null)
  const said = await ok(folder, 'update', CHECKOUT, 'The pool is exhausted. We roll back.', '--state', 'identified')
  assert.equal(said, `${CHECKOUT}#e-the-pool-is-exhausted, revision 2, identified\n`)
  await ok(folder, 'update', CHECKOUT, 'Errors are back to normal', '--state', 'fixed', '--at', '2026-06-01T13:05Z')
  const { state, timeline, history, revision } = (await data(folder, CHECKOUT)) as {
    state: string
    revision: number
    timeline: { at: string; kind: string; title: string; text?: string }[]
    history: { date: string; type: string; summary: string; changed: string[] }[]
  }
  assert.deepEqual([state, revision], ['resolved', 3])
  assert.deepEqual(
    timeline.map(({ at, kind, title, text }) => [at, kind, title, text]),
    [
      ['2026-06-01T12:00Z', 'investigation', 'The pool is exhausted', 'The pool is exhausted. We roll back.'],
      ['2026-06-01T13:05Z', 'recovery', 'Errors are back to normal', undefined],
    ],
  )
  assert.deepEqual(history.map(({ date, type, summary }) => [date, type, summary]).slice(1), [
    ['2026-06-01T12:00Z', 'addition', 'Identified: The pool is exhausted. We roll back.'],
    ['2026-06-01T12:00Z', 'addition', 'Resolved: Errors are back to normal'],
  ])
  assert.equal((await found(folder)).exitCode, 0)
})

test('an update that is given twice is added once, and says so', async (t) => {
  const folder = contentFolder(t, OWN, null)
  const file = `content/incidents/${CHECKOUT}.md`
  const long = 'The pool is exhausted. We roll back.'
  for (const text of [long, 'Errors are back to normal.']) {
    await ok(folder, 'update', CHECKOUT, text, '--state', 'monitoring')
    const once = read(folder, file)
    const said = await ok(folder, 'update', CHECKOUT, text, '--state', 'monitoring')
    assert.match(said, /#e-\S+ is already there: an event of the same minute with the same text\n$/)
    assert.equal(read(folder, file), once)
  }
  // Another minute, another state, and a text of which only the first sentence is the same, are updates of their own.
  await ok(folder, 'update', CHECKOUT, long, '--at', '2026-06-01T12:01Z')
  await ok(folder, 'update', CHECKOUT, 'Errors are back to normal.', '--state', 'resolved')
  await ok(folder, 'update', CHECKOUT, 'The pool is exhausted.')
  await ok(folder, 'update', CHECKOUT, 'The pool is exhausted. Nobody knows why.')
  const { timeline, state } = (await data(folder, CHECKOUT)) as { timeline: unknown[]; state: string }
  assert.deepEqual([timeline.length, state], [6, 'resolved'])
})

test('an update of what happened earlier stands where its time puts it', async (t) => {
  const folder = contentFolder(t, OWN, null)
  await ok(folder, 'update', CHECKOUT, 'The pool is exhausted', '--at', '2026-06-01T12:40Z')
  await ok(folder, 'update', CHECKOUT, 'Errors are back to normal', '--at', '2026-06-01T13:05Z')
  await ok(folder, 'update', CHECKOUT, 'A release went out', '--at', '2026-06-01T12:30Z')
  await ok(folder, 'update', CHECKOUT, 'The release was rolled back', '--at', '2026-06-01T12:55Z')
  const { timeline } = (await data(folder, CHECKOUT)) as { timeline: { at: string }[] }
  assert.deepEqual(
    timeline.map(({ at }) => at.slice(11, 16)),
    ['12:30', '12:40', '12:55', '13:05'],
  )
  assert.ok(!(await found(folder)).findings.some(({ rule }) => rule === 'events-out-of-order'))
})

test('what an update gets wrong is said with what to type, and the file stays as it was', async (t) => {
  const folder = contentFolder(t, OWN, null)
  const before = read(folder, `content/incidents/${CHECKOUT}.md`)
  for (const [args, message] of [
    [['2026-06-01-chekout', 'Text'], /Did you mean "2026-06-01-checkout"/],
    [[CHECKOUT, ' '], /expected the text of the update after the id, found nothing/],
    [
      [CHECKOUT, 'Text', '--state', 'exploded'],
      /expected one of scheduled, investigating, identified, monitoring, resolved/,
    ],
    [[CHECKOUT, 'Text', '--at', 'noon'], /expected a time after --at, such as 2026-06-01T12:00Z, found "noon"/],
  ] as const) {
    const { exitCode, stderr } = await cli(folder, ['update', ...args])
    assert.equal(exitCode, 2)
    assert.match(stderr, message)
  }
  assert.equal(read(folder, `content/incidents/${CHECKOUT}.md`), before)
})

test('a record with errors is not changed before they are mended, and is not called unknown', async (t) => {
  const file = 'incidents/2026-06-01-checkout.md'
  const faulty = OWN[file].replace('investigating', 'puzzling')
  const folder = contentFolder(t, { ...OWN, [file]: faulty }, null)
  const { exitCode, stderr } = await cli(folder, ['update', CHECKOUT, 'We roll back'])
  assert.equal(exitCode, 2)
  assert.match(stderr, /the record "2026-06-01-checkout" has errors, which come first\. "aftermath check" prints each/)
  assert.equal(read(folder, `content/${file}`), faulty)
})

test('an update that leaves the record with an error is taken out again', async (t) => {
  const folder = contentFolder(t)
  const before = read(folder, FILE)
  const { exitCode, stdout } = await cli(folder, ['update', INCIDENT, 'A router fell over again', '--source', 'nobody'])
  assert.equal(exitCode, 1)
  assert.match(stdout, /nobody/)
  assert.equal(read(folder, FILE), before)
})

test('a revision lists the parts that changed since the release, and those that are new', async (t) => {
  const folder = contentFolder(t)
  await ok(folder, 'release')
  const file = join(folder, FILE)
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace('title: Acme withdrew the update', 'title: Acme took the update back')
      .replace(
        'findings:\n',
        'findings:\n  - { id: f-all, kind: contributing, text: All routers ' +
          'were updated at once., sources: [acme-report] }\n',
      ),
  )
  assert.equal((await found(folder)).exitCode, 1, 'the change is not in the history yet')
  const said = await ok(folder, 'revise', INCIDENT, 'The withdrawal is worded better, and a finding was added.')
  assert.equal(said, `${INCIDENT}, revision 2 (correction): 1 part changed, 1 new\n`)
  const { history } = (await data(folder, INCIDENT)) as { history: unknown[] }
  assert.deepEqual(history.at(-1), {
    revision: 2,
    date: '2026-06-01',
    type: 'correction',
    summary: 'The withdrawal is worded better, and a finding was added.',
    changed: ['e-withdrawn', 'f-all'],
    retracted: [],
    tlp: 'CLEAR',
  })
  assert.equal((await found(folder)).exitCode, 0)
})

test('a part is taken back: its words go, its id stays in the history, and the release accepts it', async (t) => {
  const folder = contentFolder(t)
  await ok(folder, 'release')
  const said = await ok(folder, 'retract', `${INCIDENT}#f-filter`, '--reason', 'It was about another model.')
  assert.equal(said, `${INCIDENT}#f-filter is withdrawn, revision 2\n`)
  assert.equal((await found(folder)).exitCode, 0)
  await ok(folder, 'release')
  const everything = await ok(folder, 'export', 'json')
  assert.ok(!everything.includes('could not read'), 'no export holds its words')
  assert.ok(!read(folder, 'content/ledger.json').includes('f-filter'), 'the ledger holds it no more')
  assert.match(everything, /"retracted": \[\s*"f-filter"\s*\]/)
})

test('a published part that is marked for fewer people is taken back by a revision', async (t) => {
  const folder = contentFolder(t)
  await ok(folder, 'release')
  const file = join(folder, FILE)
  writeFileSync(file, readFileSync(file, 'utf8').replace('{ id: f-filter,', '{ id: f-filter, tlp: AMBER,'))
  const { findings } = await found(folder)
  assert.match(findings.map(({ fix }) => fix ?? '').join('\n'), new RegExp(`aftermath revise ${INCIDENT}`))
  await ok(folder, 'revise', INCIDENT, 'A finding was withdrawn.')
  assert.equal((await found(folder)).exitCode, 0)
  const shown = await ok(folder, 'export', 'json', INCIDENT, '--audience', 'CLEAR')
  assert.match(shown, /"retracted": \[\s*"f-filter"\s*\]/)
  assert.ok(!shown.includes('could not read'))
})

test('a whole record is taken back: its address stays, and none of its words', async (t) => {
  const folder = contentFolder(t)
  await ok(folder, 'release')
  assert.equal(
    await ok(folder, 'retract', '2026-01-06-acme-apology', '--reason', 'Quoted by mistake.'),
    '2026-01-06-acme-apology is withdrawn, revision 2\n',
  )
  const text = read(folder, 'content/statements/2026-01-06-acme-apology.mdx')
  assert.match(text, /^recordStatus: "?withdrawn"?$/m)
  for (const words of ['apolog', 'sorry']) assert.ok(!text.toLowerCase().replaceAll('acme-apology', '').includes(words))
})

test('a part that stands in no list of its own, or nowhere, is not taken back', async (t) => {
  const folder = contentFolder(t)
  const before = read(folder, FILE)
  const { exitCode, stderr } = await cli(folder, ['retract', `${INCIDENT}#f-filtre`])
  assert.equal(exitCode, 2)
  assert.match(stderr, /expected a part of .* found "f-filtre"\. Did you mean "f-filter"\?/)
  assert.equal(read(folder, FILE), before)
})

test('a part that others rest on is kept, and the errors say which', async (t) => {
  const folder = contentFolder(t)
  const before = read(folder, FILE)
  const { exitCode, stdout } = await cli(folder, ['retract', `${INCIDENT}#e-sent`])
  assert.equal(exitCode, 1)
  assert.match(stdout, /e-sent/)
  assert.equal(read(folder, FILE), before)
})

test('prose without front matter gets its first update, which can be taken back with its revision', async (t) => {
  const prose = '# Login slow\n\nLogin took 20 s.\n'
  const folder = contentFolder(t, { 'site.yaml': OWN['site.yaml'], 'incidents/2026-03-01-login.md': prose }, null)
  await ok(
    folder,
    'update',
    '2026-03-01-login',
    'Marzipan was blamed',
    '--state',
    'monitoring',
    '--at',
    '2026-03-01T14:20Z',
  )
  await ok(folder, 'update', '2026-03-01-login', 'It is over', '--state', 'resolved', '--at', '2026-03-01T15:00Z')
  await ok(folder, 'retract', '2026-03-01-login#e-marzipan-was-blamed', '--reason', 'Another incident was meant')
  const text = read(folder, 'content/incidents/2026-03-01-login.md')
  assert.ok(text.endsWith(`---\n\n${prose}`), text)
  assert.doesNotMatch(text, /Marzipan/)
  assert.equal((await cli(folder, ['check'])).exitCode, 0)
})
