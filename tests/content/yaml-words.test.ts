import assert from 'node:assert/strict'
import test from 'node:test'
import type { Finding } from '#schema/finding.ts'
import { contentFolder, found } from '../content-folder.ts'

/** Fields written into a topic, and what the check says of them: `level rule line:column message | remedy`. */
const CASES: readonly (readonly [what: string, yaml: string, expected: RegExp])[] = [
  ['a version that ends in a zero', 'question: 7.10', /found 7\.10 \| write "7\.10" in quotes$/],
  ['a hexadecimal number', 'question: 0x10', /found 0x10 \| write "0x10" in quotes/],
  ['a number with an exponent', 'question: 1e3', /found 1e3 \| write "1e3" in quotes/],
  ['a number that begins with a zero', 'question: 007', /found 007 \| write "007" in quotes/],
  ['a number that begins with a plus', 'question: +1', /found \+1 \| write "\+1" in quotes/],
  ['a yes in YAML 1.2, as true', 'question: True', /found True \| write "True" in quotes/],
  ['a number in a list', 'tags: [1.20]', /tags\[0\].*found 1\.20 \| write "1\.20" in quotes/],
  ['a tilde', 'question: ~', /found ~ \| write "~" in quotes/],
  ['nothing', 'question:', /found nothing after "question:" \| write it after question:/],
  ['a colon within a text', 'question: Who: all?', /yaml-syntax.* \| put the text in quotes: question: "Who: all\?"$/],
  ['a colon and quotation marks', 'question: Who: "all"?', /put the text in quotes: question: 'Who: "all"\?'$/],
  ['an at sign at the beginning', 'question: @ops, who?', /put the text in quotes: question: "@ops, who\?"$/],
  ['a backtick at the beginning', 'question: `a` or b?', /put the text in quotes: question: "`a` or b\?"$/],
  [
    'an asterisk at the beginning',
    'question: *Who* decides?',
    /put the text in quotes: question: "\*Who\* decides\?"$/,
  ],
  ['a bracket at the beginning', 'question: [draft] Who?', /put the text in quotes: question: "\[draft\] Who\?"$/],
  ['a percent sign at the beginning', 'question: %a or b?', /put the text in quotes: question: "%a or b\?"$/],
  [
    'an exclamation mark at the beginning',
    'question: !important a?',
    /put the text in quotes: question: "!important a\?"$/,
  ],
  ['words after quotation marks', 'question: "Who" decides?', /put the text in quotes: question: '"Who" decides\?'$/],
  [
    'an apostrophe within single quotes',
    "question: 'What's it?'",
    /put the text in double quotes: question: "What's it\?"$/,
  ],
  ['quotes that nothing closes', 'question: "Who?', /\| close the quotes/],
  ['no space after a colon', 'question:Who?', /put a space after the colon: question: Who\?$/],
  ['a tab', 'question: Who?\ntags:\n\t- a', /3:1.*\| indent with spaces/],
  ['a key that is there twice', 'question: A?\nquestion: B?', /2:1.*keep one of the two; the first stands on line 1$/],
  [
    'a comma in a text between braces',
    'contradictions: [{ id: x-a, about: Orders stopped, payments too, why: b }]',
    /yaml-syntax.*found "payments too" without a value.*\| put the value of about in quotes: about: "Orders stopped, payments too"$/,
  ],
  [
    'two commas in a text between braces',
    'contradictions: [{ about: a, b c, d, why: e }]',
    /found "b c" without a value.*\| put the value of about in quotes: about: "a, b c, d"$/,
  ],
  ['commas in a number', 'x: { value: 8,500,000 }', /write the number without commas: value: 8500000$/],
  [
    'a colon in a text between braces',
    'x: { text: He said: yes }',
    /put the value of text in quotes, since it holds ": "$/,
  ],
  ['a comment within braces', 'tags: [a #3, b]', /put the text that holds " #" in quotes/],
  [
    'a number sign in a text',
    'question: Outage #3 of the queue',
    /warn yaml-lost-words 1:18 .*the value is "Outage" \| put the text in quotes: question: "Outage #3 of the queue"/,
  ],
  ['a number sign at the beginning of a text', 'question: #3 outage', /put the text in quotes: question: "#3 outage"/],
  ['a number sign in a list', 'tags:\n  - queue #3', /warn yaml-lost-words 2:11 .*put the text in quotes: "queue #3"/],
  [
    'a spaced number sign in a title of several words',
    'question: In C # and F',
    /the value is "In C" \| put the text in quotes/,
  ],
  ['an ampersand at the beginning', 'question: &b c', /"&b" at its beginning is a name.*question: "&b c"$/],
]

