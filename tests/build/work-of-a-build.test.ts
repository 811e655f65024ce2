import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { type PlainIncident, plainIncidents, textOf } from '../bench/build/incidents.ts'
import { freshFolder } from '../fresh-folder.ts'
import { buildOrThrow, writeFiles } from './site.ts'

const SITE = 'title: Counted\ndescription: Generated incidents.\nurl: https://counted.example\naccount: own\n'

/** A content folder of incidents. */
function contentOf(made: readonly PlainIncident[]): string {
  const folder = freshFolder()
  const files = made.map((one) => [`incidents/${one.name}.md`, textOf(one)] as const)
  writeFiles(folder, { ...Object.fromEntries(files), 'site.yaml': SITE })
  return folder
}

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly functionName: string
      readonly ranges: readonly { readonly count: number }[]
    }[]
  }[]
}

/** How often functions of each name ran in a build, of ours alone; V8 counts every call where it collects coverage. */
function callsIn(folder: string): ReadonlyMap<string, number> {
  const calls = new Map<string, number>()
  for (const file of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Coverage
    for (const { url, functions } of result)
      if (/\/src\/|\/chunks\//.test(url) && !url.includes('/node_modules/'))
        for (const { functionName, ranges } of functions)
          calls.set(functionName, (calls.get(functionName) ?? 0) + (ranges[0]?.count ?? 0))
  }
  return calls
}

const RECORDS = 6

test('a build reads, cuts, prints and indexes each record once, and writes four files of it', () => {
  const [folder, coverage] = [freshFolder(), freshFolder()]
  const out = join(folder, 'site')
  const made = plainIncidents(RECORDS)
  buildOrThrow(contentOf(made), out, [], { NODE_V8_COVERAGE: coverage })
  const calls = callsIn(coverage)
  // Every file of the content folder: the records and site.yaml.
  for (const name of ['readText', 'parseYaml']) assert.equal(calls.get(name), RECORDS + 1, name)
  for (const name of ['entryOf', 'readMarkdown', 'renderBody', 'markdownOf', 'indexedParts'])
    assert.equal(calls.get(name), RECORDS, name)

  const files = globSync('**/*', { cwd: out, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
  // Page, data, Markdown and fragment of the index; a picture would be the fifth.
  const own = files.filter((path) => made.some(({ name }) => path.includes(name)) || path.includes('/fragment/'))
  assert.equal(own.length, 4 * RECORDS, own.join('\n'))
  const bytes = own.reduce((sum, path) => sum + statSync(path).size, 0) / RECORDS
  assert.ok(bytes <= 130_000, `${bytes} bytes a record`)
})
