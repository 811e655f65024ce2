import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { root, run, startServer } from './command.ts'
import { builtTexts, freshFolder } from './site.ts'

const newSite = (folder: string) => run('npm', ['run', '--silent', 'new-site', folder])

test('a new site is served by the engine with none of the engine’s own records', { timeout: 300_000 }, async () => {
  const folder = freshFolder()
  const [content, out] = [join(folder, 'ours'), join(folder, 'out')]
  const { status, stdout } = newSite(content)
  assert.equal(status, 0)
  assert.match(stdout, /AFTERMATH_CONTENT=\S+ npm start/)

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
      'example-works',
      'example-works-2026-report',
    ])
  } finally {
    await stop()
  }
  const ours = readdirSync(join(root, 'content/incidents')).map((name) => name.replace(/\.mdx$/, ''))
  assert.ok(ours.length > 10)
  // The product's own guides and rules name records as examples; they are no records and link to none.
  const found = [...builtTexts(out)]
    .filter(([file]) => !/^(guides|rules)\//.test(file))
    .flatMap(([file, text]) =>
      ours.filter((id) => file.includes(id) || text.includes(`/incidents/${id}`)).map((id) => `${file}: ${id}`),
    )
  assert.deepEqual(found, [])
})

test('the workflow of a new site calls an action that is there', () => {
  const folder = join(freshFolder(), 'ours')
  newSite(folder)
  const workflow = readFileSync(join(folder, '.github/workflows/publish.yml'), 'utf8')
  const path = /uses: OWNER\/aftermath\/(\S+)@main/.exec(workflow)?.[1]
  assert.ok(path && existsSync(join(root, path, 'action.yml')))
})

test('a new site is not written into a folder that holds something, over a file, into the engine, or without a name', () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'kept.txt'), 'kept')
  for (const [target, words] of [
    [folder, /expected a new or empty folder, found "kept\.txt"/],
    [join(folder, 'kept.txt'), /expected a new or empty folder, found a file/],
    [join(root, 'ours'), /expected a folder outside the engine/],
  ] as const) {
    const { status, stderr } = newSite(target)
    assert.equal(status, 2)
    assert.match(stderr, words)
  }
  assert.deepEqual(readdirSync(folder), ['kept.txt'])
  const { status, stderr } = run('npm', ['run', '--silent', 'new-site'])
  assert.equal(status, 2)
  assert.match(stderr, /expected DIR/)
})

test('an empty folder is filled, and a relative name is seen from where the person stands', () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'ours'))
  assert.equal(run(process.execPath, [join(root, 'src/cli/new-site/main.ts'), 'ours'], { INIT_CWD: folder }).status, 0)
  assert.ok(existsSync(join(folder, 'ours/site.yaml')))
})

test('a disk that takes no more leaves nothing half-written', () => {
  const folder = join(freshFolder(), 'ours')
  // A limit on the size of files stands in for a full disk: the write fails midway.
  const { status, stderr } = run('sh', [
    '-c',
    `ulimit -f 8; exec "${process.execPath}" src/cli/new-site/main.ts "${folder}"`,
  ])
  assert.equal(status, 1)
  assert.match(stderr, /could not be written: the file is larger than this machine allows/)
  assert.doesNotMatch(stderr, /\n\s+at /)
  assert.deepEqual(readdirSync(dirname(folder)), [])
})
