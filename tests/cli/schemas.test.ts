import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { kinds } from '#schema/kinds.ts'
import { KINDS } from '#schema/kind-names.ts'
import { SCHEMA_FOLDER, schemaFiles } from '#cli/write-schemas.ts'

const root = resolve(import.meta.dirname, '../..')

test('the schemas beside the content are those of the engine ("npm run schemas" writes them)', () => {
  for (const [name, text] of schemaFiles())
    assert.equal(readFileSync(join(root, 'content', SCHEMA_FOLDER, name), 'utf8'), text, `${name}: run npm run schemas`)
})

test('editor settings map every kind without a body to its schema, here and in a new site', () => {
  for (const folder of ['.', 'examples/starter']) {
    const settings = JSON.parse(readFileSync(join(root, folder, '.vscode/settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string>
    }
    const expected = Object.fromEntries(
      KINDS.filter((kind) => !kinds[kind].body).map((kind) => [
        `content/${SCHEMA_FOLDER}/${kind}.json`,
        `content/${kind}/*.yaml`,
      ]),
    )
    assert.deepEqual(settings['yaml.schemas'], expected)
    assert.ok(existsSync(join(root, folder, '.vscode/extensions.json')))
  }
})

test('every YAML record names its schema for language servers', () => {
  const files = globSync('*/*.yaml', { cwd: join(root, 'content') })
  assert.ok(files.length > 0)
  const without = files.filter(
    (file) =>
      !readFileSync(join(root, 'content', file), 'utf8').startsWith(
        `# yaml-language-server: $schema=../${SCHEMA_FOLDER}/${file.split('/')[0]}.json\n`,
      ),
  )
  assert.deepEqual(without, [], 'begin each with "# yaml-language-server: $schema=../.schema/<kind>.json"')
})
