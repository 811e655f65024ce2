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
const CHANGED =
  `${FILE} findings[0]: expected f-one as it was published in revision 1, or a ` +
  'later revision that lists it; found it changed and in no such revision'

test('a published part that was changed is reported, and told what to type', () => {
  const world = afterRelease(before, incident({ findings: [one('The filter was empty.'), TWO] }))
  assert.deepEqual(said(publishedPart, world), [CHANGED])
  const [verdict] = publishedPart.check(world, new Set())
  assert.equal(
    verdict?.fix,
    'undo it, or write revision: 2 and add to the history { revision: 2, date: "2026-06-01", type: ' +
      'correction, summary: "What changed.", changed: [f-one] }, then run "aftermath release"',
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

const WORLD = {
  'sources/report': {},
  'organizations/acme': {},
  'organizations/harbor': { name: 'Harbor' },
  'topics/stages': {},
  'statements/2026-01-06-acme': { positions: [{ topic: 'stages', stance: 'supports', basis: 'paraphrased' }] },
  'commitments/acme-stages': { due: '2026-07-01', text: 'Send updates in stages.' },
  'summits/2026-02-10-review': {
    participants: ['acme', 'harbor'].map((org) => ({
      ...{ org, capacity: 'vendor', attendance: 'attended', basis: 'hostNamed', sources: ['report'] },
    })),
  },
} satisfies Readonly<Record<string, Written>>
const [first] = WORLD['summits/2026-02-10-review'].participants
const accounts = (name: string) =>
  `expected ${name} as it was published in revision 1, or a later revision ` +
  'that accounts for it; found it changed and in no such revision'

/** What was published, what stands in its place now, and the field that is named for it. */
const REWRITTEN: readonly (readonly [string, keyof typeof WORLD, Written, string])[] = [
  [
    'a stance reversed',
    'statements/2026-01-06-acme',
    { positions: [{ topic: 'stages', stance: 'opposes', basis: 'paraphrased' }] },
    'positions[0]',
  ],
  ['a position taken away', 'statements/2026-01-06-acme', { positions: [] }, 'positions'],
  ['a promise reworded', 'commitments/acme-stages', { due: '2026-07-01', text: 'Try to.' }, 'text'],
  [
    'a due date moved by ten years',
    'commitments/acme-stages',
    { due: '2036-07-01', text: 'Send updates in stages.' },
    'due',
  ],
  ['a due date removed', 'commitments/acme-stages', { text: 'Send updates in stages.' }, 'due'],
  ['a participant removed', 'summits/2026-02-10-review', { participants: [first] }, 'participants'],
  ['the title of a source changed', 'sources/report', { title: 'Another report' }, 'title'],
  ['the name of an organization changed', 'organizations/harbor', { name: 'Port' }, 'name'],
]

for (const [what, record, now, path] of REWRITTEN)
  test(`${what} after a release is reported, until a revision that is not editorial accounts for it`, () => {
    const [field = ''] = path.split('[')
    const check = (written: Written) =>
      said(publishedPart, afterRelease(WORLD, { ...WORLD, [record]: written })).map((line) => line.replace(/^\S+ /, ''))
    assert.deepEqual(check(now), [`${field}: ${accounts(field)}`])
    const revised = (type: string) => ({ ...now, revision: 2, history: [step(1), step(2, [], { type })] })
    assert.deepEqual(check(revised('correction')), [])
    assert.deepEqual(check(revised('editorial')), [`${field}: ${accounts(field)}`])
  })

test('what changed in a field is told what to type', () => {
  const now = (written: Written) => afterRelease(WORLD, { ...WORLD, 'sources/report': { title: 'Other', ...written } })
  assert.deepEqual(
    [now({}), now({ revision: 2, history: [step(1), step(2, [], { type: 'editorial' })] })].flatMap((world) =>
      [...publishedPart.check(world, new Set())].map(({ fix }) => fix),
    ),
    [
      'undo it, or type: aftermath revise report "What changed", then run "aftermath release"',
      'undo it, or give the revision a type other than editorial, such as correction, then run "aftermath release"',
    ],
  )
})

test('what is added to a record, and what only says how it is kept, needs no revision', () => {
  const more = {
    ...WORLD,
    'sources/report': {
      published: '2026-01-05',
      archive: 'https://archive.example/1',
      note: 'Read in May.',
      tags: ['a'],
    },
    'summits/2026-02-10-review': {
      summary: 'Put otherwise.',
      participants: [
        { ...first, described: undefined, org: 'acme' },
        ...WORLD['summits/2026-02-10-review'].participants.slice(1),
        { ...first, org: undefined, described: 'A guest' },
      ].toReversed(),
    },
  }
  assert.deepEqual(said(publishedPart, afterRelease(WORLD, more)), [])
})

test('a field of which not everybody sees all is held by the restricted ledger', () => {
  const written = (capacity: string) => ({
    ...WORLD,
    'summits/2026-02-10-review': { participants: [first, { ...first, org: 'harbor', capacity, tlp: 'RED' }] },
    'commitments/acme-stages': { incident: ID },
    [`incidents/${ID}`]: { tlp: 'AMBER' },
  })
  const ledgers = ledgersOf(written('vendor'))
  assert.deepEqual(ledgers.open.records['2026-02-10-review']?.fields?.['participants'], null)
  assert.ok(!('incident' in (ledgers.open.records['acme-stages']?.fields ?? {})))
  assert.deepEqual(Object.keys(ledgers.restricted.records['acme-stages']?.fields ?? {}), ['incident'])
  assert.deepEqual(
    said(publishedPart, afterRelease(written('vendor'), written('witness'))).map((line) => line.split(':')[0]),
    ['summits/2026-02-10-review.mdx participants'],
  )
  // What another record lets everybody see is no change that an author made.
  const open = { ...written('vendor'), [`incidents/${ID}`]: {} }
  assert.deepEqual(said(publishedPart, afterRelease(written('vendor'), open)), [])
  assert.deepEqual(said(publishedPart, afterRelease(open, written('vendor'))), [])
})

test('a ledger of an older release, which has no fields, asks nothing of them', () => {
  const world = afterRelease(WORLD, { ...WORLD, 'sources/report': { title: 'Other' } })
  const ledgers = (world.ledgers ?? []).map((ledger) => ({
    ...ledger,
    records: Object.fromEntries(
      Object.entries(ledger.records).map(([id, { revision, parts }]) => [id, { revision, parts }]),
    ),
  }))
  assert.deepEqual(said(publishedPart, { ...world, ledgers }), [])
})

test('without a ledger nothing is asked', () =>
  assert.deepEqual(said(publishedPart, smallKnowledge(incident({ findings: [] }))), []))
