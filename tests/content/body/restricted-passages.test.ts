import assert from 'node:assert/strict'
import test from 'node:test'
import { readFor } from './reading.ts'

const red = (words: string) => `<Restricted tlp="RED">${words}</Restricted>`
const redBlock = (words: string) => `<Restricted tlp="RED">\n\n${words}\n\n</Restricted>`

const CUTS: readonly (readonly [string, string, string])[] = [
  ['a passage in a sentence', `a ${red('x')} b`, 'a b'],
  ['a passage before a full stop', `a ${red('x')}.`, 'a.'],
  ['a passage at the end of a line', `a ${red('x')}\nb`, 'a\nb'],
  ['a passage at the start of a line', `${red('x')} a\nb`, 'a\nb'],
  ['what would turn into a heading', `${red('x')} # a`, '\\# a'],
  ['what would turn into a list', `a\n${red('x')} - b`, 'a\n\\- b'],
  ['what would turn into a numbered list', `${red('x')} 12. a`, '12\\. a'],
  ['what would turn into a line across', `a\n${red('x')} ***`, 'a\n\\***'],
  ['not emphasis at the start of a line', `${red('x')} ***a*** b`, '***a*** b'],
  ['what would turn into a module', `${red('x')} import a`, '&#105;mport a'],
  ['a block between blocks', `a\n\n${redBlock('x')}\n\nb\n`, 'a\n\nb\n'],
  ['a block without empty lines around it', `a\n<Restricted tlp="RED">\nx\n</Restricted>\nb`, 'a\n\nb'],
  ['the first block', `${redBlock('x')}\n\na`, 'a'],
  ['the last block', `a\n\n${redBlock('x')}\n`, 'a\n'],
  ['everything', `${redBlock('x')}\n`, ''],
  ['a heading whose section goes', `## a\n\n${redBlock('x')}\n\n## b\n\nc`, '## b\n\nc'],
  ['headings one above the other', `## a\n\n### b\n\n${redBlock('x')}\n\n## c\n\nd`, '## c\n\nd'],
  ['not a heading with more beneath', `## a\n\n${redBlock('x')}\n\nb`, '## a\n\nb'],
  ['not an empty heading next to a cut', `## a\n\n## b\n\n${redBlock('x')}\n\nc`, '## a\n\n## b\n\nc'],
  ['a list item', `- a\n- ${red('x')}\n- b`, '- a\n- b'],
  ['the last list item', `- a\n- ${red('x')}\n\nb`, '- a\n\nb'],
  ['a numbered item, without a gap', `1. a\n2. ${red('x')}\n3. b\n4. c`, '1. a\n2. b\n3. c'],
  ['the first numbered item', `7. ${red('x')}\n8. b`, '7. b'],
  ['a numbered item of ten', `9. a\n10. ${red('x')}\n11. b\n\n    c`, '9. a\n10. b\n\n    c'],
  ['no numbers of a list of ones', `1. a\n1. ${red('x')}\n1. b`, '1. a\n1. b'],
  ['a whole list', `a\n\n- ${red('x')}\n- ${red('y')}\n\nb`, 'a\n\nb'],
  ['a nested item', `- a\n  - ${red('x')}\n- b`, '- a\n- b'],
  ['within a quotation', `> a\n>\n> <Restricted tlp="RED">\n> x\n> </Restricted>\n>\n> b`, '> a\n>\n> b'],
  ['a whole quotation', `a\n\n> ${red('x')}\n\nb`, 'a\n\nb'],
  ['a table row', `| a |\n| - |\n| ${red('x')} |\n| b |`, '| a |\n| - |\n| b |'],
  ['a table cell beside another', `| a | b |\n| - | - |\n| ${red('x')} | c |`, '| a | b |\n| - | - |\n| | c |'],
  ['a table without rows left', `a\n\n| b |\n| - |\n| ${red('x')} |`, 'a'],
  ['emphasis and brackets around it', `a (*${red('x')}*)\n\n(${red('y')})`, 'a ()'],
  ['a link with nothing left to press', `a [${red('x')}](id) b`, 'a b'],
  ['a note with nothing left to say', `a\n\n<Note>\n\n${redBlock('x')}\n\n</Note>`, 'a'],
  ['a note with a heading and nothing left beneath it', `a\n\n<Note>\n\n## b\n\n${redBlock('x')}\n\n</Note>`, 'a'],
  ['the mark of a source with nothing left to rest on it', `a\n\n${red('x.')} <Src id="b" />`, 'a'],
  ['a link to a heading that goes', `[a](#h-x) ${red('y')}\n\n${redBlock('## x\n\nz')}\n\nb`, 'a\n\nb'],
  [
    'within a passage that is shown',
    `<Restricted tlp="GREEN">\n\na ${red('x')}\n\n</Restricted>`,
    '<Restricted tlp="GREEN">\n\na\n\n</Restricted>',
  ],
  ['comments', 'a {/* x */} b\n\n{/* y */}\n\nc', 'a b\n\nc'],
  ['what is misspelt', 'a\n\n<Restrcted tlp="CLEAR">\n\nx\n\n</Restrcted>', 'a'],
  ['HTML', 'a <span>x</span>', 'a'],
  ['a passage without a label', 'a <Restricted>x</Restricted>', 'a'],
  ['a passage with a label of code', 'a <Restricted tlp={x}>x</Restricted>', 'a'],
  ['a passage with two labels', 'a <Restricted tlp="CLEAR" tlp="RED">x</Restricted>', 'a'],
  ['a passage in a code block', `a\n\n\`\`\`\n${red('x')}\n\`\`\``, 'a'],
]

