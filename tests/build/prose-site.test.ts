import { load } from 'cheerio'
import assert from 'node:assert/strict'
import { cpSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { freshFolder } from '../fresh-folder.ts'
import { root, startServer } from './command.ts'
import { builtTexts, writeFiles } from './site.ts'

const PROSE = resolve(import.meta.dirname, '../fixtures/prose')
const PASTED = `# Pasted from the wiki

The export job stopped at noon. <img src="x" onerror="steal()"><a href="javascript:steal()">Runbook</a>

<script>steal()</script>

## What we changed

<center>It runs twice a day.</center>
`

let files = new Map<string, string>()
const at = (path: string) => files.get(path) ?? assert.fail(path)

test(
  'a content folder elsewhere is served by this repository with none of its own records',
  { timeout: 300_000 },
  async () => {
    const folder = freshFolder()
    const [content, out] = [join(folder, 'ours'), join(folder, 'out')]
    cpSync(PROSE, content, { recursive: true })
    writeFiles(content, { 'incidents/2025-10-01-pasted.md': PASTED })

    const flags = ['--port', '0', '--out', out, '--now', '2026-06-01']
    const { address, stop } = await startServer('start', flags, { AFTERMATH_CONTENT: content })
    try {
      const page = await fetch(`${address}incidents/2025-10-01-pasted/`)
      assert.equal(page.status, 200)
      const html = await page.text()
      assert.match(html, /Pasted from the wiki/)
      assert.equal((await fetch(`${address}pagefind/pagefind.js`)).status, 200, 'with its search index')
      const { records } = (await (await fetch(`${address}data/knowledge.json`)).json()) as { records: { id: string }[] }
      assert.equal(records.length, readdirSync(join(content, 'incidents')).length)
      const data = await (await fetch(`${address}data/`)).text()
      assert.match(data, /A CSAF 2\.1 document of an incident .* is printed by/)
      assert.doesNotMatch(html, /CSAF/, 'the site does not ask for such documents')
    } finally {
      await stop()
    }
    files = builtTexts(out)
    assert.ok(![...files.keys()].some((file) => file.startsWith('data/csaf/')))
    const ours = readdirSync(join(root, 'content/incidents')).map((name) => name.replace(/\.mdx$/, ''))
    assert.ok(ours.length > 10)
    // The product's own guides and rules name records as examples; they are no records and link to none.
    const found = [...files]
      .filter(([file]) => !/^(guides|rules)\//.test(file))
      .flatMap(([file, text]) =>
        ours.filter((id) => file.includes(id) || text.includes(`/incidents/${id}`)).map((id) => `${file}: ${id}`),
      )
    assert.deepEqual(found, [])
  },
)

test('a folder of plain Markdown postmortems is a whole site: pages, twins, index, references and a comparison', () => {
  const page = load(at('incidents/2025-10-01-pasted/index.html'))
  assert.equal(page('h1').text(), 'Pasted from the wiki')
  assert.equal(page('#h-what-we-changed').length, 1)
  assert.equal(page('.prose script, .prose [onerror], .prose a[href^="javascript"]').length, 0)
  // Its publisher is the source: nothing is counted, and nothing asked for.
  assert.doesNotMatch(page('main').text(), /sourced claim|without an archived copy/)

  const twin = JSON.parse(at('incidents/2025-10-01-pasted.json')) as { data: { body: string } }
  assert.match(twin.data.body, /## What we changed/)
  assert.match(twin.data.body, /It runs twice a day\./)
  assert.match(at('incidents/2025-10-01-pasted.md'), /## What we changed/)
  const unsafe = /<script|onerror|javascript:|<center/
  for (const path of [
    'incidents/2025-10-01-pasted.json',
    'incidents/2025-10-01-pasted.md',
    'data/knowledge.json',
    'data/knowledge.jsonl',
  ])
    assert.doesNotMatch(at(path), unsafe, path)

  const fragments = [...files].filter(([path]) => path.endsWith('.pf_fragment')).map(([, text]) => text)
  assert.equal(fragments.length, 9, 'one fragment of the index for each record')
  assert.ok(fragments.some((text) => text.includes('The export job stopped at noon')))

  const { records } = JSON.parse(at('data/refs.json')) as {
    records: { id: string; headings: Record<string, string> }[]
  }
  assert.deepEqual(records.find(({ id }) => id === '2025-10-01-pasted')?.headings, {
    'h-what-we-changed': 'h-what-we-changed',
  })

  const compared = load(at('compare/index.html'))('select[name=a] option')
  assert.equal(compared.length, 10, 'any two of the nine can be compared')
})
