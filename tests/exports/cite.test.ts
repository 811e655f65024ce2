import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { citable } from '#exports/citable.ts'
import type { Citable } from '#exports/cite-part.ts'
import { findReferences } from '#review/find-references.ts'
import { FORM_NAMES, FORMS, type FormName } from '#exports/cite.ts'
import { partsOf } from '#schema/walk.ts'
import { partLabel } from '#views/part-label.ts'
import { entryOf, knowledgeOf } from '../small.ts'

const knowledge = knowledgeOf()
const entry = entryOf(knowledge, '2026-01-05-router-outage')

function cited(part?: string, over: Partial<Citable> = {}): Citable {
  const found = citable(knowledge, entry, part === undefined ? undefined : knowledge.part(entry, part))
  assert.ok(found)
  return { ...found, ...over }
}

interface Item {
  readonly title: string
  readonly author: readonly { readonly literal?: string; readonly family?: string; readonly given?: string }[]
  readonly URL: string
  readonly issued:
    | { readonly 'date-parts': readonly (readonly number[])[] }
    | readonly { readonly 'date-parts': readonly (readonly number[])[] }[]
}

/** What another program reads in a citation, in the CSL data model. */
const parse = (text: string, type: string): Item => {
  const [item] = plugins.input.chain(text, { forceType: type, generateGraph: false }) as readonly Item[]
  assert.ok(item)
  return item
}
const readCsl = (text: string): Item => {
  const [item] = JSON.parse(text) as readonly Item[]
  assert.ok(item)
  return item
}
const HOSTILE = 'A {brace} 50 % & #1 $x_y^z ~ \\ "q" [link](javascript:x) <b>bold</b> *star* `code` é 漢字 &amp;'

test('a part is cited with its words, who acted, when, its record, the site, the revision and its address', () => {
  assert.equal(
    FORMS.text.make(cited('e-withdrawn')),
    '“Acme withdrew the update”. Event, Acme, 5 January 2026, 09:10 UTC. In: An Acme ' +
      'update stopped the routers of Harbor Hospital. Small, revision 1 of 1 March 2026. ' +
      'https://kb.example/incidents/2026-01-05-router-outage/?r=1#e-withdrawn',
  )
})

test('a record is cited under its title, without a part', () => {
  assert.match(
    FORMS.markdown.make(cited()),
    /^\[An Acme update stopped the routers of Harbor Hospital\]\(https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/\?r=1\)\. Incident, Acme, 5 January 2026, 08:00 UTC\. /,
  )
})

test('an impact figure is cited with its number', () => {
  const part = knowledge.part(entry, 'i-routers')
  assert.ok(part)
  assert.equal(partLabel(part), 'about 40: Routers that stopped')
})

test('a Git trailer pins the revision', () =>
  assert.equal(FORMS.trailer.make(cited('e-withdrawn')), 'Incident-Ref: 2026-01-05-router-outage#e-withdrawn@r1'))

test('the label of a Git trailer is a trailer beside it, as Git reads them, and the reference is still found', () => {
  const text = FORMS.trailer.make(cited('e-withdrawn', { marking: 'TLP:AMBER' }))
  const parsed = spawnSync('git', ['interpret-trailers', '--parse'], {
    input: `Check lengths\n\nAs asked.\n\n${text}\n`,
    encoding: 'utf8',
  })
  assert.deepEqual(parsed.stdout.trim().split('\n'), [
    'Incident-Ref: 2026-01-05-router-outage#e-withdrawn@r1',
    'Disclosure: TLP:AMBER',
  ])
  const { found, malformed } = findReferences(text, undefined, () => true)
  assert.deepEqual([found.map(({ reference }) => reference.part), malformed], [['e-withdrawn'], []])
})

test('a site without an address says that its citations are local', () => {
  const found = citable({ ...knowledge, address: undefined }, entry)
  assert.ok(found)
  assert.equal(found.url, '/incidents/2026-01-05-router-outage/?r=1')
  for (const form of ['markdown', 'text', 'html', 'bibtex', 'csl', 'ris'] as const)
    assert.match(FORMS[form].make(found), /local copy, no public address/, form)
})

test('what is marked above TLP:CLEAR keeps its mark in every form', () => {
  const marked = cited('e-withdrawn', { marking: 'TLP:AMBER' })
  for (const form of FORM_NAMES) assert.match(FORMS[form].make(marked), /TLP:AMBER/, form)
})

test('a revision that the record never had cannot be cited', () =>
  assert.equal(citable(knowledge, entry, undefined, 2), undefined))

const READERS: readonly (readonly [FormName, (text: string) => Item])[] = [
  ['bibtex', (text) => parse(text, '@bibtex/text')],
  ['ris', (text) => parse(text, '@ris/file')],
  ['csl', readCsl],
]
for (const [form, read] of READERS)
  test(`another program reads title, author, address and date back from ${FORMS[form].label}`, () => {
    for (const part of [undefined, ...partsOf(entry.data).map(({ id }) => id)]) {
      const one = cited(part)
      const item = read(FORMS[form].make(one))
      assert.equal(item.title, one.part?.label ?? one.title)
      assert.deepEqual(
        item.author.map(({ literal, family }) => literal ?? family),
        [one.publisher],
      )
      assert.equal(item.URL, one.url)
      assert.deepEqual([item.issued].flat()[0]?.['date-parts'], [[2026, 3, 1]])
    }
  })

test('a publisher with commas in its name is one corporate author', () => {
  const one = { ...cited(), publisher: 'Barnes & Söhne, Inc.' }
  const authors = READERS.map(([form, read]) => read(FORMS[form].make(one)).author)
  for (const found of authors) {
    assert.equal(found.length, 1)
    assert.equal(found[0]?.given, undefined)
  }
  assert.deepEqual(
    authors.map(([author]) => author?.literal ?? author?.family),
    ['Barnes & Söhne, Inc.', 'Barnes & Söhne Inc.', 'Barnes & Söhne, Inc.'],
  )
  assert.match(FORMS.ris.make(one), /^PB  - Barnes & Söhne, Inc\.$/m)
})

test('a line break in what a site or an organization is called begins no line of its own', () => {
  const broken = 'Acme\nER  - \nTY  - BOOK'
  const site = { ...knowledge.site, title: broken, publisher: broken, language: 'en\nAU  - X' }
  const found = citable(
    { ...knowledge, site, get: () => ({ data: { name: broken } }) } as unknown as typeof knowledge,
    entry,
  )
  assert.ok(found)
  assert.deepEqual(
    FORMS.ris
      .make(found)
      .split('\n')
      .map((line) => line.slice(0, 6)),
    FORMS.ris
      .make(cited())
      .split('\n')
      .map((line) => line.slice(0, 6)),
  )
  for (const form of ['text', 'markdown', 'html'] as const)
    assert.equal(FORMS[form].make(found).split('\n').length, 1, form)
})

test('hostile text stays text in every form', () => {
  const one = cited(undefined, { title: HOSTILE })
  assert.equal(parse(FORMS.bibtex.make(one), '@bibtex/text').title, HOSTILE)
  const html = FORMS.html.make(one)
  assert.ok(!html.includes('<b>') && html.includes('&lt;b&gt;'), html)
  const markdown = FORMS.markdown.make(one)
  assert.ok(!/(?<!\\)<b>/.test(markdown) && markdown.includes('\\[link\\]'), markdown)
  for (const form of FORM_NAMES.filter((name) => !['bibtex', 'csl', 'ris'].includes(name)))
    assert.equal(FORMS[form].make(one).split('\n').length, 1, form)
})
