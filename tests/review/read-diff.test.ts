import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { type Change, isUnreadable, LARGEST, readChange } from '#review/read-change.ts'

function read(input: string): Change {
  const found = readChange(input)
  assert.ok(!isUnreadable(found), JSON.stringify(found))
  return found
}

for (const [what, input, paths, text] of [
  [
    'a path that git quotes byte by byte',
    'diff --git "a/konfig/caf\\303\\251/app.yml" "b/konfig/caf\\303\\251/app.yml"\n--- ' +
      '"a/konfig/caf\\303\\251/app.yml"\n+++ "b/konfig/caf\\303\\251/app.yml"\n@@ -1 +1 @@\n-a\n+b\n',
    ['konfig/café/app.yml'],
    'a\nb',
  ],
  [
    'a path with a quote, a tab and a backslash in it',
    'diff --git "a/x\\"\\ty\\\\z" "b/x\\"\\ty\\\\z"\nnew file mode 100644\n',
    ['x"\ty/z'],
    '',
  ],
  [
    'the mnemonic prefixes of git',
    'diff --git i/conf/deep/app.yml w/conf/deep/app.yml\n--- ' +
      'i/conf/deep/app.yml\n+++ w/conf/deep/app.yml\n@@ -1 +1 @@\n-a\n+b\n',
    ['conf/deep/app.yml'],
    'a\nb',
  ],
  [
    'no prefixes, in a folder called as one',
    'diff --git a/b.yml a/b.yml\n--- a/b.yml\n+++ a/b.yml\n@@ -1 +1 @@\n-a\n+b\n',
    ['a/b.yml'],
    'a\nb',
  ],
  [
    'a plain diff of two folders, with times',
    'diff -ru old/src/x.c new/src/x.c\n--- old/src/x.c\t2026-01-01 10:00:00 ' +
      '+0000\n+++ new/src/x.c\t2026-01-02 10:00:00 +0000\n@@ -1 +1 @@\n-a\n+b\n',
    ['src/x.c'],
    'a\nb',
  ],
  [
    'removed and added lines that look like names of files',
    'diff --git a/db.sql b/db.sql\n--- a/db.sql\n+++ b/db.sql\n@@ -1,3 +1,3 @@\n select ' +
      '1;\n--- drop the rate limit\n+++ raise the rate limit\n select 2;\n',
    ['db.sql'],
    '-- drop the rate limit\n++ raise the rate limit',
  ],
  [
    'the same as the last lines of a hunk, with another hunk behind',
    'diff --git a/db.sql b/db.sql\n--- a/db.sql\n+++ b/db.sql\n@@ -1 +1 @@\n--- one\n+++ two\n@@ -9 +9 @@\n-c\n+d\n',
    ['db.sql'],
    '-- one\n++ two\nc\nd',
  ],
  [
    'a second file behind a hunk whose counts are wrong',
    '--- a/one.ts\n+++ b/one.ts\n@@ -1,9 +1,9 @@\n-a\n+b\n--- a/two.ts\n+++ b/two.ts\n@@ -1 +1 @@\n-c\n+d\n',
    ['one.ts', 'two.ts'],
    'a\nb\nc\nd',
  ],
  [
    'a rename',
    'diff --git a/old name.yml b/conf/new name.yml\nsimilarity index ' +
      '100%\nrename from old name.yml\nrename to conf/new name.yml\n',
    ['old name.yml', 'conf/new name.yml'],
    '',
  ],
  [
    'a change of mode alone',
    'diff --git a/run it.sh b/run it.sh\nold mode 100644\nnew mode 100755\n',
    ['run it.sh'],
    '',
  ],
  [
    'a new file and a deleted one',
    'diff --git a/n.tf b/n.tf\nnew file mode 100644\n--- /dev/null\n+++ b/n.tf\n@@ -0,0 +1 @@\n+a\ndiff ' +
      '--git a/o.tf b/o.tf\ndeleted file mode 100644\n--- a/o.tf\n+++ /dev/null\n@@ -1 +0,0 @@\n-b\n',
    ['n.tf', 'o.tf'],
    'a\nb',
  ],
  [
    'a submodule',
    'diff --git a/vendor/lib b/vendor/lib\nindex 1111111..2222222 160000\n--- ' +
      'a/vendor/lib\n+++ b/vendor/lib\n@@ -1 +1 @@\n-Subproject commit ' +
      '1111111111111111111111111111111111111111\n+Subproject commit 2222222222222222222222222222222222222222-dirty\n',
    ['vendor/lib'],
    '',
  ],
  ['the log of a submodule', 'Submodule vendor/lib 1111111..2222222:\n  > Fix it\n', ['vendor/lib'], ''],
  [
    'line ends of Windows',
    'diff --git a/x.ini b/x.ini\r\n--- a/x.ini\r\n+++ b/x.ini\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n',
    ['x.ini'],
    'a\nb',
  ],
  [
    'colours',
    '\u001b[1mdiff --git a/x.ini b/x.ini\u001b[m\n\u001b[1m--- a/x.ini\u001b[m\n\u001b[1m+++ ' +
      'b/x.ini\u001b[m\n\u001b[36m@@ -1 +1 @@\u001b[m\n\u001b[31m-a\u001b[m\n\u001b[32m+\u001b[m\u001b[32mb\u001b[m\n',
    ['x.ini'],
    'a\nb',
  ],
  [
    'a combined diff of a merge',
    'diff --cc src/x.go\nindex 1,2..3\n--- a/src/x.go\n+++ b/src/x.go\n@@@ ' +
      '-1,2 -1,2 +1,3 @@@\n  same\n- ours\n -theirs\n++both\n',
    ['src/x.go'],
    'ours\ntheirs\nboth',
  ],
  [
    'a mailed patch with its signature',
    'From 1 Mon Sep 17\nSubject: x\n\n---\n x.c | 2 +-\n\ndiff --git a/x.c ' +
      'b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n-- \n2.43.0\n',
    ['x.c'],
    'a\nb',
  ],
] as const)
  test(`a diff with ${what} gives its names and words`, () =>
    assert.deepEqual(read(input), { form: 'diff', paths, text }))

