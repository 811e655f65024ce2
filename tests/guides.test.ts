import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { run } from './build/command.ts'
import { buildOrThrow } from './build/site.ts'
import { cli, contentFolder } from './content-folder.ts'
import { commandsIn, root, snippets, wordsOf } from './snippets.ts'

// What installs or serves is run by a test of its own; the words must stand there.
const RUN_BY: Readonly<Record<string, readonly [file: string, words: RegExp]>> = {
  'npm ci': ['.ci/run', /^npm ci\b/m],
  'npm ci && npm start': ['tests/build/prose-site.test.ts', /startServer\('start'/],
  'npm ci && npm test': ['.ci/run', /^npm ci\b.*\nnpm test$/m],
  'npm install': ['tests/package/packed.ts', /'npm', 'install'/],
  'npm run build': ['tests/unit.ts', /script\('build'\)/],
  'npm run check': ['examples/starter/package.json', /"check": "aftermath check"/],
  'npm run dev': ['tests/package/package.test.ts', /'dev', '--host'/],
  'npm run new-site ../our-incidents': ['tests/cli/new-site.test.ts', /'run', '--silent', 'new-site'/],
  'cd ../our-incidents': ['tests/cli/new-site.test.ts', /\bcd "Our incidents"/],
}

const POSTMORTEM =
  '# Checkout returned errors\n\n## Timeline (UTC)\n\n- 2025-03-04 09:58 Outage begins\n- 2025-03-04 11:04 Outage ends\n'
// What the commands read.
const DOCUMENTS = { '../postmortems/2025-03-04-checkout.md': POSTMORTEM, '../postmortem.md': POSTMORTEM }

const commands = snippets
  .filter(({ language }) => language === 'sh')
  .flatMap((snippet) => commandsIn(snippet).map((line) => ({ file: snippet.file, line })))

test('README and guides show commands', () => assert.ok(commands.length > 40))

/** The records that a document shows as whole files, each under the last path named before it. */
const shownRecords = (file: string): Record<string, string> =>
  Object.fromEntries(
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /`content\/(incidents\/[\w-]+\.md)`[^`]*```markdown\n([\s\S]*?)^```/gm,
      ),
    ].map(([, path = '', text = '']) => [path, text]),
  )

const OURS = (line: string) => line.startsWith('npx aftermath ')

// As a newcomer goes through it: one new site, every command in its turn.
for (const [file, own] of Map.groupBy(
  commands.filter(({ line }) => OURS(line)),
  (one) => one.file,
))
  test(`${file}: its ${own.length} commands work one after the other in a new site`, async (t) => {
    const starter = join(root, 'examples/starter/content')
    const folder = contentFolder(t, { ...DOCUMENTS, ...shownRecords(file) }, starter)
    for (const { line } of own) {
      const { exitCode, stderr } = await cli(folder, wordsOf(line).slice(2))
      assert.deepEqual({ line, exitCode, stderr }, { line, exitCode: 0, stderr: '' })
    }
  })

for (const { file, line } of new Map(
  commands.filter((one) => !OURS(one.line)).map((one) => [`${one.file} ${one.line}`, one]),
).values())
  test(`${file}: ${line}`, (t) => {
    const by = RUN_BY[line]
    if (by) return assert.match(readFileSync(join(root, by[0]), 'utf8'), by[1])
    const [script = '', ...rest] = wordsOf(line).slice(2)
    const own = contentFolder(t, {}, join(root, 'examples/starter/content'))
    // The script of that name is this very command; a build by a process that has built before takes half the work.
    if (script === 'build') return buildOrThrow(join(own, 'content'), join(own, 'dist'), rest.slice(1))
    const { status, stderr } = run(
      'npm',
      ['--prefix', root, 'run', '--silent', script, ...rest],
      { AFTERMATH_CONTENT: join(own, 'content'), AFTERMATH_OUT: join(own, 'dist') },
      join(own, 'content'),
    )
    assert.equal(status, 0, stderr)
  })
