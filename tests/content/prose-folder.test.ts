import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import test from 'node:test'
import { everybody } from '#check/check-content.ts'
import { readContent } from '#content/read.ts'
import { markdownOf } from '#content/render/markdown.ts'
import { renderEntry } from '#content/render/render-entry.ts'
import { readSettings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'
import { occurred } from '#knowledge/dates.ts'
import { link } from '#knowledge/knowledge.ts'
import { cli, contentFolder, found } from '../content-folder.ts'

const PROSE = resolve(import.meta.dirname, '../fixtures/prose')
const settings = readSettings({ content: PROSE, now: '2026-06-01' }, {}, PROSE, 0)
const { site, entries } = readContent(PROSE, everybody(settings))
const knowledge = link(entries, siteContextOf(settings, site))
const get = (id: string) => {
  const entry = knowledge.get('incidents', id)
  assert.ok(entry, id)
  return { ...entry, html: renderEntry(knowledge, entry), markdown: markdownOf(knowledge, entry) }
}

test('eight postmortems as people write them are records, without an error or a warning', async () => {
  const { exitCode, findings } = await found(PROSE, '--content', PROSE)
  assert.equal(exitCode, 0)
  assert.deepEqual(
    findings.filter(({ level }) => level !== 'hint'),
    [],
  )
  assert.equal(entries.length, 8)
  const counts = Map.groupBy(
    findings.filter(({ rule }) => rule === 'record-depth'),
    ({ file }) => file,
  )
  for (const own of counts.values()) assert.ok(own.length <= 3)
  assert.match((await cli(PROSE, ['check', '--content', PROSE])).stdout, /Checked 8 records: nothing to mend\.\n$/)
})

test('a title is that of the front matter or the first heading, and is not repeated in the text', () => {
  assert.equal(get('2024-05-17-certificate').data.title, 'Certificate of the public API expired')
  assert.equal(get('2025-03-umzug').data.title, 'Umzug: Löschung falscher Dateien')
  for (const { id } of entries) assert.doesNotMatch(get(id).html, /<h1|Certificate of the public API expired|>Umzug: L/)
})

test('a date is that of the file name or of the front matter', () => {
  assert.equal(occurred(get('2023-11-24-checkout-errors')), '2023-11-24')
  assert.equal(occurred(get('2025-03-umzug')), '2025-03')
  assert.equal(occurred(get('queue-stuck')), '2025-06-14')
  assert.equal(get('queue-stuck').data.history[0]?.date, '2025-06-14')
})

test('a summary is what the text says first', () =>
  assert.equal(
    get('2024-05-17-certificate').data.summary,
    'The certificate of api.larch.example expired at midnight. Clients refused to connect for 3 h 40 min.',
  ))

test('comments are in no output', () => {
  for (const entry of entries) {
    const { body, html, markdown } = get(entry.id)
    assert.doesNotMatch(`${body} ${html} ${markdown}`, /Template: fill|reviewed by legal|<!--/)
  }
})

test('listings, alerts, footnotes, safe HTML and signs are what they were', () => {
  const cache = get('2024-02-03-cache-stampede')
  assert.match(cache.html, /14:02:11 \*\*\* restart requested \*\*\*\n14:02:13 cache: 0 entries {6}&#x3C;- empty/)
  assert.match(cache.html, /<div class="note" role="note"><p class="note-title">Warning<\/p>/)
  assert.match(cache.html, /id="footnote-fn-1"[\s\S]*ops\/warm-up\.sh/)
  assert.match(cache.html, /for &#x3C;10 minutes/)
  assert.match(cache.markdown, /\[\^1\]: The script lives in `ops\/warm-up\.sh`/)
  assert.match(get('2024-08-30-dns').html, /\{\{ template \}\} braces and &#x3C;5 s/)
  assert.match(
    get('2024-08-30-dns').html,
    /<a href="https:\/\/dns\.example\.org\/status" title="Status of the provider"/,
  )
  assert.match(get('2024-05-17-certificate').html, /<details>\s*<summary>Commands we used<\/summary>/)
  const flag = get('2025-09-02-feature-flag')
  for (const shown of [flag.html, flag.markdown])
    assert.match(shown, /<kbd>Ctrl<\/kbd>\+<kbd>C<\/kbd>[\s\S]*H<sub>2<\/sub>O/)
  assert.doesNotMatch(flag.html, /align="center"/)
})

test('headings of any script can be linked and cited, and links between files lead to records', () => {
  assert.deepEqual(
    get('2025-01-09-kessai').headings?.map(({ id }) => id),
    ['h-概要', 'h-原因'],
  )
  assert.match(get('2025-01-09-kessai').html, /<h2 id="h-概要">[\s\S]*<a href="#h-概要">概要<\/a>/)
  assert.match(get('2025-03-umzug').html, /<h2 id="h-straße-und-łódź">/)
  assert.match(get('2023-11-24-checkout-errors').html, /<a href="\/incidents\/2024-02-03-cache-stampede\/">/)
})

test('a heading is a part of its record', () => {
  const found = knowledge.resolve('2025-01-09-kessai#h-概要')
  assert.equal(found?.part?.data['title'], '概要')
  assert.equal(knowledge.resolve('2025-01-09-kessai#h-nothing'), undefined)
})

test('a picture from elsewhere is a link', () =>
  assert.match(
    get('queue-stuck').html,
    /<a href="https:\/\/charts\.example\.com\/queue\.png"[^>]*>The queue over the weekend<\/a>/,
  ))

test('a file without a title or a date is told what to type', async (t) => {
  const { exitCode, findings } = await found(
    contentFolder(
      t,
      {
        'site.yaml': 'title: A\ndescription: B.\n',
        'incidents/no-date.md': '# It broke\n\nBadly.\n',
        'incidents/2026-01-05-no-title.md': '## Summary\n\nIt broke.\n',
        'incidents/2026-01-06-hidden.md': '# A\n\n<Restricted tlp="RED">canary</Restricted>\n',
        'incidents/2026-01-07-words.md': '---\ntitle: B\ndate: 19 July 2024\n---\n\nC <!-- d\n\ne --> f\n',
      },
      null,
    ),
  )
  assert.equal(exitCode, 1)
  const said = (file: string) =>
    findings
      .filter((one) => one.file === `incidents/${file}`)
      .map(({ rule, fix }) => `${rule}: ${fix}`)
      .join('\n')
  assert.match(
    said('no-date.md'),
    /record-depth: begin the name of the file with its date, such as 2024-07-19-no-date, or write date/,
  )
  assert.match(said('2026-01-05-no-title.md'), /field-value: write it as the first line: # What happened/)
  assert.match(said('2026-01-06-hidden.md'), /body-restricted: name the file \.mdx, where it does/)
  assert.match(
    said('2026-01-07-words.md'),
    /field-value: write date: 2024-07-19\n[\s\S]*body-syntax: write it on a line of its own/,
  )
})
