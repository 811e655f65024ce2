import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { png } from '../content/image/pictures.ts'
import { cli } from '../content-folder.ts'
import { freshFolder } from '../fresh-folder.ts'
import { DEEPER, PASSAGES, WORDS } from './passages.ts'
import { buildSite, builtTexts, writeFiles } from './site.ts'

const HISTORY = 'history: [{ revision: 1, date: "2026-01-01", type: addition, summary: First recorded. }]'

const incident = (id: string, extra = '', body = 'It broke.') => ({
  [`incidents/${id}.mdx`]: `---
title: Router ${id}
summary: A router stopped.
kind: fault
severity: minor
organizations: [{ org: acme, role: origin }]
milestones:
  - { id: m-began, name: began, at: "${id.slice(0, 10)}T00:00Z", sources: [acme-note] }
timeline:
  - { id: e-stop, at: "${id.slice(0, 10)}T00:00Z", kind: onset, title: The router stopped, sources: [acme-note] }
  - { id: e-crimson, at: "${id.slice(0, 10)}T00:05Z", kind: context, title: Velvet kestrel moved, tlp: RED, sources: [acme-note] }
prompts:
  - { id: q-ask, ask: What of the umbral teapot?, because: e-crimson, appliesWhen: {} }
${HISTORY}
${extra}---
${body}
`,
})

const files = {
  'site.yaml': 'title: Test\ndescription: A test.\n',
  'organizations/acme.yaml': `name: Acme\nkind: vendor\n${HISTORY}\n`,
  'sources/acme-note.yaml':
    `title: Acme note\ntype: webpage\npublisher: Acme\nkind: ` +
    `primary\nurl: https://acme.example/note\n${HISTORY}\n`,
  'sources/hidden-ledger.yaml':
    `title: Hidden ledger of quartz\ntype: webpage\npublisher: ` +
    `Quietus Press\nkind: primary\ntlp: RED\n${HISTORY}\n`,
  ...incident(
    '2026-01-01-router',
    'related: [{ incident: 2026-01-02-secretive, how: sameParty, note: Amaranth twin }]\n',
    `Plain words.

<Restricted tlp="RED">The obsidian lantern was lit.</Restricted>

It was [like the other one](2026-01-02-secretive), said the cobalt heron.
${PASSAGES}`,
  ),
  'incidents/rack.png': png(8, 8),
  ...incident('2026-01-02-secretive', 'tlp: RED\n', 'The saffron badger sleeps.'),
  ...incident('2026-01-03-quillon', 'embargoUntil: "2027-01-01T00:00Z"\n', 'The viridian otter waits.'),
  ...incident('2026-01-04-sketch', 'recordStatus: draft\n', 'The indigo marten is unfinished.'),
}

// A CLEAR build never reads it, or it would stumble over the digest.
const RESTRICTED_LEDGER =
  '{ "schemaVersion": "1.0", "records": { "2026-01-02-secretive": { ' +
  '"revision": 1, "parts": { "e-crimson": "0c0ffee0c0ffee00" } } } }'

// Ids, names and words that only removed records, parts and passages hold.
const SECRETS = [
  'crimson',
  '0c0ffee0c0ffee00',
  'kestrel',
  'umbral',
  'hidden-ledger',
  'quartz',
  'Quietus',
  'secretive',
  'Amaranth',
  'obsidian',
  'lantern',
  'cobalt',
  'saffron',
  'quillon',
  'viridian',
  'sketch',
  'indigo',
]

/** Builds the content for an audience as of a day; gives its files, and what the build said. */
function built(audience: string, now: string, more: Readonly<Record<string, string>> = {}) {
  const folder = freshFolder()
  writeFiles(join(folder, 'content'), { ...files, ...more })
  const flags = ['--audience', audience, '--now', now, '--site', 'https://kb.example']
  const { status, said } = buildSite(join(folder, 'content'), join(folder, 'out'), flags)
  assert.equal(status, 0, `${audience}: ${said}`)
  const texts = builtTexts(join(folder, 'out'))
  return { texts, said, page: texts.get('incidents/2026-01-01-router/index.html') ?? '' }
}