for (const [what, input, paths] of [
  [
    'git diff --stat',
    ' src/a.ts                 |   12 +++---\n {old => new}/x.tf        |    2 +-\n pic.png                  |  ' +
      'Bin 0 -> 12 bytes\n .../very/deep/conf.yml   |    1 +\n 4 files changed, 9 insertions(+), 6 deletions(-)\n',
    ['src/a.ts', 'old/x.tf', 'new/x.tf', 'pic.png', 'very/deep/conf.yml'],
  ],
  [
    'git diff --name-status',
    'M\tsrc/a.ts\nA\t"caf\\303\\251.yml"\nR087\tone.go\ttwo.go\n',
    ['src/a.ts', 'café.yml', 'one.go', 'two.go'],
  ],
  ['git diff --numstat', '1\t2\tsrc/a.ts\n-\t-\tpic.png\n', ['src/a.ts', 'pic.png']],
  ['git diff --raw', ':100644 100644 1234567 89abcde M\tsrc/a.ts\n', ['src/a.ts']],
  ['git status --short', ' M src/a.ts\n?? new file.tf\nR  a.go -> b.go\n', ['src/a.ts', 'new file.tf', 'a.go', 'b.go']],
  ['Windows', 'src\\config\\app.yml\nC:\\repo\\infra\\main.tf\n', ['src/config/app.yml', 'C:/repo/infra/main.tf']],
] as const)
  test(`the list of files that ${what} prints is read as paths`, () =>
    assert.deepEqual(read(input), { form: 'files', paths, text: '' }))

test('a table in prose is no list of files', () => assert.equal(read('The | mark\nis 5 wide\n').form, 'words'))

test('frames of .NET on Windows name their files', () =>
  assert.deepEqual(
    read(
      'System.Exception: x\n   at App.Run() in C:\\src\\App.cs:line 42\n   at App.Main() in C:\\src\\Main.cs:line 7\n',
    ).paths,
    ['/src/App.cs', '/src/Main.cs'],
  ))

test('what git really prints of odd files is read back, with each of its settings', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const git = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd: folder, encoding: 'utf8' },
    )
    assert.ok(status === 0 || status === 1, stderr)
    return stdout
  }
  git('init', '--quiet')
  mkdirSync(join(folder, 'a'))
  const before = 'one\n-- two\nthree\n'
  for (const name of ['a/x.sql', 'a note.md', 'café.yml', 'tab\there', 'moved.go', 'line\nbreak', 'run.sh', 'b.bin'])
    writeFileSync(join(folder, name), name === 'b.bin' ? 'x\0y' : `${before}${name}\n`)
  git('add', '.')
  git('commit', '--quiet', '-m', 'One')
  for (const name of ['a/x.sql', 'a note.md', 'café.yml', 'tab\there', 'line\nbreak', 'b.bin'])
    writeFileSync(join(folder, name), name === 'b.bin' ? 'x\0z' : `one\n++ 2\nthree\n${name}\n`)
  renameSync(join(folder, 'moved.go'), join(folder, 'to here.go'))
  chmodSync(join(folder, 'run.sh'), 0o755)
  git('add', '.')
  const expected = [
    'a note.md',
    'a/x.sql',
    'b.bin',
    'café.yml',
    'line\nbreak',
    'moved.go',
    'run.sh',
    'tab\there',
    'to here.go',
  ]
  for (const options of [
    [],
    ['-c', 'core.quotePath=false'],
    ['-c', 'diff.mnemonicPrefix=true'],
    ['-c', 'diff.noprefix=true'],
    ['-c', 'color.ui=always'],
    ['-c', 'diff.srcPrefix=old/', '-c', 'diff.dstPrefix=new/'],
  ]) {
    const { form, paths, text } = read(git(...options, 'diff', '--cached', '-M'))
    assert.equal(form, 'diff')
    assert.deepEqual(paths.toSorted(), expected, options.join(' '))
    assert.equal(text.split('\n').filter((line) => line === '-- two').length, 5, options.join(' '))
  }
  for (const form of ['--name-status', '--numstat', '--raw'])
    assert.deepEqual(read(git('diff', '--cached', '-M', form)).paths.toSorted(), expected, form)
})

test('of a diff of 20 MB all names count, and the words as far as anybody could read them', () => {
  const long =
    `diff --git a/big.json b/big.json\n--- a/big.json\n+++ b/big.json\n@@ -0,0 +1,1000000 ` +
    `@@\n${'+{ "key": "value" },\n'.repeat(1_000_000)}diff --git ` +
    `a/last.tf b/last.tf\nold mode 100644\nnew mode 100755\n`
  const { paths, text, isCut } = read(long)
  assert.ok(long.length > 20_000_000)
  assert.deepEqual(paths, ['big.json', 'last.tf'])
  assert.equal(text.length, LARGEST)
  assert.equal(isCut, true)
})
