import assert from 'node:assert/strict'
import test from 'node:test'
import { cli, contentFolder, found } from '../content-folder.ts'
import { BAD_FILES } from './bad-files.ts'
import { BAD_RECORDS } from './bad-records.ts'

for (const { name, files, expected } of [...BAD_RECORDS, ...BAD_FILES])
  test(`${name} is reported with its place, and nothing else is`, async (t) => {
    const { exitCode, findings } = await found(contentFolder(t, files))
    assert.deepEqual(
      findings.map(({ rule, file, line, column, message }) => `${rule} ${file}:${line}:${column} ${message}`),
      expected,
    )
    assert.equal(exitCode, findings.some(({ level }) => level === 'error') ? 1 : 0)
    for (const { fix, rule, url } of findings) {
      assert.equal(url, `/rules/${rule}/`)
      assert.ok(fix, 'there is a remedy')
    }
  })

test('all findings of a run are given at once, and none hides another', async (t) => {
  const broken = [...BAD_RECORDS, ...BAD_FILES].filter(({ name }) =>
    /malformed YAML: a bracket|empty file|impossible|MDX syntax/.test(name),
  )
  const folder = contentFolder(
    t,
    Object.assign(
      {},
      ...broken.map(({ files }, index) =>
        Object.fromEntries(
          Object.entries(files).map(([file, text]) => [file.replace(/(open-reports|a-review)/, `$1-${index}`), text]),
        ),
      ),
    ),
  )
  const { exitCode, findings } = await found(folder)
  assert.deepEqual(findings.map(({ rule }) => rule).sort(), ['body-syntax', 'field-value', 'file-empty', 'yaml-syntax'])
  assert.equal(exitCode, 1)
})

test('a missing content folder is one finding', async (t) => {
  const folder = contentFolder(t, {}, null)
  const { exitCode, stdout, stderr } = await cli(folder, ['check'])
  assert.equal(
    stdout,
    `content  error  content-folder  /rules/content-folder/\n    expected a content folder ` +
      `at ${folder}/content, found none\n    Fix: create it, or name another with ` +
      `--content or AFTERMATH_CONTENT\n\n1 error in 1 file\nChecked 0 records.\n`,
  )
  assert.deepEqual({ exitCode, stderr }, { exitCode: 1, stderr: '' })
})

test('a content folder that is a file is reported as missing', async (t) => {
  const folder = contentFolder(t)
  const { findings } = await found(folder, '--content', 'content/site.yaml')
  assert.deepEqual(
    findings.map(({ rule, file }) => [rule, file]),
    [['content-folder', '']],
  )
})

test('a record with errors is not reported again by what refers to it', async (t) => {
  const folder = contentFolder(t, { 'organizations/acme.yaml': 'name: [\n' })
  const { findings } = await found(folder)
  assert.deepEqual(
    findings.map(({ rule, file }) => `${rule} ${file}`),
    ['yaml-syntax organizations/acme.yaml'],
  )
})
