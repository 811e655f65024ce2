import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { ID_PATTERN, url } from '#schema/fields.ts'
import { kinds } from '#schema/kinds.ts'
import { parseReference } from '#schema/references.ts'
import { parseQuery } from '#search/query.ts'
import { readChange } from '#review/read-change.ts'
import { isImageFile, readAddress } from '#text/address.ts'
import { readBody } from '#content/body/read-body.ts'
import { Report } from '#content/report.ts'
import { parseShape } from '#content/shape.ts'
import { parseYaml } from '#content/yaml.ts'
import { renderBody } from '#content/render/render-body.ts'
import { runs } from '../everything.ts'
import { CORPORA, corpus, shown } from './corpus.ts'
import { inRecord } from './in-record.ts'

test('the corpus holds at least three hundred inputs, each once', () => {
  const all = CORPORA.flatMap((name) => corpus(name).map((text) => `${name} ${text}`))
  assert.ok(new Set(all).size === all.length && all.length >= 300, String(all.length))
})

for (const address of corpus('addresses'))
  test(`the address ${shown(address)} leads nowhere`, () => {
    const { kind } = readAddress(address)
    assert.ok(kind === 'refused' || kind === 'reference', kind)
    // What has the form of a reference is an id or nothing; it never becomes an address by itself.
    if (kind === 'reference') assert.ok(parseReference(address) !== undefined || address.startsWith('#'))
    assert.ok(!/^(?:javascript|data|vbscript|file|blob):/i.test(address) || !z.safeParse(url('x'), address).success)
    assert.ok(!isImageFile(address))
  })

const ALLOW = { mayShow: () => false, meeting: false }
for (const body of corpus('bodies'))
  test(`the body ${shown(body)} is refused`, () => assert.ok(readBody(body, ALLOW).problems.length > 0))

function readTopic(source: string) {
  const report = new Report()
  const yaml = parseYaml(source, 'topics/x.yaml', report)
  const data = yaml && parseShape(kinds.topics.schema, yaml, 'topics/x.yaml', report)
  return { data, errors: report.findings.filter(({ level }) => level === 'error') }
}

test('the record that hostile YAML stands in is sound by itself', () => {
  const { data, errors } = readTopic(inRecord(''))
  assert.ok(data !== undefined && errors.length === 0)
})

for (const source of corpus('yaml'))
  test(`the YAML ${shown(source)} makes a sound record one that is refused`, () => {
    assert.ok(readTopic(inRecord(source)).errors.length > 0)
    assert.ok(readTopic(source).errors.length > 0)
    assert.equal(Reflect.get({}, 'polluted'), undefined)
  })

for (const id of corpus('ids'))
  test(`${shown(id)} is no id`, () => {
    assert.ok(!ID_PATTERN.test(id))
    assert.ok(parseReference(id)?.id !== id)
  })

const NOWHERE = {
  reference: () => undefined,
  quotation: () => undefined,
  source: () => undefined,
  picture: () => undefined,
}
const HARMFUL = new RegExp(
  String.raw`<(?:script|style|iframe|object|embed|base|meta|link|form)\b|\son\w+\s*=|\sstyle\s*=|(?:href|` +
    String.raw`src)="(?!https?:|mailto:|#|\/)`,
  'i',
)
const piece = fc.oneof(
  fc.constantFrom(...corpus('bodies'), ...corpus('addresses')),
  fc.constantFrom(
    '[',
    '](',
    ')',
    '<',
    '>',
    '{',
    '}',
    '*',
    '_',
    '`',
    '\n\n',
    '\n',
    '"',
    '|',
    '- ',
    '> ',
    '## ',
    '\\',
    '&#x6a;',
    '![',
    '<Note>',
    '</Note>',
    '<Ref to="',
    '" />',
  ),
  fc.string({ maxLength: 8 }),
)

test('whatever is put together from hostile pieces is refused, or rendered without anything that runs', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const source = pieces.join('')
      const { problems, text } = readBody(source, ALLOW)
      if (problems.length > 0) return
      const html = renderBody(text, NOWHERE)
      // Text is escaped, so a tag or attribute in the result is one that the renderer made.
      assert.doesNotMatch(html.replace(/>[^<]*</g, '><'), HARMFUL)
    }),
    { seed: 8, numRuns: runs(3000) },
  )
})

test('whatever is typed or pasted is read without a fault', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc
          .array(fc.constantFrom(...corpus('queries'), ...corpus('changes')), { maxLength: 4 })
          .map((parts) => parts.join(' ')),
      ),
      (text) => {
        parseQuery(text)
        readChange(text)
        readAddress(text)
        parseReference(text)
      },
    ),
    { seed: 8, numRuns: runs(3000) },
  )
})