/** Where words stand in the files of a build or in their names. */
const found = (texts: ReadonlyMap<string, string>, words: readonly string[]) =>
  [...texts].flatMap(([file, text]) =>
    words.filter((word) => text.includes(word) || file.includes(word)).map((word) => `${file}: ${word}`),
  )

test('a CLEAR build holds nothing of what is restricted, under embargo or in draft', () => {
  const { texts, said, page } = built('CLEAR', '2026-06-01', { 'ledger.restricted.json': RESTRICTED_LEDGER })
  assert.match(page, /Plain words/)
  assert.deepEqual(found(texts, [...SECRETS, ...WORDS, ...DEEPER]), [])
  assert.ok(![...texts.keys()].some((file) => file.endsWith('rack.png')), 'nor is the picture of a passage published')
  assert.deepEqual(
    SECRETS.filter((secret) => said.includes(secret)),
    [],
    'nor does its log',
  )
})

// The two levels between are cut as these three are; tests/content/body/restricted-passages.property.test.ts reads for
// all five.
test('passages in every form are built for an audience between, but for those within them that fewer may read', () => {
  const { texts, page } = built('AMBER', '2026-06-01')
  assert.deepEqual(
    WORDS.filter((word) => !page.includes(word)),
    [],
  )
  assert.deepEqual(found(texts, [...SECRETS, ...DEEPER]), [])
})

test('the same content for RED, after the embargo, holds all of it', () => {
  const { texts, page } = built('RED', '2027-06-01')
  assert.deepEqual(
    [...WORDS, ...DEEPER].filter((word) => !page.includes(word)),
    [],
  )
  const bars = (html: string) => [...html.matchAll(/<p class="tlp-bar" translate="no" data-level="TLP:RED"/g)].length
  const pages = [...texts].filter(([file]) => file.endsWith('.html'))
  assert.deepEqual(
    pages.filter(([, html]) => bars(html) !== 2).map(([file]) => file),
    [],
    'every page is marked at its top and bottom',
  )
  const onPaper =
    /<div class="print-head"><p class="tlp-bar".*<header class="top".*<\/footer>.*<div class="print-cite">.*<p class="tlp-bar"/s
  assert.deepEqual(
    pages.filter(([, html]) => !onPaper.test(html)).map(([file]) => file),
    [],
    'and where every printed sheet repeats it',
  )
  assert.deepEqual(
    pages.filter(([, html]) => !/<meta name="robots" content="noindex/.test(html)).map(([file]) => file),
    [],
  )
  const all = [...texts.values()].join('\n')
  for (const secret of ['kestrel', 'umbral', 'Quietus', 'Amaranth', 'obsidian', 'saffron', 'viridian'])
    assert.ok(all.includes(secret), secret)
  assert.ok(!all.includes('indigo'), 'drafts are never built')
})

test('what is left for an audience must hold by itself, else nothing is built and the log says why', async () => {
  const folder = freshFolder()
  const statement = `---
title: Acme was against it
summary: Acme said no.
org: acme
said: "2026-01-06"
venue: Acme blog
channel: blog
officialness: official
about: { incidents: [2026-01-01-router] }
positions: [{ topic: stages, stance: opposes, basis: paraphrased }]
sources: [acme-note]
${HISTORY}
---
<Restricted tlp="AMBER">It would cost too much.</Restricted>
`
  writeFiles(join(folder, 'content'), {
    ...files,
    'topics/stages.yaml': `question: Should updates go out in stages?\ndescription: As it says.\n${HISTORY}\n`,
    'statements/2026-01-06-acme-no.mdx': statement,
  })
  const { status, said } = buildSite(join(folder, 'content'), join(folder, 'out'), ['--now', '2026-06-01'])
  assert.equal(status, 1)
  assert.match(said, /TLP:CLEAR may see has errors of its own[^]*"aftermath check --audience CLEAR" prints them/)
  const checkFor = async (audience: string) =>
    (await cli(folder, ['check', '--audience', audience, '--now', '2026-06-01'])).exitCode
  assert.deepEqual([await checkFor('CLEAR'), await checkFor('AMBER')], [1, 0])
})
