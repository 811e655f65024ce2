import assert from 'node:assert/strict'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { run } from '#cli/run.ts'
import type { Result } from '#cli/context.ts'
import { refs } from '#exports/refs.ts'
import type { Reported } from '#check/reported.ts'
import { knowledgeOf, SMALL } from '../small.ts'

const ORG = (more: string) =>
  `name: Some Organization\nkind: vendor\n${more}history:\n  - { revision: 1, ` +
  `date: "2026-03-01", type: addition, summary: First recorded. }\n`
const REVISED = (text: string) =>
  text
    .replace('history:\n', 'revision: 2\nhistory:\n')
    .replace(
      /(summary: First recorded\. \}\n)/,
      '$1  - { revision: 2, date: "2026-03-05", type: correction, ' +
        'summary: The time was wrong., changed: [e-withdrawn] }\n',
    )

/** A folder with a content folder in it that has one record of every fate, and what its readers know as refs.json. */
function workplace(t: TestContext): { folder: string; refs: (input: string, ...args: string[]) => Promise<Result> } {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(SMALL, join(folder, 'content'), { recursive: true })
  const put = (file: string, text: string) => writeFileSync(join(folder, 'content', file), text)
  put('organizations/new-name.yaml', ORG('aliases: [old-name]\n'))
  put(
    'organizations/replaced.yaml',
    ORG('recordStatus: superseded\nstatusReason: It merged.\nsupersededBy: new-name\n'),
  )
  put('organizations/taken-back.yaml', ORG('recordStatus: withdrawn\nstatusReason: It never existed.\n'))
  put('organizations/hidden.yaml', ORG('tlp: AMBER\n'))
  const incident = 'incidents/2026-01-05-router-outage.mdx'
  put(
    incident,
    `${REVISED(readFileSync(join(SMALL, incident), 'utf8')).replace('changed: [e-withdrawn]', 'changed: [e-withdrawn], retracted: [f-lost]')}\n## Über uns\n\nWords.\n`,
  )
  writeFileSync(join(folder, 'refs.json'), JSON.stringify(refs(knowledgeOf(join(folder, 'content')))))
  return {
    folder,
    refs: (input, ...args) =>
      run(['refs', ...args], {
        env: { AFTERMATH_SITE: 'https://kb.example' },
        cwd: folder,
        clock: Date.UTC(2026, 5, 1),
        color: false,
        columns: undefined,
        progress: () => {},
        stdin: async () => Buffer.from(input),
      }),
  }
}

const TEXT = `Fix the retry loop

See https://kb.example/organizations/old-name/ and \`replaced\`, also \`npm-run\`.
\`2026-01-05-router-outage#e-withdrawn@r1\` and \`2026-01-05-router-outage#e-alarm@r1\`
https://kb.example/incidents/2026-01-05-router-outage/?r=1#e-nothing

Incident-Ref: taken-back
Incident-Ref: not a reference
Incident-Ref: hidden
Incident-Ref: hiddem
`

const EXPECTED = [
  ['moved-reference', 'warn', 3, 5],
  ['superseded-reference', 'warn', 3, 53],
  ['outdated-reference', 'warn', 4, 2],
  ['unknown-reference', 'error', 5, 1],
  ['withdrawn-reference', 'error', 7, 15],
  ['malformed-reference', 'error', 8, 15],
  ['unknown-reference', 'error', 9, 15],
  ['unknown-reference', 'error', 10, 15],
]

const parsed = ({ stdout }: Result) =>
  (JSON.parse(stdout) as Reported[]).toSorted((a, b) => a.line - b.line || a.column - b.column)

for (const [from, args] of [
  ['a content folder', []],
  ['the published list of ids', ['--data', '.', '--content', 'nowhere']],
] as const)
  test(`every fate of a reference is reported with its line and column, from ${from}`, async (t) => {
    const place = workplace(t)
    const result = await place.refs(TEXT, '--format', 'json', ...args)
    assert.deepEqual(
      parsed(result).map(({ rule, level, line, column }) => [rule, level, line, column]),
      EXPECTED,
    )
    assert.equal(result.exitCode, 1)
  })

test('a record above the audience reads exactly as one that was never there', async (t) => {
  const findings = parsed(await workplace(t).refs(TEXT, '--format', 'json')).filter(({ line }) => line >= 9)
  const [hidden, never] = findings.map(({ message }) => message)
  assert.equal(hidden, 'expected the id of a record, found "hidden".')
  assert.equal(never, 'expected the id of a record, found "hiddem".')
})

test('moved references are rewritten on demand, and nothing else', async (t) => {
  const place = workplace(t)
  const file = join(place.folder, 'notes.md')
  const text = 'From https://kb.example/organizations/old-name/ and `old-name` to the old-name of before.\n'
  writeFileSync(file, text)
  const before = await place.refs('', 'notes.md')
  assert.equal(before.exitCode, 0)
  assert.match(before.stdout, /notes\.md:1:6 {2}warning {2}moved-reference/)
  assert.equal(readFileSync(file, 'utf8'), text)
  const after = await place.refs('', 'notes.md', '--fix')
  assert.match(after.stdout, /Checked 2 references in 1 file; wrote the new id of 2: nothing to mend\./)
  assert.equal(
    readFileSync(file, 'utf8'),
    'From https://kb.example/organizations/new-name/ and `new-name` to the old-name of before.\n',
  )
})

