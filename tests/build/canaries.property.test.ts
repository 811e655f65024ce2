import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { TLP, type Tlp, tlpRank } from '#schema/vocabularies.ts'
import { builtFiles } from '#extras/audit/built-files.ts'
import { EVERYTHING } from '../everything.ts'
import { plant, type Plant } from './planted.ts'
import { sound, withContent } from './sound-plants.ts'
import { buildSite } from './site.ts'

const LEVELS = Object.keys(TLP) as Tlp[]
const MARKED = LEVELS.filter((level) => level !== 'CLEAR')

/** Every file that a build makes, by its path, with its text. */
function built(folder: string, audience: Tlp): { texts: Map<string, string>; said: string } {
  const { status, said } = buildSite(
    join(folder, 'content'),
    join(folder, 'out'),
    ['--now', '2026-06-01', '--audience', audience, '--site', 'https://kb.example'],
    { AFTERMATH_OG: '1' },
  )
  assert.equal(status, 0, said)
  const texts = [...builtFiles(join(folder, 'out'))].map(({ file, text }): [string, string] => [
    file,
    file.endsWith('.png') ? readFileSync(join(folder, 'out', file), 'base64') : text,
  ])
  // What links unfurl to is part of the proof.
  assert.ok(texts.some(([file]) => file.startsWith('og/')))
  return { texts: new Map(texts), said }
}

test('canaries in every field of every kind leave no trace in any file of a build for a lower level', async () => {
  const levels = fc.infiniteStream(fc.constantFrom(...MARKED))
  await fc.assert(
    fc.asyncProperty(levels, fc.constantFrom(...LEVELS.slice(0, 4)), async (stream, audience) => {
      const plants = await sound(plant(() => stream.next().value ?? 'RED'))
      assert.ok(plants.length > 30 && plants.flatMap(({ canaries }) => canaries).length > 300)
      const seen = ({ level }: Plant) => tlpRank(level) <= tlpRank(audience)
      const open = plants.filter(seen)
      const isHidden = (one: Plant) => !seen(one)
      const hidden = plants.filter(isHidden).flatMap(({ canaries }) => canaries)
      const whole = await withContent(plants, (folder) => built(folder, audience))
      for (const [file, text] of [...whole.texts, ['the log', whole.said] as const])
        for (const canary of hidden)
          assert.ok(!text.toLowerCase().includes(canary) && !file.includes(canary), `${canary} in ${file}`)
      // What may be seen is there, so the search above can find something.
      const all = whole.texts.get('data/knowledge.json') ?? ''
      for (const { data } of open)
        for (const [, canary = ''] of JSON.stringify(data).matchAll(/"(kv[0-9a-z]+zq)"/g))
          assert.ok(all.includes(canary), canary)
      // The strongest form: a build of content that never held them is the same, byte for byte.
      const without = await withContent(plants, (folder) => built(folder, audience), isHidden)
      assert.deepEqual([...whole.texts.keys()], [...without.texts.keys()])
      for (const [file, text] of whole.texts)
        assert.ok(text === without.texts.get(file), `${file} differs from a build of what may be seen`)
    }),
    { numRuns: EVERYTHING ? 2 : 1, seed: 20260601, endOnFailure: true },
  )
})
