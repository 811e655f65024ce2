import assert from 'node:assert/strict'
import test from 'node:test'
import { loadCommands } from '#cli/commands/index.ts'
import { cli, contentFolder } from '../content-folder.ts'

const commands = await loadCommands()

const cases: readonly (readonly [readonly string[], string])[] = [
  [
    ['chek'],
    'aftermath: unknown command "chek". Did you mean "check"?\nRun "aftermath --help" for the commands there are.\n',
  ],
  [['frobnicate'], 'aftermath: unknown command "frobnicate".\nRun "aftermath --help" for the commands there are.\n'],
  [
    ['help', 'shwo'],
    'aftermath: unknown command "shwo". Did you mean "show"?\nRun "aftermath --help" for the commands there are.\n',
  ],
  [
    ['check', '--fromat', 'json'],
    'aftermath: unknown flag --fromat. Did you mean "--format"?\nRun "aftermath check --help" for what it takes.\n',
  ],
  [['check', '-x'], 'aftermath: unknown flag -x.\nRun "aftermath check --help" for what it takes.\n'],
  [
    ['check', '--format', 'jsn'],
    'aftermath: expected one of pretty, json, github after --format, found "jsn". Did ' +
      'you mean "json"?\nRun "aftermath check --help" for what it takes.\n',
  ],
  [
    ['check', '--format'],
    'aftermath: expected a value after --format (pretty, json, github), found ' +
      'nothing\nRun "aftermath check --help" for what it takes.\n',
  ],
  [
    ['check', '--content', '--now', '2026'],
    'aftermath: expected a value after --content (FOLDER), found ' +
      '"--now"\nRun "aftermath check --help" for what it takes.\n',
  ],
  [
    ['check', '--now', '2026-01-01', '--now', '2026-01-02'],
    'aftermath: expected --now once, found it again\nRun "aftermath check --help" for what it takes.\n',
  ],
  [
    ['check', 'content'],
    'aftermath: expected no arguments after "check", found ' +
      '"content"\nRun "aftermath check --help" for what it takes.\n',
  ],
  [['show'], 'aftermath: expected ID after "show", found nothing\nRun "aftermath show --help" for what it takes.\n'],
  [
    ['show', 'acme', 'harbor'],
    'aftermath: expected only ID after "show", found "harbor"\nRun "aftermath show --help" for what it takes.\n',
  ],
  [
    ['show', 'Not an id'],
    'aftermath: expected the id of a record, or id#part, found "Not an ' +
      'id"\nRun "aftermath show --help" for what it takes.\n',
  ],
  [
    ['show', 'harbour'],
    'aftermath: no record has the id "harbour". Did you mean "harbor"? "aftermath export csv" ' +
      'lists records with their ids.\nRun "aftermath show --help" for what it takes.\n',
  ],
  [
    ['show', '2026-01-05-router-outage#e-stopp'],
    'aftermath: 2026-01-05-router-outage has no part "e-stopp". Did you mean ' +
      '"e-stop"?\nRun "aftermath show --help" for what it takes.\n',
  ],
  [
    ['check', '--audience', 'PINK'],
    'aftermath: AFTERMATH_AUDIENCE (--audience): expected one of CLEAR, GREEN, AMBER, ' +
      'AMBER+STRICT, RED, found "PINK"\nRun "aftermath check --help" for what it takes.\n',
  ],
  [
    ['check', '--now', 'yesterday'],
    'aftermath: AFTERMATH_NOW (--now): expected a day such as 2026-01-31 or a date-time such as ' +
      '2026-01-31T09:00Z, found "yesterday"\nRun "aftermath check --help" for what it takes.\n',
  ],
  [
    ['check', '--site', 'example.org'],
    'aftermath: AFTERMATH_SITE (--site): expected an address such as https://example.org, ' +
      'found "example.org"\nRun "aftermath check --help" for what it takes.\n',
  ],
]

for (const [args, stderr] of cases)
  test(`aftermath ${args.join(' ')} is wrong usage`, async (t) => {
    assert.deepEqual(await cli(contentFolder(t), args), { exitCode: 2, stdout: '', stderr })
  })

test('help lists the commands there are and no others', async (t) => {
  for (const args of [['--help'], ['help'], ['-h']]) {
    const { exitCode, stdout, stderr } = await cli(contentFolder(t), args)
    assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: '' })
    const listed = [...stdout.matchAll(/^ {2}([\w-]+)(?: [A-Z[\].|-]+)* {2,}\S/gm)].map(([, name]) => name)
    assert.deepEqual(listed, [...commands.map(({ name }) => name), 'help'])
  }
})

test('without a command the help goes to stderr, as wrong usage', async (t) => {
  const { exitCode, stdout, stderr } = await cli(contentFolder(t), [])
  assert.deepEqual({ exitCode, stdout }, { exitCode: 2, stdout: '' })
  assert.match(stderr, /^Usage: aftermath COMMAND/)
})

for (const { name, flags, positionals } of commands)
  test(`help of ${name} names its arguments and every flag`, async (t) => {
    const own = await cli(contentFolder(t), [name, '--help'])
    assert.deepEqual(await cli(contentFolder(t), ['help', name]), own)
    assert.ok(own.stdout.startsWith(`Usage: ${['aftermath', name, ...positionals].join(' ')} [FLAGS]\n`))
    const listed = [...own.stdout.matchAll(/^ {2}--([\w-]+)/gm)].map(([, flag]) => flag)
    assert.deepEqual(listed, [...Object.keys(flags), 'help'])
    for (const line of own.stdout.split('\n')) assert.ok(line.length <= 100, line)
  })

test('what was typed reaches the terminal without commanding it', async (t) => {
  const folder = contentFolder(t)
  for (const args of [
    ['check', '\x1b[31mred'],
    ['check', '--format', '\x1b]0;x\x07'],
    ['\x9b2J'],
    ['show', 'a\u202eb'],
  ]) {
    const { stderr, exitCode } = await cli(folder, args)
    assert.equal(exitCode, 2)
    assert.doesNotMatch(stderr, /[\x1b\x07\x9b\u202e]/)
    assert.match(stderr, /\\u00(?:1b|9b)|\\u202e/)
  }
})
