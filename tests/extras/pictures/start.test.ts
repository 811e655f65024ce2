import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { startDrawing } from '#extras/pictures/start.ts'
import { routes } from '#urls.ts'
import { hasCard } from '#views/card.ts'
import { knowledgeOf } from '../../small.ts'

test('each record with a card gets the same picture in every build, and a kept one is not drawn again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath test '))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const knowledge = knowledgeOf()
  const build = async (name: string, kept: string) => {
    await startDrawing(knowledge, join(folder, kept)).place(join(folder, name))
    const paths = knowledge.entries.filter(hasCard).map(({ kind, id }) => routes.picture(kind, id))
    assert.ok(paths.length > 3)
    return paths.map((path) => readFileSync(join(folder, name, path)))
  }
  const first = await build('first', 'kept')
  const kept = readdirSync(join(folder, 'kept')).map((name) => join(folder, 'kept', name))
  // An hour old, so not yet forgotten; whatever is written anew is younger.
  const recent = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000)
  for (const path of kept) utimesSync(path, recent, recent)
  assert.deepEqual(await build('second', 'kept'), first)
  for (const path of kept) assert.equal(statSync(path).mtime.getTime(), recent.getTime())
  assert.deepEqual(await build('third', 'kept anew'), first)
})
