import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import type { Finding } from '#schema/finding.ts'
import { cli, contentFolder, found } from '../content-folder.ts'

const pipe = (path: string) => void execFileSync('mkfifo', [path])
const folder = (path: string) => void mkdirSync(path)
const lost = (path: string) => symlinkSync(join(dirname(path), 'nowhere'), path)
const itself = (path: string) => symlinkSync(path, path)
const outside = (path: string) => symlinkSync('/etc/passwd', path)
const huge = (path: string) => {
  writeFileSync(path, '')
  truncateSync(path, 2 ** 30)
}

// What stands where a file or folder of content is expected, by its path, with what is said of it.
const CASES: readonly (readonly [file: string, put: (path: string) => void, said: RegExp])[] = [
  ['topics/odd.yaml', pipe, /^file-name topics\/odd\.yaml expected a file at topics\/odd\.yaml, found a pipe/],
  ['topics/odd.yaml', lost, /^file-name topics\/odd\.yaml .*found a link that leads nowhere/],
  ['topics/odd.yaml', itself, /^file-name topics\/odd\.yaml .*found a link that leads nowhere/],
  ['topics/odd.yaml', outside, /^file-name topics\/odd\.yaml .*found a link that leads out of it/],
  ['topics/odd.yaml', huge, /^file-size topics\/odd\.yaml expected at most 1,048,576 bytes, found 1,073,741,824/],
  ['controls/odd/index.mdx', folder, /^file-name controls\/odd\/index\.mdx .*found a folder/],
  ['site.yaml', pipe, /^file-name site\.yaml .*found a pipe/],
  ['site.yaml', folder, /^file-name site\.yaml .*found a folder/],
  ['site.yaml', lost, /^file-name site\.yaml .*found a link that leads nowhere/],
  ['equivalents.yaml', folder, /^file-name equivalents\.yaml .*found a folder/],
  ['ledger.json', pipe, /^ledger-file ledger\.json .*found a pipe/],
  ['ledger.json', folder, /^ledger-file ledger\.json .*found a folder/],
  ['ledger.json', outside, /^ledger-file ledger\.json .*found a link that leads out of it/],
  ['ledger.json', huge, /^ledger-file ledger\.json .*of at most 67,108,864 bytes/],
  [
    'citations',
    (path) => writeFileSync(path, 'a file'),
    /^file-name citations expected a folder of records at citations, found a file/,
  ],
  ['citations', lost, /^file-name citations .*found a link that leads nowhere/],
]

for (const [file, put, said] of CASES)
  test(`${put.name || 'a file'} in the place of ${file} is a finding, and the check goes on`, async (t) => {
    const root = contentFolder(t)
    const path = join(root, 'content', file)
    rmSync(path, { recursive: true, force: true })
    mkdirSync(dirname(path), { recursive: true })
    put(path)
    const { stdout } = await cli(root, ['check', '--format', 'json'])
    const found = (JSON.parse(stdout) as Finding[]).map((one) => `${one.rule} ${one.file} ${one.message}`)
    assert.ok(
      found.some((one) => said.test(one)),
      found.join('\n'),
    )
  })

for (const [sort, put] of Object.entries({ pipe, folder, lost, outside }))
  test(`a picture that is a ${sort} is a finding at the place that shows it`, async (t) => {
    const root = contentFolder(t)
    const control = join(root, 'content/controls/staged-rollout.mdx')
    mkdirSync(join(root, 'content/controls/staged-rollout'))
    renameSync(control, join(root, 'content/controls/staged-rollout/index.mdx'))
    execFileSync('sh', ['-c', 'printf "\\n![A picture](odd.png)\\n" >> index.mdx'], {
      cwd: join(root, 'content/controls/staged-rollout'),
    })
    put(join(root, 'content/controls/staged-rollout/odd.png'))
    const { stdout } = await cli(root, ['check', '--format', 'json'])
    const found = (JSON.parse(stdout) as Finding[]).filter(({ rule }) => rule === 'body-image')
    assert.equal(found.length, 1, stdout)
    assert.match(found[0]?.message ?? '', /expected a picture.*found/)
  })

test('twenty thousand levels of nesting are called what they are, whatever they are made of', async (t) => {
  for (const deep of ['['.repeat(20_000) + ']'.repeat(20_000), '{a: '.repeat(20_000) + '}'.repeat(20_000)]) {
    const folder = contentFolder(t, { 'topics/deep.yaml': `question: ${deep}\n` })
    assert.deepEqual(
      (await found(folder)).findings.map(({ rule, file, message }) => [rule, file, message]),
      [['yaml-syntax', 'topics/deep.yaml', 'expected at most 40 levels of nesting, found more']],
    )
  }
})

test('a ledger that an editor put a byte order mark in front of is read', async (t) => {
  const folder = contentFolder(t, { 'ledger.json': '\ufeff{ "schemaVersion": "1.0", "records": {} }' })
  assert.deepEqual((await found(folder)).findings, [])
})
