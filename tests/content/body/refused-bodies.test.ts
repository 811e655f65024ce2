import assert from 'node:assert/strict'
import test from 'node:test'
import { BODY_RULES } from '#content/body/rules.ts'
import { REFUSED } from './refused-bodies.ts'
import { readFor } from './reading.ts'

for (const [what, source, expected] of REFUSED)
  test(`refuses ${what}`, () => {
    const { problems } = readFor('AMBER', source)
    assert.equal(problems.map(({ rule, line, column }) => `${rule} ${line}:${column}`).join(', '), expected)
    for (const { message, fix } of problems) {
      assert.ok(message.length > 10 && message.length < 250, message)
      assert.ok(fix !== undefined && fix.length > 3)
    }
  })

test('every rule is broken by some input of the table', () => {
  const broken = new Set(REFUSED.flatMap(([, , expected]) => expected.split(', ').map((one) => one.split(' ')[0])))
  assert.deepEqual(
    Object.keys(BODY_RULES).filter((rule) => !broken.has(rule)),
    // Of Markdown alone.
    ['body-dropped'],
  )
})

const WORDS: readonly (readonly [string, string, string])[] = [
  ['a {b} c', 'found code in the body: {b}', 'take it out; a brace that is meant to be read is written \\{'],
  ['<Note title={x}>\n\na\n\n</Note>', 'found code in the attribute "title"', 'write title="…"'],
  ['<Nte>\n\na\n\n</Nte>', 'found <Nte>; there is no such component', 'did you mean <Note>?'],
  ['<note>\n\na\n\n</note>', 'found <note>; HTML is not used in bodies', 'did you mean <Note>?'],
  ['<Note titel="a">\n\nb\n\n</Note>', '<Note> has no attribute "titel"', 'did you mean title?'],
  [
    '![Graph](my graph.png)',
    'found ![Graph](my graph.png), which is no picture: an address ends at a space',
    'write <my graph.png> or my%20graph.png between the parentheses',
  ],
  [
    '> [!TIP]\n> a',
    'found the alert [!TIP], which MDX prints as it stands',
    'write <Note title="Tip"> … </Note>, with an empty line after and before the tags',
  ],
  [
    '| a |\n| - |\n| `b|c` |',
    'found a row of 2 cells under 1 heads: what is in the last would not be shown',
    'write \\| for a "|" within a cell, also within code, or add heads',
  ],
  ['# a', 'found a first-level heading', 'begin the line with ## instead'],
  [
    '[a](JaVaScRiPt:x)',
    '"javascript:" addresses are not allowed',
    'use an address that begins with https://, http:// or mailto:',
  ],
  ['[a](//x.org)', 'the address has no scheme', 'write https://x.org'],
  [
    'a <Restricted tlp="PINK">b</Restricted>',
    'tlp is "PINK", expected a TLP 2.0 label',
    'write one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED',
  ],
  [
    'ACTION: a',
    'found a line that begins with "ACTION:"; such lines no longer become points',
    'write a point under points: in the front matter, or begin the paragraph with other words',
  ],
  [
    'a <Note> b',
    'expected a closing tag for `<Note>` before the end of `paragraph`',
    'give every component its closing tag, in the same block as its opening one, or end it with />',
  ],
  [
    '<!-- a -->',
    'unexpected character `!` (U+0021) before name, expected a character ' +
      'that can start a name, such as a letter, `$`, or `_`',
    'write a comment as {/* words */}',
  ],
]

for (const [source, message, fix] of WORDS)
  test(`says what to do about ${JSON.stringify(source)}`, () => {
    const [first] = readFor('RED', source).problems
    assert.equal(first?.message, message)
    assert.equal(first?.fix, fix)
  })

test('a body that cannot be read gives no text, so that nothing in it can leak', () => {
  for (const source of [
    '<Restricted tlp="RED">canary',
    'canary {',
    '<Restricted tlp="RED">\n\ncanary\n\n</Restricted',
    'canary <!-- a -->',
  ])
    assert.deepEqual(
      { ...readFor('CLEAR', source), problems: [] },
      { text: '', problems: [], references: [], images: [], headings: [] },
    )
})