test('a reference that pins an older revision is told what changed since', async (t) => {
  const [finding] = parsed(
    await workplace(t).refs(
      '`2026-01-05-router-outage#e-withdrawn@r1` `2026-01-05-router-outage#e-withdrawn@r2`',
      '--format',
      'json',
    ),
  )
  assert.equal(
    finding?.message,
    '2026-01-05-router-outage#e-withdrawn was changed in revision 2; the ' +
      'reference pins revision 1. r2 of 2026-03-05: The time was wrong.',
  )
})

const HEADING = 'https://kb.example/incidents/2026-01-05-router-outage/?r=2#h-'

for (const [from, args] of [
  ['a content folder', []],
  ['the published list of ids', ['--data', '.', '--content', 'nowhere']],
] as const)
  test(`a part that was taken back is withdrawn, and headings are parts, from ${from}`, async (t) => {
    const lines = [
      '`2026-01-05-router-outage#f-lost`',
      `${HEADING}%C3%BCber-uns`,
      `${HEADING}%C3%BCber-unz`,
      `${HEADING}uber-uns`,
      '`2026-01-05-router-outage#h-über-uns@r1`',
    ]
    const findings = parsed(await workplace(t).refs(lines.join('\n'), '--format', 'json', ...args))
    assert.deepEqual(
      findings.map(({ line, rule, message }) => [line, rule, message]),
      [
        [1, 'withdrawn-reference', '2026-01-05-router-outage#f-lost was withdrawn: The time was wrong.'],
        [
          3,
          'unknown-reference',
          'expected a part of 2026-01-05-router-outage, found "h-über-unz". Did you mean "h-über-uns"?',
        ],
        [4, 'moved-reference', 'the heading h-uber-uns of 2026-01-05-router-outage is now h-über-uns'],
      ],
    )
    assert.equal(findings[2]?.fix, `write ${HEADING}über-uns, or run with --fix`)
  })

test('each moved reference on folded and crowded lines is rewritten in place, line ends kept', async (t) => {
  const place = workplace(t)
  const file = join(place.folder, 'notes.md')
  writeFileSync(
    file,
    (
      'Incident-Ref: old-name, harbor,\r\n old-name\r\n**Incident-Ref:** ' +
      '`old-name`\r\nHTTPS://KB.example/organizations/old-name/?utm=old-name and old-name\r\n'
    ).replace(/\n old-name/, '\n old-name@r1'),
  )
  const { stdout } = await place.refs('', 'notes.md', '--fix')
  assert.match(stdout, /wrote the new id of 4: nothing to mend/)
  assert.equal(
    readFileSync(file, 'utf8'),
    'Incident-Ref: new-name, harbor,\r\n new-name@r1\r\n**Incident-Ref:** ' +
      '`new-name`\r\nHTTPS://KB.example/organizations/new-name/?utm=old-name and old-name\r\n',
  )
})

test('a mended file keeps its mode, byte order mark and links; bytes that are no text are left', async (t) => {
  const place = workplace(t)
  const at = (name: string) => join(place.folder, name)
  const [file, link, other] = [at('notes.sh'), at('link.md'), at('latin.md')]
  writeFileSync(file, '\uFEFF# see `old-name`\n')
  chmodSync(file, 0o755)
  symlinkSync(file, link)
  assert.match((await place.refs('', 'link.md', '--fix')).stdout, /wrote the new id of 1/)
  assert.equal(readFileSync(file, 'utf8'), '\uFEFF# see `new-name`\n')
  assert.equal(statSync(file).mode & 0o777, 0o755)
  assert.equal(lstatSync(link).isSymbolicLink(), true)
  const latin = Buffer.from('Caf\u00e9 `old-name`\n', 'latin1')
  writeFileSync(other, latin)
  const { exitCode, stderr } = await place.refs('', 'latin.md', '--fix')
  assert.equal(exitCode, 2)
  assert.match(
    stderr,
    /expected text in UTF-8 to write new ids into, found other bytes in .*latin\.md; save it as UTF-8/,
  )
  assert.deepEqual(readFileSync(other), latin)
})

test('a text without references has nothing to mend', async (t) =>
  assert.deepEqual(await workplace(t).refs('Nothing here, `npm-run` aside.', '--format', 'json'), {
    exitCode: 0,
    stdout: '[]\n',
    stderr: '',
  }))

test('annotations for a review name file, line and column', async (t) =>
  assert.match(
    (await workplace(t).refs('Incident-Ref: taken-back', '--format', 'github')).stdout,
    /^::error file=standard input,line=1,col=15,title=withdrawn-reference::taken-back was withdrawn: It never existed\./,
  ))

test('a text of hundreds of thousands of references is checked whole', async (t) => {
  const { exitCode, stdout } = await workplace(t).refs('Incident-Ref: x!\n'.repeat(200_000), '--format', 'json')
  assert.equal(exitCode, 1)
  assert.equal((JSON.parse(stdout) as unknown[]).length, 200_000)
})
