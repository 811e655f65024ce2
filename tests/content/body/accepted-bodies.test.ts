import assert from 'node:assert/strict'
import test from 'node:test'
import { PROSE } from '#text/prose.ts'
import { readFor } from './reading.ts'

const ACCEPTED: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['paragraphs and emphasis', 'a *b* **c** ~~d~~ `e {f}`\n\ng  \nh'],
  ['a less-than sign among words', 'a < b'],
  ['escaped braces', 'a \\{b\\} c'],
  ['literals', 'a {"b"} {1} {-2.5} {true}'],
  ['headings and a link to one', '## A b\n\n### C\n\n[up](#h-a-b)'],
  ['two headings of the same words', '## A\n\n## A\n\n[second](#h-a-2)'],
  ['lists', '- a\n  1. b\n  2. c\n- [x] d'],
  ['a table', '| a | b |\n| :- | -: |\n| `{c}` | d |'],
  ['a quotation and a rule', '> a\n>\n> b\n\n---'],
  ['a first line of three dashes', '---\n\na'],
  ['a code block with braces and tags', '```json\n{"a": {"b": "<Note>"}}\n```'],
  [
    'a long code block with braces',
    `\`\`\`json\n{"a": {${' '.repeat(5000)}}}\n\`\`\`\n\nb \`{c}\` {"d"} {/* e {f} */}`,
  ],
  ['a long comment', `{/* ${'a { '.repeat(2000)} */}`],
  [
    'the word import in a code block and in a paragraph',
    `a\nimport controls\n\n\`\`\`js\nimport a from "a"\n${'b()\n'.repeat(1000)}\`\`\``,
  ],
  ['web and mail links', '[a](https://x.org/b?c=d#e) [f](HTTP://x.org) [g](mailto:a@b.org) www.x.org https://y.org'],
  ['references', '[a](2024-07-19-channel-file-291#e-revert@r3) [b](eset) [c](#f-one)'],
  ['a picture beside the record', '![what it shows](./crash-loop.v2.png "title")'],
  ['pictures whose names hold spaces', '![a](<my graph.png>) ![b](my%20graph%20(2).png) ![c](images/übersicht.png)'],
  ['words in brackets and parentheses', '`[a](b c.png)` a [sic](as it was) and [1](see below, p. 3)'],
  ['lines indented within a paragraph, a list and a component', 'a\n    b\n\n- c\n    - d\n\n<Note>\n    e\n</Note>'],
  ['a table whose rows are shorter than its head', '| a | b |\n| - | - |\n| 1 |\n| `x\\|y` | 2 |'],
  ['words of minutes within a line', 'The topic: ACTION: b, and\n**ISSUE:** c'],
  ['a component in a list and in a table', '- <Ref to="a" />\n\n| a |\n| - |\n| <Src id="b" /> |'],
  ['Windows line ends', '## A\r\n\r\n<Note>\r\n\r\nb\r\n\r\n</Note>\r\n'],
]

for (const [what, source] of ACCEPTED)
  test(`accepts ${what}`, () => {
    assert.deepEqual(readFor('RED', source).problems, [])
  })

for (const [name, { example }] of Object.entries(PROSE))
  test(`the example of <${name}> is right`, () => {
    const { problems, text } = readFor('RED', example)
    assert.deepEqual(problems, [])
    assert.equal(text, example)
  })

test('lists what a body refers to, with places', () => {
  const { references, images } = readFor(
    'CLEAR',
    'a [b](c#e-d)\n\n<Quote of="e#k-f" />\n\n- <Src id="g" /> <Ref to="#i-h" /> ![a](x.png)\n',
  )
  assert.deepEqual(references, [
    { ref: 'c#e-d', by: 'link', line: 1, column: 3 },
    { ref: 'e#k-f', by: 'Quote', line: 3, column: 1 },
    { ref: 'g', by: 'Src', line: 5, column: 3 },
    { ref: '#i-h', by: 'Ref', line: 5, column: 18 },
  ])
  assert.deepEqual(images, ['x.png'])
})

test('an attribute in braces says the same as one in quotation marks', () => {
  const source =
    'a <Restricted tlp={"GREEN"}>[b](c)</Restricted>\n\n<Figure src={"a.png"} alt={\'d\'} />\n\ne <Src id={"s"} />\n'
  const { images, references, problems } = readFor('GREEN', source)
  assert.deepEqual(problems, [])
  assert.deepEqual(images, ['a.png'])
  assert.deepEqual(
    references.map(({ ref, by, tlp }) => [ref, by, tlp]),
    [
      ['c', 'link', 'GREEN'],
      ['s', 'Src', undefined],
    ],
  )
})
