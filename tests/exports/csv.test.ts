import assert from 'node:assert/strict'
import test from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { csv } from '#exports/csv.ts'
import { inOrder } from '#exports/twin.ts'
import { KINDS } from '#schema/kind-names.ts'
import { knowledgeOf } from '../small.ts'
import { freshFolder } from '../fresh-folder.ts'
import { writeFiles } from '../build/site.ts'

test('a table of a kind has a row for each record, and the same columns where there is none', () => {
  const folder = freshFolder()
  writeFiles(folder, { 'site.yaml': 'title: Empty\ndescription: A site without records.\n' })
  const [some, none] = [knowledgeOf(), knowledgeOf(folder)]
  for (const kind of KINDS) {
    const [head, ...rows]: string[][] = parseCsv(
      csv(
        some,
        inOrder(some).filter((entry) => entry.kind === kind),
        kind,
      ),
    )
    assert.equal(rows.length, some.all(kind).length, kind)
    assert.deepEqual(parseCsv(csv(none, [], kind)), [head], kind)
    assert.ok(head && head.length > 8, kind)
  }
})
