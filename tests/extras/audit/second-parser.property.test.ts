import assert from 'node:assert/strict'
import test from 'node:test'
import * as cheerio from 'cheerio'
import fc from 'fast-check'
import { markupTexts } from '#extras/audit/markup.ts'

// Pieces of markup, whole and broken; words are put between them.
const PIECES = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<i',
    '</i',
    '<br>',
    '<br/>',
    '<sup>',
    '</sup>',
    '<ul><li>',
    '</ul>',
  ],
  ...['<table><tr><td>', '</table>', '<svg>', '</svg>', '<title>', '</title>', '<template>', '</template>'],
  ...['<textarea>', '</textarea>', '<script>', '</script>', '<style>', '</style>', '<select><option>', '</select>'],
  ...[
    '<!--',
    '-->',
    '--!>',
    '<!',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<',
    '>',
    '</',
    '/>',
    '&',
    '&amp;',
    '&lt;',
    '&gt;',
    '&#60;',
    '&#x3e;',
  ],
  ...[
    '<a title="',
    '<a title=',
    "<a title='",
    '"',
    "'",
    '=',
    ' data-x="',
    ' hidden',
    '<p/ ',
    '<math><mi>',
    '</math>',
    '\n',
    '\0',
    ' ',
  ],
]
const WORD = /w\d+z/g

interface Node {
  readonly type: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly Node[]
}

/**
 * Every word that stands in a text, an attribute or a comment for a browser: cheerio reads with parse5, by the
 * standard.
 */
function* seenIn(node: Node): Generator<string> {
  for (const text of [node.data ?? '', ...Object.values(node.attribs ?? {})]) yield* text.match(WORD) ?? []
  for (const child of node.children ?? []) yield* seenIn(child)
}

test('what a browser reads as text, attribute or comment of broken markup, the audit reads too', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 24 }), (pieces) => {
      const source = pieces.map((piece, index) => `${piece}w${index}z`).join('')
      const own = new Set<string>()
      markupTexts(source, (text) => text.match(WORD)?.forEach((word) => own.add(word)))
      const theirs = new Set(seenIn(cheerio.load(source).root()[0] as unknown as Node))
      compared += theirs.size
      assert.deepEqual(
        [...theirs].filter((word) => !own.has(word)),
        [],
        source,
      )
    }),
    { numRuns: 2000, seed: 20260601 },
  )
  assert.ok(compared > 8000, `${compared} words compared`)
})

test('words that stand in one another’s line for a browser do so for the audit', () => {
  const inline = fc.array(
    fc.constantFrom('<b>', '</b>', '<i>', '</i>', '<a href="#">', '</a>', '<!---->', '&shy;', '<code>', '</code>'),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(inline, (pieces) => {
      const source = `<p>${pieces.map((piece, index) => `s${index}${piece}`).join('')}e</p>`
      const texts: string[] = []
      markupTexts(source, (text) => texts.push(text))
      const seen = cheerio.load(source)('p').text()
      assert.ok(
        texts.some((text) => text.includes(seen)),
        `${source}: ${seen} is not among ${texts.join(' | ')}`,
      )
    }),
    { numRuns: 2000, seed: 20260601 },
  )
})
