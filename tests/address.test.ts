import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { addressed, addressOf, DOCUMENTS, withRepository } from '../scripts/address.ts'

const root = resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const slug = addressOf(read('package.json'))
const HASH = '0123456789abcdef0123456789abcdef01234567'

test('every document names the address that package.json has', () => {
  for (const file of DOCUMENTS) assert.equal(addressed(read(file), slug), read(file), file)
})

test('no document has an address to be filled in by hand, and none but those listed names the repository', () => {
  const files = globSync(
    [
      '*.{md,cff}',
      'docs/**/*.md',
      'src/docs/**/*.mdx',
      'examples/**/*.{md,yml,yaml,json,mjs}',
      '.github/**/*.{md,yml}',
      '.vscode/*',
    ],
    { cwd: root, exclude: (name) => name === 'node_modules' },
  )
  assert.ok(files.length > 80)
  for (const file of files) {
    assert.doesNotMatch(read(file), /\bOWNER\/|@HASH\b|<owner>/i, file)
    if (!DOCUMENTS.includes(file)) assert.ok(!read(file).includes(slug), file)
  }
})

test('a new address and commit are written into every place that names them, and nowhere else', () => {
  const text = [
    `- uses: your-org/aftermath/.github/actions/references@${HASH}`,
    `- uses: actions/checkout@${HASH} # v1.0.0`,
    'npm create astro@latest -- --template your-org/aftermath/examples/starter',
    'repository-code: https://github.com/your-org/aftermath',
  ].join('\n')
  const commit = HASH.split('').toReversed().join('')
  assert.deepEqual(addressed(text, 'acme/kb', commit).split('\n'), [
    `- uses: acme/kb/.github/actions/references@${commit}`,
    `- uses: actions/checkout@${HASH} # v1.0.0`,
    'npm create astro@latest -- --template acme/kb/examples/starter',
    'repository-code: https://github.com/acme/kb',
  ])
})

test('pages of this site get the address from site.yaml, which has it once', () => {
  const once = withRepository('title: A\n', 'acme/kb')
  assert.equal(once, 'title: A\nrepository: https://github.com/acme/kb\n')
  assert.equal(withRepository(once, 'b/c'), 'title: A\nrepository: https://github.com/b/c\n')
})

test('an address of another form is refused with what to write', () => {
  for (const repository of ['acme/kb', 'https://github.com/acme/kb', 'github:acme', 'github:acme/kb\nx: y'])
    assert.throws(() => addressOf(JSON.stringify({ repository })), /expected an address such as github:acme\/aftermath/)
})
