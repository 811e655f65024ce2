import assert from 'node:assert/strict'
import test from 'node:test'
import { findingsText, nearText } from '../../src/action/report.ts'
import { readMarkdown } from '../hostile/read-markdown.ts'

const ODD = 'a](https://evil.example) | <img src=x> ![b](https://evil.example/b.png)\n# Owned\n| c'

/** What a text leads to under other words; an address that stands there as it is may be a link to itself. */
const hidden = (text: string) =>
  readMarkdown(text).links.flatMap(({ url, words }) => (url.startsWith(words) ? [] : [new URL(url).host]))

/** Requires one heading, no HTML and a table of one row. */
function requireOneRow(text: string): void {
  const { html, headings } = readMarkdown(text)
  assert.deepEqual([html, headings.length], [[], 1], text)
  assert.equal(text.trim().split('\n').length, 5, text)
}

const near = (title: string, url: string) =>
  nearText([{ id: 'a', title, url, score: 1, why: [{ kind: 'term', text: ODD }], prompts: [] }])

test('titles, addresses and words of data lead nowhere else in the summary of a job', () => {
  for (const url of ['https://kb.example/a)[c](https://evil.example/', 'https://kb.example/a\n\n# Owned\n<b> | x |'])
    for (const title of ['Routers stopped', ODD]) {
      const text = near(title, url)
      assert.deepEqual(hidden(text), ['kb.example'], text)
      requireOneRow(text)
    }
  assert.doesNotMatch(near('Routers stopped', 'javascript:alert(1)'), /javascript|\[Routers/)
})

test('what a reference says leads nowhere under other words in the summary of a job', () => {
  const text = findingsText([
    { rule: 'reference', level: 'error', file: ODD, line: 1, column: 1, path: '', message: ODD, fix: ODD, url: '' },
  ])
  assert.deepEqual(hidden(text), [])
  requireOneRow(text)
})
