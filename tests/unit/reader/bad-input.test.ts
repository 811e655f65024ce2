import assert from 'node:assert/strict'
import test from 'node:test'
import { cli, contentFolder, found } from '../content-folder.ts'

const HISTORY = 'history: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n'
const TOPIC = `question: Should reports be open?\ndescription: Whether they are.\n${HISTORY}`
const topic = (text: string | Uint8Array) => ({ 'topics/open-reports.yaml': text })
const control = (body: string, front = '') => ({ 'controls/open-reports.mdx': `---\ntitle: Open reports\nsummary: Reports are public.\n${front}${HISTORY}---\n${body}` })
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

interface Case {
  readonly name: string
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Each finding as `rule file:line:column message / fix`. */
  readonly expected: readonly string[]
}

const cases: readonly Case[] = [
  {
    name: 'malformed YAML: a bracket that is never closed',
    files: topic('question: [\n'),
    expected: ['yaml-syntax topics/open-reports.yaml:2:1 expected well-formed YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  },
  {
    name: 'malformed YAML: a tab for indentation',
    files: topic('question: A?\ndescription:\n\t- x\n'),
    expected: ['yaml-syntax topics/open-reports.yaml:3:1 expected well-formed YAML: Tabs are not allowed as indentation'],
  },
  {
    name: 'a key written twice',
    files: topic(`${TOPIC}question: Again?\n`),
    expected: ['yaml-syntax topics/open-reports.yaml:4:1 expected well-formed YAML: Map keys must be unique'],
  },
  {
    name: 'a file that is a list',
    files: topic('- question\n'),
    expected: ['field-value topics/open-reports.yaml:1:1 expected a map of keys, found a list'],
  },
  {
    name: 'an unknown key',
    files: topic(`${TOPIC}descripton: Again.\n`),
    expected: ['unknown-key topics/open-reports.yaml:4:1 expected one of the known keys, found "descripton". Did you mean "description"?'],
  },
  {
    name: 'an unknown key within an item, inside front matter',
    files: control('\nWords.\n', 'contradictions:\n  - id: x-a\n    abuot: It\n    about: It\n    why: So.\n    readings: [{ text: A., sources: [acme-report], verdict: rival }, { text: B., sources: [acme-report], verdict: rival }]\n'),
    expected: ['unknown-key controls/open-reports.mdx:6:5 expected one of the known keys, found "abuot". Did you mean "about"?'],
  },
  {
    name: 'a derived key that is written',
    files: topic(`${TOPIC}title: Open reports\n`),
    expected: ['unknown-key topics/open-reports.yaml:4:1 expected one of the known keys, found "title". "title" is derived here and not written.'],
  },
  {
    name: 'a wrong type',
    files: topic(`question: 42\ndescription: Whether.\nrelated: staged-updates\n${HISTORY}`),
    expected: [
      'field-value topics/open-reports.yaml:1:1 expected text (The question, so that “supports” and “opposes” read naturally.), found 42',
      'field-value topics/open-reports.yaml:3:1 expected a list, found "staged-updates"',
    ],
  },
  {
    name: 'a value that is not on its list',
    files: topic(`${TOPIC}tlp: AMBRE\n`),
    expected: ['field-value topics/open-reports.yaml:4:1 expected one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED, found "AMBRE". Did you mean "AMBER"?'],
  },
  {
    name: 'a required field that is missing',
    files: topic(`question: Should reports be open?\n${HISTORY}`),
    expected: ['field-value topics/open-reports.yaml:1:1 expected "description", text (What the question is about.), found nothing'],
  },
  {
    name: 'an unquoted date',
    files: { 'citations/a-review.yaml': `title: Review\nat: 2026-02-25\nkind: codeReview\ncites: [acme]\n${HISTORY}` },
    expected: ['unquoted-date citations/a-review.yaml:2:5 expected a quoted date, found 2026-02-25 without quotes'],
  },
  {
    name: 'an impossible date',
    files: { 'citations/a-review.yaml': `title: Review\nat: "2026-02-30"\nkind: codeReview\ncites: [acme]\n${HISTORY}` },
    expected: ['field-value citations/a-review.yaml:2:1 "2026-02-30" is no time: 2026-02 has no day 30; it has 28 days'],
  },
  {
    name: 'an id that another kind has',
    files: { 'topics/acme.yaml': TOPIC },
    expected: ['duplicate-id topics/acme.yaml:1:1 expected an id that no other record has, found "acme", which organizations/acme.yaml has too'],
  },
  {
    name: 'a record as file and as folder',
    files: { ...control('\nWords.\n'), 'controls/open-reports/index.mdx': control('\nWords.\n')['controls/open-reports.mdx'] },
    expected: ['duplicate-id controls/open-reports.mdx:2:1 expected an id that no other record has, found "open-reports", which controls/open-reports/index.mdx has too'],
  },
  {
    name: 'a dangling reference',
    files: topic(`${TOPIC}related: [staged-update]\n`),
    expected: ['unknown-reference topics/open-reports.yaml:4:11 expected the id of a topic, found "staged-update". Did you mean "staged-updates"?'],
  },
  {
    name: 'a dangling reference in a body',
    files: control('\nFirst line.\n\nSee [the outage](2026-01-05-router-outage#e-stopp).\n'),
    expected: ['unknown-reference controls/open-reports.mdx:9:5 expected the id of a part of 2026-01-05-router-outage, found "2026-01-05-router-outage#e-stopp". Did you mean "e-stop"?'],
  },
  {
    name: 'a cyclic supersession',
    files: Object.fromEntries(
      (['a', 'b'] as const).map((name) => [`topics/topic-${name}.yaml`, `${TOPIC}recordStatus: superseded\nstatusReason: Reworded.\nsupersededBy: topic-${name === 'a' ? 'b' : 'a'}\n`]),
    ),
    expected: ['supersession-cycle topics/topic-a.yaml:6:1 expected supersession to end somewhere, found a circle: topic-a → topic-b → topic-a'],
  },
  {
    name: 'an MDX syntax error',
    files: control('\nWords <Note>and more.\n'),
    expected: ['body-syntax controls/open-reports.mdx:7:7 expected a closing tag for `<Note>` before the end of `paragraph`'],
  },
  {
    name: 'an unknown component',
    files: control('\n<Notee>\n\nWords.\n\n</Notee>\n'),
    expected: ['body-component controls/open-reports.mdx:7:1 found <Notee>; there is no such component'],
  },
  {
    name: 'bytes that are not UTF-8',
    files: topic(Buffer.concat([Buffer.from('question: A?\ndescription: caf'), Buffer.from([0xe9]), Buffer.from('\n')])),
    expected: ['file-encoding topics/open-reports.yaml:2:17 expected UTF-8, found a byte that is not'],
  },
  {
    name: 'a control character',
    files: topic(`question: A\u0007?\n`),
    expected: ['file-encoding topics/open-reports.yaml:1:12 expected text, found the control character U+0007'],
  },
  {
    name: 'a character that turns the direction of writing',
    files: topic(`question: "A \u202e?"\ndescription: B.\n${HISTORY}`),
    expected: ['field-value topics/open-reports.yaml:1:1 expected plain text, found a control or direction-override character'],
  },
  {
    name: 'a file of ten million bytes',
    files: topic('x'.repeat(10_000_000)),
    expected: ['file-size topics/open-reports.yaml:1:1 expected at most 1,048,576 bytes, found 10,000,000'],
  },
  { name: 'an empty file', files: topic(''), expected: ['file-empty topics/open-reports.yaml:1:1 expected a record, found an empty file'] },
  { name: 'a file of spaces', files: topic(' \n\n'), expected: ['file-empty topics/open-reports.yaml:1:1 expected a record, found an empty file'] },
  {
    name: 'a record with a text, but no front matter',
    files: { 'controls/open-reports.mdx': 'Words.\n' },
    expected: ['front-matter controls/open-reports.mdx:1:1 expected front matter between two lines of ---, found no --- on the first line'],
  },
  {
    name: 'a javascript: address in a field',
    files: { 'organizations/quay.yaml': `name: Quay\nkind: vendor\nurl: "javascript:alert(1)"\n${HISTORY}` },
    expected: ['field-value organizations/quay.yaml:3:1 expected an address that begins with https:// or http://, found "javascript:alert(1)"'],
  },
  {
    name: 'a javascript: address in a body',
    files: control('\n[a](java&#115;cript:alert)\n'),
    expected: ['body-url controls/open-reports.mdx:7:1 "javascript:" addresses are not allowed'],
  },
  {
    name: 'a YAML bomb',
    files: topic(`a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d]\n`),
    expected: ['yaml-syntax topics/open-reports.yaml:1:1 expected at most 50 uses of aliases: Excessive alias count indicates a resource exhaustion attack'],
  },
  {
    name: 'an alias of itself',
    files: topic('question: &a [*a]\n'),
    expected: ['yaml-syntax topics/open-reports.yaml:1:15 expected values that do not hold themselves, found *a inside &a'],
  },
  {
    name: 'a YAML tag',
    files: topic(`question: !!js/function "function () {}"\ndescription: B.\n${HISTORY}`),
    expected: ['yaml-syntax topics/open-reports.yaml:1:11 expected well-formed YAML: Unresolved tag: tag:yaml.org,2002:js/function'],
  },
  {
    name: 'YAML a thousand levels deep',
    files: topic(`question: ${nested(1000)}\n`),
    expected: ['yaml-syntax topics/open-reports.yaml:1:1 expected at most 40 levels of nesting, found more'],
  },
  {
    name: 'a key that is every object’s',
    files: topic(`${TOPIC}__proto__: { tlp: RED }\nconstructor: x\n`),
    expected: [
      'unknown-key topics/open-reports.yaml:4:1 expected one of the known keys, found "__proto__".',
      'unknown-key topics/open-reports.yaml:5:1 expected one of the known keys, found "constructor".',
    ],
  },
  {
    name: 'a file of another kind',
    files: { 'topics/notes.md': 'Notes.\n', 'notes.txt': 'Notes.\n' },
    expected: [
      'unexpected-file notes.txt:1:1 expected a folder of records (incidents, summits, statements, commitments, inquiries, organizations, topics, controls, sources, citations) or site.yaml, found "notes.txt".',
      'unexpected-file topics/notes.md:1:1 expected <id>.yaml here, found "notes.md"',
    ],
  },
  {
    name: 'a name that is no id',
    files: { 'topics/Open Reports.yaml': TOPIC },
    expected: ['file-name topics/Open Reports.yaml:1:1 expected a name of lowercase ASCII words and digits joined by "-", found "Open Reports"'],
  },
  {
    name: 'a site.yaml with a wrong key',
    files: { 'site.yaml': 'title: Small\ndescription: Small.\nurl: https://small.example\nlicense: MIT\n' },
    expected: ['unknown-key site.yaml:4:1 expected one of the known keys, found "license".'],
  },
]

for (const { name, files, expected } of cases)
  test(`${name} is reported with its place, and nothing else is`, async (t) => {
    const { exitCode, findings } = await found(contentFolder(t, files))
    assert.deepEqual(findings.map(({ rule, file, line, column, message }) => `${rule} ${file}:${line}:${column} ${message}`), expected)
    assert.equal(exitCode, findings.some(({ level }) => level === 'error') ? 1 : 0)
    for (const { fix, rule, url } of findings) {
      assert.equal(url, `/rules/${rule}/`)
      assert.ok(fix, 'there is a remedy')
    }
  })

test('all findings of a run are given at once, and none hides another', async (t) => {
  const broken = cases.filter(({ name }) => /malformed YAML: a bracket|empty file|impossible|MDX syntax/.test(name))
  const folder = contentFolder(t, Object.assign({}, ...broken.map(({ files }, index) => Object.fromEntries(Object.entries(files).map(([file, text]) => [file.replace(/(open-reports|a-review)/, `$1-${index}`), text])))))
  const { exitCode, findings } = await found(folder)
  assert.deepEqual(findings.map(({ rule }) => rule).sort(), ['body-syntax', 'field-value', 'file-empty', 'yaml-syntax'])
  assert.equal(exitCode, 1)
})

test('a missing content folder is one finding', async (t) => {
  const folder = contentFolder(t, {}, null)
  const { exitCode, stdout, stderr } = await cli(folder, ['check'])
  assert.equal(stdout, `content  error  content-folder  /rules/content-folder/\n    expected a content folder at ${folder}/content, found none\n    Fix: create it, or name another with --content or AFTERMATH_CONTENT\n\n1 error in 1 file\nChecked 0 records.\n`)
  assert.deepEqual({ exitCode, stderr }, { exitCode: 1, stderr: '' })
})

test('a content folder that is a file is reported as missing', async (t) => {
  const folder = contentFolder(t)
  const { findings } = await found(folder, '--content', 'content/site.yaml')
  assert.deepEqual(findings.map(({ rule, file }) => [rule, file]), [['content-folder', '']])
})

test('a record with errors is not reported again by what refers to it', async (t) => {
  const folder = contentFolder(t, { 'organizations/acme.yaml': 'name: [\n' })
  const { findings } = await found(folder)
  assert.deepEqual(findings.map(({ rule, file }) => `${rule} ${file}`), ['yaml-syntax organizations/acme.yaml'])
})
