import assert from 'node:assert/strict'
import test from 'node:test'
import { publishedPart } from '#rules/published-part.ts'
import { afterRelease, ledgersOf } from './ledger-knowledge.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const ID = '2026-01-05-outage'
const FILE = `incidents/${ID}.mdx`
const one = (text: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id: 'f-one',
  kind: 'risk',
  text,
  sources: ['report'],
  ...more,
})
const TWO = { id: 'f-two', kind: 'risk', text: 'Another.', sources: ['report'] }
const incident = (written: Written, id = ID) => ({
  'sources/report': {},
  'organizations/acme': {},
  [`incidents/${id}`]: written,
})
const before = incident({ findings: [one('The filter was full.'), TWO] })
const after = (written: Written) => said(publishedPart, afterRelease(before, incident(written)))
const step = (revision: number, changed: readonly string[] = [], more: object = {}) => ({
  revision,
  date: '2026-03-01',
  type: 'correction',
  summary: 'Put right.',
  changed,
  ...more,
})
const CHANGED = `${FILE} findings[0]: expected f-one as it was published in revision 1, or a later revision that lists it; found it changed and in no such revision`

test('a published part that was changed is reported, and told what to type', () => {
  const world = afterRelease(before, incident({ findings: [one('The filter was empty.'), TWO] }))
  assert.deepEqual(said(publishedPart, world), [CHANGED])
  const [verdict] = publishedPart.check(world, new Set())
  assert.equal(
    verdict?.fix,
    'undo it, or write revision: 2 and add to the history { revision: 2, date: "2026-06-01", type: correction, summary: "What changed.", changed: [f-one] }, then run "aftermath release"',
  )
})

test('a new revision that lists the part is what is asked for; one that does not is told to', () => {
  const changed = { findings: [one('The filter was empty.'), TWO], revision: 2 }
  assert.deepEqual(after({ ...changed, history: [step(1), step(2, ['f-one'])] }), [])
  const [verdict] = publishedPart.check(
    afterRelease(before, incident({ ...changed, history: [step(1), step(2, ['f-two'])] })),
    new Set(),
  )
  assert.equal(verdict?.fix, 'add f-one to "changed" of revision 2 in the history, then run "aftermath release"')
})

test('the order of keys, white space, and what is written although it goes without saying change nothing', () => {
  const { id, kind, text, sources } = one('The  filter\n was full. ')
  assert.deepEqual(after({ findings: [{ sources, text, kind, id, confidence: 'high', tlp: 'CLEAR' }, TWO] }), [])
})

test('a part that vanished is reported, unless its record was withdrawn or replaced', () => {
  assert.deepEqual(after({ findings: [TWO] }), [`${FILE} : expected the part f-one, which was published, found none`])
  assert.deepEqual(after({ findings: [], recordStatus: 'withdrawn', statusReason: 'Wrong.' }), [])
  assert.deepEqual(
    after({ findings: [TWO], recordStatus: 'superseded', statusReason: 'Old.', supersededBy: '2026-01-06-outage' }),
    [],
  )
})

test('parts of a renamed record are looked for under its new id', () => {
  const renamed = (findings: readonly object[]) =>
    said(publishedPart, afterRelease(before, incident({ aliases: [ID], findings }, '2026-01-05-stop')))
  assert.deepEqual(renamed([one('The filter was full.'), TWO]), [])
  assert.deepEqual(renamed([TWO]), [
    'incidents/2026-01-05-stop.mdx : expected the part f-one, which was published, found none',
  ])
})

test('a part that the public no longer sees is reported at the part', () => {
  assert.deepEqual(after({ findings: [one('The filter was full.', { tlp: 'AMBER' }), TWO] }), [
    `${FILE} findings[0]: expected f-one to stay public, as it was published, found it cut or marked for fewer people`,
  ])
})

test('new parts, and a history that went back, are told apart', () => {
  assert.deepEqual(after({ findings: [one('The filter was full.'), TWO, { ...TWO, id: 'f-three' }] }), [])
  const world = afterRelease(incident({ revision: 2, history: [step(1), step(2)] }), incident({}))
  assert.deepEqual(said(publishedPart, world), [
    `${FILE} revision: expected revision 2 or a later one, as ${ID} was published, found 1`,
  ])
})

test('a restricted part is held to the restricted ledger, and the open one does not know of it', () => {
  const written = (text: string) => incident({ findings: [one(text, { tlp: 'RED' }), TWO] })
  const ledgers = ledgersOf(written('A.'))
  assert.deepEqual(Object.keys(ledgers.open.records[ID]?.parts ?? {}), ['f-two'])
  assert.deepEqual(Object.keys(ledgers.restricted.records[ID]?.parts ?? {}), ['f-one'])
  assert.deepEqual(said(publishedPart, afterRelease(written('A.'), written('B.'))), [CHANGED])
})

test('a part whose restricted source becomes public was not changed by its author', () => {
  const written = (tlp: string) => ({
    ...incident({ findings: [one('A.', { sources: ['report', 'log'] })] }),
    'sources/log': { tlp },
  })
  assert.equal(ledgersOf(written('AMBER')).open.records[ID]?.parts['f-one'], null)
  assert.deepEqual(said(publishedPart, afterRelease(written('AMBER'), written('CLEAR'))), [])
  assert.deepEqual(said(publishedPart, afterRelease(written('CLEAR'), written('AMBER'))), [])
})

test('a revision that the public does not see does not explain a change that it sees', () => {
  const now = {
    findings: [one('The filter was empty.'), TWO],
    revision: 2,
    history: [step(1), step(2, ['f-one'], { tlp: 'RED' })],
  }
  assert.deepEqual(after(now), [CHANGED])
})

test('without a ledger nothing is asked', () =>
  assert.deepEqual(said(publishedPart, smallKnowledge(incident({ findings: [] }))), []))
