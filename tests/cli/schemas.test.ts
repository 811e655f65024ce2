import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { kinds } from '#schema/kinds.ts'
import { KINDS } from '#schema/kind-names.ts'
import { extendSchemas } from '#schema/extend.ts'
import { SCHEMA_FOLDER, schemaFiles, writeSchemas } from '#cli/write-schemas.ts'
import { z } from 'zod'
import { contentFolder } from '../content-folder.ts'

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

test('schemas for editors have the fields and the severities of a site’s own', (t) => {
  const folder = contentFolder(t, {
    'site.yaml':
      'title: Own\ndescription: Own records.\nseverities:\n  - { id: ' +
      'sev-1, label: SEV-1 }\n  - { id: sev-2, label: SEV-2 }\n',
  })
  const content = join(folder, 'content')
  writeSchemas(content, extendSchemas({ sources: z.object({ shelf: z.enum(['red', 'blue']).optional() }) }))
  const read = (kind: string) =>
    JSON.parse(readFileSync(join(content, SCHEMA_FOLDER, `${kind}.json`), 'utf8')) as {
      readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] } | undefined>>
    }
  assert.deepEqual(read('sources').properties['shelf']?.enum, ['red', 'blue'])
  assert.equal(read('topics').properties['shelf'], undefined)
  assert.deepEqual(read('incidents').properties['severity']?.enum, ['sev-1', 'sev-2', 'unknown'])
})