const said = ({ level, rule, line, column, path, message, fix }: Finding) =>
  `${level} ${rule} ${line}:${column} ${path} ${message} | ${fix}`

test('what YAML reads otherwise than it is written is said in the words of the file', async (t) => {
  const files = CASES.map(([, yaml], index) => [`topics/case-${index}.yaml`, `${yaml}\n`] as const)
  const { findings } = await found(contentFolder(t, Object.fromEntries(files)))
  for (const [index, [what, , expected]] of CASES.entries())
    await t.test(what, () => {
      const own = findings.filter(({ file }) => file === `topics/case-${index}.yaml`).map(said)
      assert.ok(
        own.some((one) => expected.test(one)),
        own.join('\n'),
      )
    })
})

test('comments, and texts in quotes, are left alone', async (t) => {
  const yaml = [
    '# A topic',
    'question: "Outage #3 of the queue" # as the report calls it',
    'tags: [a#b, c] # two',
    'description: One, two & three; 12:30 and 50 %',
    'related: [staged-updates] # the other',
    'history:',
    '  - { revision: 1, date: "2026-03-01", type: addition, summary: First recorded. } # at first',
  ]
  const { findings } = await found(contentFolder(t, { 'topics/a-b.yaml': `${yaml.join('\n')}\n` }))
  assert.deepEqual(findings.map(said), [])
})

test('keys of other programs are told what they are called here', async (t) => {
  const front = [
    ['author: Ada Byron', 'write people: [{ name: "Ada Byron", role: Author }]'],
    ['layout: post', 'delete the line of layout'],
    ['draft: true', 'write recordStatus: draft'],
    ['service: Checkout', 'write products: [{ name: "Checkout" }]'],
    ['category: dns, cache', 'write tags: [dns, cache]'],
    ['lastmod: "2026-01-01"', 'delete the line; "aftermath revise" writes the history of a record'],
    ['startTime: "2026-01-05T08:00Z"', 'write milestones: [{ id: m-began, name: began, at: "2026-01-05T08:00Z" }]'],
    ['sumary: x', undefined],
  ] as const
  const text = `---\ntitle: A\n${front.map(([line]) => line).join('\n')}\n---\n\nB.\n`
  const { findings } = await found(contentFolder(t, { 'incidents/2026-01-05-a.md': text }))
  const unknown = findings.filter(({ rule, file }) => rule === 'unknown-key' && file.endsWith('-a.md'))
  for (const [line, fix] of front) {
    const finding = unknown.find(({ path }) => path === line.split(':')[0])
    if (fix === undefined) assert.match(finding?.message ?? '', /Did you mean "summary"/)
    else assert.equal(finding?.fix, fix)
  }
})

test('everything that is wrong with a file is said in one run', async (t) => {
  const text = '---\ntitle: A: b\nsummary: @c\n---\n\nd {\n\n<Note>\n\ne\n\nf <!-- g -->\n'
  const { findings } = await found(contentFolder(t, { 'controls/a-b.mdx': text }))
  const own = findings.filter(({ file }) => file === 'controls/a-b.mdx')
  assert.deepEqual(
    [...new Set(own.map(({ rule, line }) => `${rule} ${line}`))],
    ['yaml-syntax 2', 'yaml-syntax 3', 'body-syntax 6', 'body-syntax 8', 'body-syntax 12'],
  )
})
