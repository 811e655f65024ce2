import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { Phrases } from '#extras/audit/phrases.ts'
import { printablePath, scan } from '#extras/audit/scan.ts'
import { wordsIn } from '#extras/audit/words.ts'
import { runs } from '../../everything.ts'

const phrases = new Phrases()
phrases.add('velvet-kestrel', 'an id')
phrases.add('Zürcher Amt', 'a name')
phrases.add('https://hidden.example/reports/quartz', 'an address')
phrases.add('8517204', 'a number')
phrases.add('The obsidian lantern was lit by 4711 herons.', 'a run of four words')

const found = (file: string, text: string) => scan([{ file, text }], phrases).map(({ secret }) => secret)

const LEAKS: readonly (readonly [string, string, string])[] = [
  ['text', 'a.html', '<p>when the obsidian lantern was lit</p>'],
  ['text with other punctuation and case', 'a.html', '<p>OBSIDIAN “lantern”: was, lit</p>'],
  ['text parted by inline elements', 'a.html', '<p>the <b>obs</b>idian <a href="/x/">lantern was</a> lit</p>'],
  ['an attribute', 'a.html', '<img alt="obsidian lantern was lit">'],
  ['a data attribute', 'a.html', '<i data-note="obsidian lantern was lit"></i>'],
  ['the name of a data attribute', 'a.html', '<i data-velvet-kestrel="1"></i>'],
  ['a comment', 'a.html', '<!-- obsidian lantern was lit -->'],
  ['an unclosed comment', 'a.html', '<!-- obsidian lantern was lit'],
  ['an unclosed tag', 'a.html', '<p title="obsidian lantern was lit'],
  ['entities', 'a.html', '<p>obsidian&nbsp;lantern&#32;was&#x20;lit</p>'],
  ['a script', 'a.html', '<script type="application/json">{"a":["obsidian lantern was lit"]}</script>'],
  ['a link', 'a.html', '<a href="/incidents/velvet-kestrel/">x</a>'],
  ['a link with escapes', 'a.html', '<a href="mailto:x@y.org?subject=obsidian%20lantern%20was%20lit">x</a>'],
  ['a drawing', 'a.html', '<svg><title>obsidian lantern was lit</title></svg>'],
  ['JSON text', 'a.json', '{"a":"obsidian\\nlantern was \\u006cit"}'],
  ['a JSON key', 'a.json', '{"velvet-kestrel":1}'],
  ['a JSON number', 'a.json', '{"a":[8517204]}'],
  ['a grouped number', 'a.html', '<p>8,517,204 herons</p>'],
  ['a number in a text', 'a.txt', '4711'],
  ['a folded calendar line', 'a.ics', 'SUMMARY:obsidian lan\r\n tern was lit'],
  ['a name in compatibility letters', 'a.txt', 'ＺＵ\u0308RCHER amt'],
  ['a word with a soft hyphen and a sign without width', 'a.html', '<p>obsi\u00addian lan\u200btern was lit</p>'],
  ['a data attribute without a value', 'a.html', '<i data-velvet-kestrel></i>'],
  ['an address', 'a.xml', '<link>https://hidden.example/reports/quartz</link>'],
  ['a file name', 'cards/velvet-kestrel.png', ''],
  ['a named entity', 'a.html', '<p>Z&uuml;rcher Amt</p>'],
  [
    'the document of a frame',
    'a.html',
    '<iframe srcdoc="&lt;p&gt;obsidian &lt;b&gt;lan&lt;/b&gt;tern was lit"></iframe>',
  ],
  ['the name of an element', 'a.html', '<velvet-kestrel></velvet-kestrel>'],
  ['broken JSON', 'a.json', '{"a": "obsidian lantern was lit"'],
]
for (const [what, file, text] of LEAKS) test(`an audit finds ${what}`, () => assert.notDeepEqual(found(file, text), []))

