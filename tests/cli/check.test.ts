import assert from 'node:assert/strict'
import test from 'node:test'
import { cli, contentFolder } from '../content-folder.ts'

const HISTORY = 'history: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n'
const wrong = {
  'topics/open-reports.yaml':
    `question: "100 %, or: all?"\ndescription: Whether.\nrelated: ` + `[staged-update]\n${HISTORY}`,
}
const warned = {
  'sources/unused-note.yaml': `title: A note\ntype: webpage\npublisher: Quay\nkind: analysis\n${HISTORY}`,
}

test('a folder with nothing to mend is clean', async (t) => {
  assert.deepEqual(await cli(contentFolder(t), ['check']), {
    exitCode: 0,
    stdout: 'Checked 15 records: nothing to mend.\n',
    stderr: '',
  })
})

test('findings are printed with their place from where the reader stands', async (t) => {
  const { exitCode, stdout, stderr } = await cli(contentFolder(t, { ...wrong, ...warned }), ['check'])
  assert.equal(
    stdout,
    `content/sources/unused-note.yaml:1:1  warning  source-unused  /rules/source-unused/
    expected a source that some record cites, found that none cites unused-note
    Fix: cite unused-note where a claim rests on it, or delete sources/unused-note.yaml

content/topics/open-reports.yaml:3:11  error  unknown-reference  /rules/unknown-reference/
    expected the id of a topic, found "staged-update". Did you mean "staged-updates"?
    Fix: write staged-updates, or add topics/staged-update.yaml

1 error and 1 warning in 2 files
Checked 17 records.
`,
  )
  assert.deepEqual({ exitCode, stderr }, { exitCode: 1, stderr: '' })
})

test('warnings alone exit with 0', async (t) =>
  assert.equal((await cli(contentFolder(t, warned), ['check'])).exitCode, 0))

test('JSON is one array and nothing else, with the keys of the contract', async (t) => {
  const { exitCode, stdout } = await cli(contentFolder(t, wrong), ['check', '--format', 'json'])
  assert.deepEqual(JSON.parse(stdout), [
    {
      rule: 'unknown-reference',
      level: 'error',
      file: 'topics/open-reports.yaml',
      line: 3,
      column: 11,
      path: 'related[0]',
      message: 'expected the id of a topic, found "staged-update". Did you mean "staged-updates"?',
      fix: 'write staged-updates, or add topics/staged-update.yaml',
      url: '/rules/unknown-reference/',
    },
  ])
  assert.equal(exitCode, 1)
})

test('JSON of a clean folder is an empty array', async (t) =>
  assert.deepEqual(await cli(contentFolder(t), ['check', '--format=json']), {
    exitCode: 0,
    stdout: '[]\n',
    stderr: '',
  }))

test('JSON of a missing folder is an array of one', async (t) => {
  const { stdout, exitCode } = await cli(contentFolder(t, {}, null), ['check', '--format', 'json'])
  assert.equal(exitCode, 1)
  assert.deepEqual(
    (JSON.parse(stdout) as { rule: string }[]).map(({ rule }) => rule),
    ['content-folder'],
  )
})

test('GitHub gets workflow commands with paths from the repository, escaped', async (t) => {
  const folder = contentFolder(t, {
    'topics/a-b.yaml': `question: A?\ndescription: B.\nrelated: ["a%b"]\n${HISTORY}`,
    ...warned,
  })
  const { stdout } = await cli(folder, ['check', '--format', 'github'])
  assert.equal(
    stdout,
    '::error file=content/topics/a-b.yaml,line=3,col=11,title=field-value::expected the ' +
      'id of one of the topics (lowercase words joined by "-"), found "a%25b"%0AFix: ' +
      `write the id as its file is named, in lowercase words joined by "-"\n`,
  )
})

test('content outside the folder where one stands is named whole', async (t) => {
  const [folder, elsewhere] = [contentFolder(t, wrong), contentFolder(t, {}, null)]
  const { stdout } = await cli(elsewhere, ['check', '--content', `${folder}/content`])
  assert.ok(stdout.startsWith(`${folder}/content/topics/open-reports.yaml:3:11  error`))
})

test('the environment says what flags do not', async (t) => {
  const folder = contentFolder(t, wrong)
  assert.equal((await cli(folder, ['check'], { AFTERMATH_CONTENT: 'nowhere' })).exitCode, 1)
  assert.match(
    (await cli(folder, ['check'], { AFTERMATH_CONTENT: 'nowhere' })).stdout,
    /expected a content folder at .+\/nowhere/,
  )
  assert.match(
    (await cli(folder, ['check', '--content', 'content'], { AFTERMATH_CONTENT: 'nowhere' })).stdout,
    /Checked 16 records/,
  )
})

const SECRET = {
  'topics/secret-topic.yaml': `question: Secret?\ndescription: So.\ntlp: RED\nrelated: [nothing-there]\n${HISTORY}`,
}

test('everything is read unless an audience is given', async (t) => {
  const folder = contentFolder(t, SECRET)
  assert.match((await cli(folder, ['check'])).stdout, /secret-topic\.yaml:4:11 {2}error/)
  for (const { stdout, exitCode } of [
    await cli(folder, ['check', '--audience', 'AMBER']),
    await cli(folder, ['check'], { AFTERMATH_AUDIENCE: 'CLEAR' }),
  ])
    assert.deepEqual({ stdout, exitCode }, { stdout: 'Checked 15 records: nothing to mend.\n', exitCode: 0 })
})

test('drafts and embargoes are read too, unless an audience is given', async (t) => {
  const folder = contentFolder(t, {
    'topics/draft-topic.yaml': `question: A?\ndescription: B.\nrecordStatus: draft\nrelated: [none-here]\n${HISTORY}`,
    'topics/later-topic.yaml':
      `question: A?\ndescription: B.\nembargoUntil: "2026-09-01T00:00Z"\nrelated: ` + `[none-here]\n${HISTORY}`,
  })
  const count = async (...flags: string[]) =>
    (JSON.parse((await cli(folder, ['check', '--format', 'json', ...flags])).stdout) as unknown[]).length
  assert.deepEqual(
    [await count(), await count('--audience', 'RED'), await count('--audience', 'RED', '--now', '2026-09-01')],
    [2, 0, 1],
  )
})

test('what an author or a file name holds cannot move a cursor or begin a line of a log', async (t) => {
  const root = contentFolder(t, {
    'organizations/odd.yaml':
      'name: Odd\nkind: "\\e[2Jven\\n::warning::x"\n"\\e]0;pwned\\a\\n::add-mask::secret\\n::error file=x::pwn": 1\n',
    'organizations/a\u001b[2J\n::add-mask::x.txt': 'x',
  })
  for (const format of ['pretty', 'github']) {
    const { stdout, stderr } = await cli(root, ['check', '--format', format])
    const lines = (stdout + stderr).split('\n')
    assert.ok(!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(stdout + stderr), format)
    assert.deepEqual(
      lines.filter((line) => /^\s*::(?!(?:error|warning) file=content\/)/.test(line)),
      [],
    )
    assert.match(stdout + stderr, /\\u\{1b\}/)
  }
})

test('a finding that quotes what was written stays of a length that can be read', async (t) => {
  const { stdout } = await cli(contentFolder(t, { 'topics/long-tag.yaml': `question: ${'!'.repeat(50_000)}\n` }), [
    'check',
    '--format',
    'json',
  ])
  const messages = (JSON.parse(stdout) as { message: string }[]).map(({ message }) => message)
  assert.ok(
    messages.length > 0 && messages.every((message) => message.length <= 1001),
    messages.map(({ length }) => length).join(', '),
  )
})
