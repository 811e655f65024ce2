import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { markdownLink, markdownTarget, markdownText } from '#text/markdown.ts'
import { runs } from '../everything.ts'
import { readMarkdown } from '../hostile/read-markdown.ts'

for (const [text, markdown] of [
  ['Review\\](javascript:alert(2)) [y](z)', 'Review\\\\\\](javascript:alert(2)) \\[y\\](z)'],
  ['a\n# H <script>', 'a \\# H \\<script\\>'],
  ['AT&T & &amp;', 'AT\\&T & \\&amp;'],
  ['2026. A year', '2026\\. A year'],
  ['- 5 degrees', '\\- 5 degrees'],
  ['2024-07-19-channel-file-291#e-revert@r3', '2024-07-19-channel-file-291#e-revert@r3'],
  ['C# and issue #12', 'C# and issue #12'],
] as const)
  test(`${JSON.stringify(text)} is written ${markdown}`, () => assert.equal(markdownText(text), markdown))

const SIGNS = [
  ...'\\`*_[]()<>#|~&!-+=.:;"\'{}^$1a \n\t',
  '&lt;',
  '&#106;',
  '](x)',
  '```',
  '---',
  '1. ',
  '## ',
  '<b>',
  'a ',
  'http:',
  'javascript:x',
]
const ADDRESSES = ['https://x.example/', 'www.x.example/', 'a@b.example']
const made = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''))
const seen = (text: string) => text.replace(/\s+/g, ' ').trim()

test('whatever a text holds, it is read back as it was, and as nothing but text', () => {
  fc.assert(
    fc.property(made(SIGNS), (text) => {
      const { words, html, headings, links } = readMarkdown(`${markdownText(text)}\n`)
      assert.deepEqual([seen(words), html, headings, links], [seen(text), [], [], []])
    }),
    { seed: 8, numRuns: runs(5000) },
  )
})

test('what GFM makes a link by itself leads to the web or to a mailbox, and nothing around it becomes markup', () => {
  fc.assert(
    fc.property(made([...SIGNS, ...ADDRESSES]), (text) => {
      const { html, headings, links } = readMarkdown(`${markdownText(text)}\n`)
      assert.deepEqual([html, headings, links.filter(({ url }) => !/^(?:https?:\/\/|mailto:)/.test(url))], [[], [], []])
    }),
    { seed: 8, numRuns: runs(3000) },
  )
})

test('whatever a title holds, it is one heading', () => {
  fc.assert(
    fc.property(made(SIGNS), (text) =>
      assert.deepEqual(readMarkdown(`# ${markdownText(`a ${text}`)}\n`).headings.map(seen), [seen(`a ${text}`)]),
    ),
    { seed: 8, numRuns: runs(2000) },
  )
})

test('whatever an address holds, the link around it ends where it should', () => {
  fc.assert(
    fc.property(made([...SIGNS, ...ADDRESSES]), made(SIGNS), (text, path) => {
      for (const markdown of [
        `${markdownLink(text, `https://x.example/${path}`)}\n`,
        `[a](<${markdownTarget(`https://x.example/${path}`)}>)\n`,
      ]) {
        const { links, html } = readMarkdown(markdown)
        assert.ok(links.at(-1)?.url.startsWith('https://x.example/'), markdown)
        assert.deepEqual(html, [])
        assert.equal(
          readMarkdown(markdown).words.includes(']('),
          /\]\(/.test(seen(text)) && !markdown.startsWith('[a](<'),
          markdown,
        )
      }
    }),
    { seed: 8, numRuns: runs(3000) },
  )
})

test('a common address stays as it is', () =>
  assert.equal(markdownTarget('https://x.example/a/b?c=d&e=%20f#g'), 'https://x.example/a/b?c=d&e=%20f#g'))
