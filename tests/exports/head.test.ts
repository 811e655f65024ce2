import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import test from 'node:test'
import { citable } from '#exports/citable.ts'
import { headView } from '#exports/head.ts'
import { linkedData, scriptJson } from '#exports/json-ld.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { KINDS } from '#schema/kind-names.ts'
import { CARD_KINDS, cardView, hasCard } from '#views/card.ts'
import { knowledgeOf } from '../small.ts'
import { outsideVocabulary } from './schema-org.ts'

const small: Knowledge = { ...knowledgeOf(), address: 'https://small.example/kb' }
const real = knowledgeOf(resolve(import.meta.dirname, '../../content'), { now: '2100-01-01' })
const ofKind = (kind: string): AnyEntry => small.entries.find((entry) => entry.kind === kind) ?? assert.fail(kind)
const dataOf = (knowledge: Knowledge, entry: AnyEntry) =>
  linkedData(knowledge, entry, citable(knowledge, entry) ?? assert.fail(entry.id))

test('records of every kind are described in the vocabulary of schema.org, in a few hundred bytes', () => {
  const sizes: number[] = []
  for (const knowledge of [small, real])
    for (const entry of knowledge.entries) {
      const data = dataOf(knowledge, entry)
      assert.deepEqual(outsideVocabulary(data), [], entry.id)
      sizes.push(scriptJson(data).length)
    }
  assert.ok(sizes.length > 1000)
  assert.ok(Math.max(...sizes) < 1600, String(Math.max(...sizes)))
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) / sizes.length < 600)
})

test('the check of the vocabulary finds what is not in it', () => {
  assert.deepEqual(
    outsideVocabulary({ '@type': 'Report', reportNumber: '1', stance: 'x', about: { '@type': 'Happening' } }),
    ['$: Report has no stance', '$.about: there is no type Happening'],
  )
})

test('each kind has the type that fits it', () => {
  const types = Object.fromEntries(KINDS.map((kind) => [kind, dataOf(small, ofKind(kind))['@type']]))
  assert.deepEqual([types['incidents'], types['summits'], types['commitments']], ['Report', 'Event', 'PlanAction'])
  const statements = real.all('statements')
  const [quoted, unquoted] = [
    statements.find(({ data }) => data.quotes.length > 0),
    statements.find(({ data }) => data.quotes.length === 0),
  ]
  assert.equal(quoted && dataOf(real, quoted)['@type'], 'Quotation')
  assert.equal(unquoted && dataOf(real, unquoted)['@type'], 'Claim')
})

test('nothing in a record can end the script element that describes it', () => {
  const json = scriptJson({ name: '</script><script>alert(1)</script><!--' })
  assert.ok(!json.includes('<'))
  assert.deepEqual(JSON.parse(json), { name: '</script><script>alert(1)</script><!--' })
})

test('the head tells reference managers what a report needs, with the pinned reference as its number', () => {
  const incident = ofKind('incidents')
  const { names, properties } = headView(small, incident, false)
  const said = new Map(names)
  assert.equal(said.get('citation_technical_report_number'), `${incident.id}@r${incident.data.revision}`)
  assert.match(said.get('citation_publication_date') ?? '', /^\d{4}-\d{2}-\d{2}$/)
  assert.ok(said.get('citation_title') && said.get('citation_technical_report_institution'))
  assert.equal(
    said.get('citation_public_url'),
    `https://small.example/kb/incidents/${incident.id}/?r=${incident.data.revision}`,
  )
  assert.equal(said.get('twitter:card'), 'summary')
  assert.equal(new Map(properties).get('og:url'), `https://small.example/kb/incidents/${incident.id}/`)
  assert.equal(new Map(properties).get('og:image'), undefined)
})

/**
 * Names that Zotero’s translator “Embedded Metadata” (June 2026) reads among those we write, and the field of a report
 * that each fills.
 */
const ZOTERO = {
  citation_title: 'title',
  citation_publication_date: 'date',
  citation_technical_report_institution: 'institution',
  citation_technical_report_number: 'number',
  citation_language: 'language',
  citation_public_url: 'url',
  'DC.rights': 'rights',
} as const

test('Zotero reads every name that is there for it, once, and fills every field of a report from them', () => {
  const licensed = { ...small, site: { ...small.site, contentLicense: 'CC-BY-4.0' } }
  for (const entry of small.entries) {
    const names = headView(licensed, entry, true)
      .names.map(([name]) => name)
      .filter((name) => !name.startsWith('twitter:'))
    assert.deepEqual(names.toSorted(), Object.keys(ZOTERO).toSorted(), entry.id)
  }
})

test('nothing of a page passes for the name of an author, whom Zotero looks for where a page names none', () => {
  const folder = resolve(import.meta.dirname, '../../src')
  const taken = globSync('{components,pages,site,elements}/**/*.{astro,ts}', { cwd: folder }).filter((file) =>
    /class(?:Name)?[=:][^>\n]*(?:byline|vcard)|rel="author"|name="author"/i.test(
      readFileSync(resolve(folder, file), 'utf8'),
    ),
  )
  assert.deepEqual(taken, [])
})

test('a picture is named where the build draws it, for records that have one', () => {
  for (const kind of KINDS) {
    const entry = ofKind(kind)
    const image = new Map(headView(small, entry, true).properties).get('og:image')
    assert.equal(
      image,
      CARD_KINDS.some((one) => one === kind) ? `https://small.example/kb/og/${kind}/${entry.id}.png` : undefined,
    )
  }
})

test('a picture says what a record is, who and when, and is marked above CLEAR', () => {
  for (const kind of CARD_KINDS) {
    const entry = ofKind(kind)
    assert.ok(hasCard(entry))
    const card = cardView(small, entry)
    assert.ok(card.title && card.line && card.kindWord, kind)
    assert.equal(card.marking, undefined)
    assert.equal(cardView({ ...small, audience: 'AMBER' }, entry).marking, 'TLP:AMBER')
  }
})