for (const [what, source, text] of CUTS)
  test(`cuts ${what}`, () => {
    assert.equal(readFor('GREEN', source).text, text)
  })

test('Windows line ends survive a cut', () => {
  assert.equal(readFor('GREEN', `a\r\n\r\n${red('x')}\r\n\r\nb\r\n`).text, 'a\r\n\r\nb\r\n')
})

test('each level is shown to its audience and above', () => {
  const source = 'a <Restricted tlp="AMBER">b</Restricted> <Restricted tlp="AMBER+STRICT">c</Restricted>'
  assert.equal(readFor('GREEN', source).text, 'a')
  assert.equal(readFor('AMBER', source).text, 'a <Restricted tlp="AMBER">b</Restricted>')
  assert.equal(readFor('RED', source).text, source)
})

test('what is cut is not listed', () => {
  const { references, images } = readFor(
    'CLEAR',
    `${red('[x](y)')}\n\n${redBlock('x <Src id="x" />\n\n![x](x.png)')}\n\n${red('x')} ` +
      `<Src id="z" />\n\n## [x](y)\n\n${redBlock('x')}`,
  )
  assert.deepEqual([references, images], [[], []])
})

test('code cannot carry a restricted passage past the cut', () => {
  for (const code of [
    '{true && <Restricted tlp="RED">canary</Restricted>}',
    'export const b = "<Restricted tlp=\'RED\'>canary</Restricted>"',
    '<Note title={<Restricted tlp="RED">canary</Restricted>}>\n\nb\n\n</Note>',
  ]) {
    const { text, problems } = readFor('CLEAR', `a\n\n${code}`)
    assert.doesNotMatch(text, /canary/)
    assert.ok(problems.some(({ rule }) => rule === 'body-code'))
  }
})

test('a restricted passage written into an attribute, a caption or a title is refused and cut', () => {
  const written = '<Restricted tlp="RED">canary</Restricted>'
  for (const source of [
    `<Figure src="a.png" alt="b" caption='${written}' />`,
    `a ![\\${written}](a.png)`,
    `a [b](c '${written}')`,
  ]) {
    const { text, problems } = readFor('CLEAR', source)
    assert.equal(text, '')
    assert.equal(problems[0]?.rule, 'body-restricted')
  }
})

test('a comment about a restricted passage is no fault', () => {
  assert.deepEqual(readFor('CLEAR', 'a\n\n{/* <Restricted tlp="RED">b</Restricted> */}').problems, [])
})
