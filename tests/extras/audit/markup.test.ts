import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { markupTexts } from '#extras/audit/markup.ts'
import { runs } from '../../everything.ts'

const textsIn = (source: string): string[] => {
  const texts: string[] = []
  markupTexts(source, (text) => texts.push(text.replace(/\s+/g, ' ').trim()))
  return texts
}

for (const [what, source, text] of [
  ['text across inline elements', '<p>the <b>obs</b>idian <a href="/x/">lantern</a></p>', 'the obsidian lantern'],
  ['text around a note mark', '<p>lamp<sup><a href="#n1">1</a></sup> lit</p>', 'lamp lit'],
  ['a note mark', '<p>lamp<sup><a href="#n1">1</a></sup> lit</p>', '1'],
  ['text before a note mark that nothing closes', '<p>lamp<sup>1', 'lamp'],
  ['a named entity', '<p>Z&uuml;rcher Amt</p>', 'Zürcher Amt'],
  ['an entity without its semicolon', '<p>one&nbsptwo &ltb', 'one two <b'],
  ['an entity in an attribute', '<p title="Z&uuml;rich &amp; Bern">', 'Zürich & Bern'],
  ['an attribute that is there twice', '<p title="one" title="two">', 'two'],
  ['an attribute of a closing tag', '<p>one</p title="two">', 'title="two"'],
  ['an unquoted attribute of several words', '<img alt=one two three>', 'one two three'],
  ['a tag within a tag', '<p <b title="one">', 'one'],
  ['a tag that nothing ends', '<p>one</p><p title="two', '<p title="two'],
  ['a closing tag that nothing ends', '<p>one</p two', 'two'],
  ['a comment that ends as only HTML lets it', '<!-- one --!><p>two</p>', 'two'],
  ['a comment that nothing ends', '<!-- one', 'one'],
  ['markup in a comment', '<!-- <p>o<b>n</b>e</p> -->', 'one'],
  ['a declaration', '<!DOCTYPE html SYSTEM "one">', 'DOCTYPE html SYSTEM "one"'],
  ['an instruction', '<?xml-stylesheet title="one"?>', '?xml-stylesheet title="one"?'],
  ['character data', '<p><![CDATA[one <b>t</b>wo]]></p>', 'one two'],
  ['a script with a tag in a string', "<script>a = '<b>' + 'one'</script>", "a = '<b>' + 'one'"],
  ['a style', '<style>p::after { content: "one" }</style>', 'p::after { content: "one" }'],
  ['a text field', '<textarea>one &amp; <b>two</b></textarea>', 'one & two'],
  ['a frame', '<iframe>o<b>n</b>e</iframe>', 'one'],
  ['the document of a frame', '<iframe srcdoc="&lt;p&gt;o&lt;b&gt;n&lt;/b&gt;e&lt;/p&gt;"></iframe>', 'one'],
  ['a template', '<template><p>one</p></template>', 'one'],
  ['the title of a drawing', '<svg><title>o<tspan>n</tspan>e</title></svg>', 'one'],
  ['what follows an empty element of XML', '<x><title/><b>on</b>e</x>', 'one'],
  ['the name of a data attribute', '<i data-one-two>', 'data-one-two'],
] as const)
  test(`${what} is a text`, () => assert.ok(textsIn(source).includes(text), JSON.stringify(textsIn(source))))

test('texts of two blocks are two texts, and drawn positions are none', () => {
  assert.deepEqual(textsIn('<p>one</p><p>two</p><svg><rect x="4711" d="M4711 0l85 1"/></svg>'), ['one', 'two'])
  assert.deepEqual(textsIn('<p>one <del>two</del><ins>three</ins></p>'), ['one', 'two', 'three'])
})

// Whatever opens or ends something in HTML or XML.
const PIECES = [
  ...'<>/="\'&;-![]? \n',
  ...['a', '1', '<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE ', '</', '/>', '&#', '&amp', '&lt;'],
  ...['<p', '<p>', '</p>', '<p a="', "<p a='", '<p a=', '<rect d="', '<i data-a="', '<b>', '</b>', '<br>', '<x:y '],
  ...[
    '<sup>',
    '</sup>',
    '<script>',
    '</script>',
    '<style',
    '</style>',
    '<title>',
    '</title>',
    '<textarea>',
    '</textarea>',
  ],
  ...[
    '<iframe>',
    '</iframe>',
    '<plaintext>',
    '<svg>',
    '</svg>',
    '<math>',
    '<template>',
    '<noscript>',
    '<xmp>',
    '</xmp>',
  ],
]
const BROKEN = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''))

test('no text is lost, however broken the markup around it is', () => {
  fc.assert(
    fc.property(BROKEN, BROKEN, (before, after) => {
      const source = `${before} one-two ${after}`
      assert.ok(
        textsIn(source).some((text) => /(?<!\w)one-two(?!\w)/.test(text)),
        source,
      )
    }),
    { numRuns: runs(5000), seed: 20261129 },
  )
})

test('a long broken document makes a few times its own length of texts, and no deep pile of calls', () => {
  const pieces = [
    ...PIECES,
    '<a b="',
    '</p x',
    '<p a=b c ',
    '<a b=\'<c d="',
    '&#60;a b=&quot;',
    '<svg><title><![CDATA[',
  ]
  for (const piece of pieces) {
    const source = piece.repeat(10_000)
    let letters = 0
    markupTexts(source, (text) => (letters += text.length))
    assert.ok(letters <= 12 * source.length, `${letters} letters of texts for ${source.length} of ${piece}`)
  }
})
