import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { run } from './build/command.ts'
import { cli, contentFolder } from './content-folder.ts'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'src/docs/guides')

// What installs or serves is run by a test of its own; the words must stand there.
const RUN_BY: Readonly<Record<string, readonly [file: string, words: RegExp]>> = {
  'npm ci': ['.ci/run', /^npm ci\b/m],
  'npm run build': ['package.json', /"test": ".*\bnpm run build\b/],
  'npm run new-site ../our-incidents': ['tests/cli/new-site.test.ts', /'run', '--silent', 'new-site'/],
}

// What the commands of the guides read.
const DOCUMENTS = {
  '../postmortems/2025-03-04-checkout.md':
    '# Checkout returned errors\n\n## Timeline (UTC)\n\n- 09:58 Outage begins\n- 11:04 Outage ends\n',
}

const commands = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, text = '']) =>
    text
      .trim()
      .split('\n')
      .map((line) => ({ file, line })),
  ),
)

/** The words of a command line, quotation marks removed. */
const words = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

test('the guides show commands', () => assert.ok(commands.length > 10))

for (const { file, line } of commands)
  test(`${file}: ${line}`, async (t) => {
    if (line.startsWith('npx aftermath ')) {
      const { exitCode, stderr } = await cli(contentFolder(t, DOCUMENTS), words(line).slice(2))
      assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: '' })
      return
    }
    const by = RUN_BY[line]
    if (by) return assert.match(readFileSync(join(root, by[0]), 'utf8'), by[1])
    const [script = '', ...rest] = words(line).slice(2)
    const own = contentFolder(t)
    const { status, stderr } = run(
      'npm',
      ['--prefix', root, 'run', '--silent', script, ...rest],
      { AFTERMATH_CONTENT: join(own, 'content'), AFTERMATH_OUT: join(own, 'dist') },
      join(own, 'content'),
    )
    assert.equal(status, 0, stderr)
  })