const MORE: readonly (readonly [string, string, string])[] = [
  ['text around the mark of a note', 'a.html', '<p>obsidian lantern<sup><a href="#n1">1</a></sup> was lit</p>'],
  ['text around a time', 'a.html', '<p>obsidian <time datetime="2026">lantern</time> was lit</p>'],
  ['text over a line break', 'a.html', '<p>obsidian lantern<br>was lit</p>'],
  [
    'a section of character data',
    'a.atom',
    '<content type="html"><![CDATA[<p>obsidian <b>lantern</b> was lit</p>]]></content>',
  ],
  [
    'markup that a feed carries as text',
    'a.atom',
    '<content type="html">&lt;p&gt;obsidian &lt;b&gt;lan&lt;/b&gt;tern was lit&lt;/p&gt;</content>',
  ],
  ['a calendar text with escapes', 'a.ics', 'DESCRIPTION:Who:\\nobsidian\\, lantern was\\nlit'],
  ['a line of JSON', 'a.jsonl', '{"a":"b"}\n{"a":"obsidian\\nlantern was \\u006cit"}\n'],
  ['JSON in a cell', 'a.csv', 'id,data\n1,"{""a"":""obsidian\\nlantern was lit""}"\n'],
  ['a script with escapes', 'a.js', "const a = 'obsidian\\x20lantern\\nwas lit'"],
  ['escapes beside a stray percent sign', 'a.html', '<a href="/?a=100%&b=obsidian%20lantern%20was%20lit">x</a>'],
]
for (const [what, file, text] of MORE) test(`an audit finds ${what}`, () => assert.notDeepEqual(found(file, text), []))

const CLEAN: readonly (readonly [string, string, string])[] = [
  ['three of four words', 'a.html', '<p>an obsidian lantern was</p>'],
  ['words of different blocks', 'a.html', '<p>obsidian lantern</p><p>was lit</p>'],
  [
    'digits of a drawn position',
    'a.html',
    '<svg><rect x="4711" d="M4711 0l8517204 1" transform="translate(4711 0)"/></svg>',
  ],
  ['a part of a word', 'a.html', '<p>velvet kestrels</p>'],
  ['a longer number', 'a.txt', '47110'],
  ['digits of a share', 'a.html', '<td data-key="0.4711">47 %</td>'],
  ['words put in the place of others', 'a.html', '<p>an obsidian lantern <del>is</del><ins>was</ins> lit</p>'],
  [
    'counts and places of words in the index',
    'a.pf_fragment',
    '{"content":"herons","word_count":4711,"anchors":[{"location":8517204}]}',
  ],
]
for (const [what, file, text] of CLEAN)
  test(`an audit passes over ${what}`, () => assert.deepEqual(found(file, text), []))

// Letters that fold, compose, part words, are not seen, or group digits.
const LETTER = fc.constantFrom(
  ...'abzABZ019éÉßıİΣς½²ﬁＡ漢가각e\u0301\u00ad\u200b\ufeff𝐀😀',
  ..." \n,.-/'’“\u00a0\u202f_%&<>",
)
const TEXT = fc.array(LETTER, { maxLength: 40 }).map((letters) => letters.join(''))

test('a search finds in any text exactly the sequences of words that stand in it', () => {
  fc.assert(
    fc.property(TEXT, TEXT, (before, after) => {
      const text = `${before}12,345 lit ${after}`
      const words = wordsIn(text)
      const runs = words.flatMap((_, start) =>
        [1, 2, 3, 4].map((length) => words.slice(start, start + length).join(' ')),
      )
      const every = Phrases.of(runs.map((run) => [run, 'a name']))
      assert.deepEqual([...every.find(text).keys()].sort(), [...new Set(runs)].sort())
      assert.equal(Phrases.of([['velvet kestrel', 'a name']]).find(text).size, 0)
    }),
    { numRuns: runs(2000), seed: 20261129 },
  )
})

test('what everybody may read is forgotten', () => {
  const some = new Phrases()
  some.add('The lamp went out at noon', 'a run of four words')
  some.forget('We know that the lamp went out.')
  assert.deepEqual([...some.find('the lamp went out at noon').keys()], ['lamp went out at', 'went out at noon'])
})

test('a report prints no step of a path that is secret', () => {
  assert.equal(printablePath('incidents/velvet-kestrel/index.html', phrases), 'incidents/…/index.html')
  assert.equal(printablePath('cards/velvet/kestrel.png', phrases), 'cards/…')
  assert.equal(printablePath('cards/other.png', phrases), 'cards/other.png')
})
