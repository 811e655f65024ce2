import assert from 'node:assert/strict'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { root, startServer } from './command.ts'
import { freshFolder } from '../fresh-folder.ts'
import { builtTexts } from './site.ts'

test(
  'a content folder elsewhere is served by this repository with none of its own records',
  { timeout: 300_000 },
  async () => {
    const folder = freshFolder()
    const [content, out] = [join(folder, 'ours'), join(folder, 'out')]
    cpSync(join(root, 'examples/starter/content'), content, { recursive: true })

    const { address, stop } = await startServer('start', ['--port', '0', '--out', out], { AFTERMATH_CONTENT: content })
    try {
      const page = await fetch(`${address}incidents/2026-01-15-example-queue/`)
      assert.equal(page.status, 200)
      const html = await page.text()
      assert.match(html, /A configuration change stopped the order queue/)
      assert.match(html, /href="\/organizations\/example-works\/"/, 'it is linked to the organization')
      assert.match(html, /href="\/sources\/example-works-2026-report\/"/, 'and to its source')
      assert.equal((await fetch(`${address}pagefind/pagefind.js`)).status, 200, 'with its search index')
      const { records } = (await (await fetch(`${address}data/knowledge.json`)).json()) as { records: { id: string }[] }
      assert.deepEqual(records.map(({ id }) => id).sort(), [
        '2026-01-15-example-queue',
        '2026-02-20-example-certificate',
        'example-works',
        'example-works-2026-report',
      ])
      const data = await (await fetch(`${address}data/`)).text()
      assert.match(data, /A CSAF 2\.1 document of an incident .* is printed by/)
      assert.doesNotMatch(html, /CSAF/, 'the site does not ask for such documents')
    } finally {
      await stop()
    }
    assert.ok(![...builtTexts(out).keys()].some((file) => file.startsWith('data/csaf/')))
    const ours = readdirSync(join(root, 'content/incidents')).map((name) => name.replace(/\.mdx$/, ''))
    assert.ok(ours.length > 10)
    // The product's own guides and rules name records as examples; they are no records and link to none.
    const found = [...builtTexts(out)]
      .filter(([file]) => !/^(guides|rules)\//.test(file))
      .flatMap(([file, text]) =>
        ours.filter((id) => file.includes(id) || text.includes(`/incidents/${id}`)).map((id) => `${file}: ${id}`),
      )
    assert.deepEqual(found, [])
  },
)
