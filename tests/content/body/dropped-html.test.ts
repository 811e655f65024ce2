import assert from 'node:assert/strict'
import test from 'node:test'
import { contentFolder, found } from '../../content-folder.ts'

test('what pages leave out of the HTML of a Markdown file is named with its place, and nothing else is', async (t) => {
  const folder = contentFolder(t, {
    'incidents/2026-03-01-berth.md': `---
account: own
---

# The berth was locked

Nobody could <span style="color: red">moor</span>.

<p align="center" class="note">All night.</p>

<marquee>Until six.</marquee> <kbd onclick="x()">Esc</kbd> <td colspan="2">a</td> <a href="https://example.org" title="b">c</a>
`,
  })
  const { exitCode, findings } = await found(folder)
  assert.equal(exitCode, 0)
  const dropped = findings.filter(({ rule }) => rule === 'body-dropped')
  assert.deepEqual(
    dropped.map(({ level, line, column, message }) => `${level} ${line}:${column} ${message}`),
    [
      'hint 7:14 found style on <span>, which pages leave out; the words in it stay',
      'hint 9:1 found align on <p>, which pages leave out; the words in it stay',
      'hint 11:1 found <marquee>, a tag that pages leave out; the words in it stay',
      'hint 11:31 found onclick on <kbd>, which no page runs',
    ],
  )
})
