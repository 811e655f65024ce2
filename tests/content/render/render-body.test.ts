import assert from 'node:assert/strict'
import test from 'node:test'
import type { Grammar } from '#text/grammar.ts'
import type { BodyContext } from '#content/prose/body-context.ts'
import { PROSE_RENDERERS } from '#content/prose/components.ts'
import { PROSE } from '#text/prose.ts'
import { renderBody } from '#content/render/render-body.ts'

const context: BodyContext = {
  reference: (ref) => (ref === 'gone' ? undefined : { label: `the <${ref}>`, href: `/base/x/${ref}` }),
  quotation: (ref) =>
    ref === 'gone#k-x'
      ? undefined
      : { words: 'We <b>"must"</b>', lang: 'en', label: 'ESET, 12 September 2024', href: '/base/q' },
  source: (id) => (id === 'gone' ? undefined : { label: '3', title: 'A & "B"', href: `/base/s/${id}` }),
  picture: (file) => (file === 'gone.png' ? undefined : { src: `/base/p/${file}`, width: 640, height: 480 }),
}
const render = (text: string, grammar: Grammar = 'mdx') => renderBody(text, context, grammar)

const RENDERED: readonly (readonly [string, string, string])[] = [
  [
    'text without letting it become markup',
    'a \\<b> & \\{c\\} {"<d>"} {1.5} {true}',
    '<p>a &#x3C;b> &#x26; {c} &#x3C;d> 1.5 </p>',
  ],
  [
    'headings with ids that no part has',
    '## A *b*\n\n### A b',
    '<h2 id="h-a-b">A <em>b</em></h2>\n<h3 id="h-a-b-2">A b</h3>',
  ],
  ['a heading without Latin letters', '## 東京', '<h2 id="h-東京"><span id="h-section"></span>東京</h2>'],
  [
    'a link to another site',
    '[a](https://x.org "t")',
    '<p><a href="https://x.org" title="t" rel="noopener noreferrer">a</a></p>',
  ],
  ['a reference as a link with its own words', '[a](id#e-b)', '<p><a href="/base/x/id#e-b">a</a></p>'],
  ['a reference that leads nowhere as words', 'a [b *c*](gone)', '<p>a b <em>c</em></p>'],
  ['a link to a heading', '[a](#h-b)\n\n## B', '<p><a href="#h-b">a</a></p>\n<h2 id="h-b">B</h2>'],
  ['a link to a heading that is gone as words', '[a](#h-b)', '<p>a</p>'],
  ['a link that the reader would refuse as words', '[a](javascript:b) ![c](data:d)', '<p>a </p>'],
  ['<Ref>', '<Ref to="id" /> a', '<p><a class="ref" href="/base/x/id">the &#x3C;id></a> a</p>'],
  ['nothing of a <Ref> that leads nowhere', 'a <Ref to="gone" />', '<p>a </p>'],
  [
    '<Src>',
    'a <Src id="b" />',
    '<p>a <a class="src" href="/base/s/b" title="A &#x26; &#x22;B&#x22;" ' +
      'aria-label="Source 3: A &#x26; &#x22;B&#x22;">3</a></p>',
  ],
  [
    '<Quote>',
    '<Quote of="a#k-b" />',
    '<figure class="quote"><blockquote lang="en"><p>We ' +
      '&#x3C;b>"must"&#x3C;/b></p></blockquote><figcaption><a ' +
      'href="/base/q">ESET, 12 September 2024</a></figcaption></figure>',
  ],
  ['nothing of what is gone', '<Quote of="gone#k-x" />\n\n<Figure src="gone.png" alt="a" />\n\n<Src id="gone" />', ''],
  [
    '<Note>',
    '<Note title="a&amp;b">\n\nc\n\n</Note>',
    '<div class="note" role="note"><p class="note-title">a&#x26;b</p><p>c</p></div>',
  ],
  [
    '<Restricted> with its label',
    '<Restricted tlp="AMBER+STRICT">\n\na\n\n</Restricted>',
    '<div class="restricted"><p class="tlp">TLP:AMBER+STRICT</p><p>a</p></div>',
  ],
  [
    '<Restricted> in a sentence',
    'a <Restricted tlp="RED">b</Restricted>',
    '<p>a <span class="restricted"><span class="tlp">TLP:RED</span> b</span></p>',
  ],
  [
    '<Figure>',
    '<Figure src="a.png" alt="b" caption="c" />',
    '<figure class="picture"><img src="/base/p/a.png" alt="b" width="640" ' +
      'height="480" loading="lazy"><figcaption>c</figcaption></figure>',
  ],
  ['a picture', '![a](b.png "c")', '<p><img src="/base/p/b.png" alt="a" width="640" height="480" loading="lazy"></p>'],
  [
    'plain elements',
    '<abbr title="a">b</abbr> <kbd>c</kbd> <sub>d</sub> <sup>e</sup> f<br />g',
    '<p><abbr title="a">b</abbr> <kbd>c</kbd> <sub>d</sub> <sup>e</sup> f<br>g</p>',
  ],
  ['code plainly', '```js title\na < b\n```', '<pre tabindex="0"><code>a &#x3C; b\n</code></pre>'],
  ['nothing', '', ''],
]

for (const [what, text, html] of RENDERED)
  test(`renders ${what}`, () => {
    assert.equal(render(text).trim().replaceAll(/\n+/g, '\n'), html)
  })

test('a table scrolls by itself, can be reached with the keyboard, and is aligned by classes', () => {
  const html = render('| a | b |\n| - | -: |\n| 1 | 2 |\n\n| c |\n| - |\n| 3 |')
  assert.match(html, /<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1: a, b"><table>/)
  assert.match(html, /<div class="table-scroll" role="region" tabindex="0" aria-label="Table 2: c">/)
  assert.match(html, /<th scope="col" class="align-right">b<\/th>/)
  assert.match(html, /<td class="align-right">2<\/td>/)
  assert.doesNotMatch(html, /style/)
})

test('a task list says in words what is done', () => {
  const html = render('- [x] a\n- [ ] b')
  assert.match(html, /Done:<\/span> a/)
  assert.match(html, /Open:<\/span> b/)
  assert.doesNotMatch(html, /<input/)
})

test('every component of the table is rendered', () => {
  assert.deepEqual([...PROSE_RENDERERS.keys()], Object.keys(PROSE))
})

test('what the reader refuses is not rendered', () => {
  for (const text of [
    '{a}',
    '<Unknown />',
    '<script>a</script>',
    '<Ref {...a} />',
    '<Ref to={a} />',
    'export const a = 1',
    '<>a</>',
    '{a} {',
  ])
    assert.throws(() => render(text), Error)
})

test('a body runs nothing', () => {
  const spy = globalThis as typeof globalThis & { ran?: boolean }
  for (const text of [
    '{globalThis.ran = true}',
    '<Note title={globalThis.ran = true}>\n\na\n\n</Note>',
    'export const a = (globalThis.ran = true)',
  ])
    assert.throws(() => render(text))
  assert.equal(spy.ran, undefined)
})

test('words of a listing are marked by classes in both grammars; one of no known language stays plain', () => {
  const listing = '```js\nconst answer = "<b>" // 42\n```'
  for (const grammar of ['mdx', 'md'] as const) {
    const html = render(listing, grammar)
    assert.match(html, /<span class="hl-keyword">const<\/span> answer = <span class="hl-string">"&#x3C;b>"<\/span>/)
    assert.doesNotMatch(html, /style=|on\w+=/)
    assert.equal(html.replace(/<[^>]+>/g, '').trim(), 'const answer = "&#x3C;b>" // 42')
    for (const plain of ['```\nconst a = 1\n```', '```klingon\nconst a = 1\n```', '`const a = 1`'])
      assert.doesNotMatch(render(plain, grammar), /class="hl-/)
  }
})
