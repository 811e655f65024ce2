import assert from 'node:assert/strict'
import test from 'node:test'
import { growth, workOf } from '../work.ts'
import { precedents } from '#exports/precedents.ts'
import type { Precedents } from '#review/precedents.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import { longDiff, manyFiles } from '../bench/review/long-changes.ts'
import { knowledgeOf } from '../small.ts'

const known = precedents(knowledgeOf())

/** The same incidents again and again, under other ids and with other globs. */
const many = (times: number): Precedents => ({
  ...known,
  incidents: Array.from({ length: times }, (_, index) =>
    known.incidents.map((one) => ({
      ...one,
      id: `${one.id}-${index}`,
      prompts: one.prompts.map((prompt) => ({ ...prompt, paths: prompt.paths.map((path) => `${path}${index}`) })),
    })),
  ).flat(),
})

const suggest = (finder: PrecedentFinder, input: string) => {
  const change = readChange(input)
  assert.ok(!isUnreadable(change))
  return finder.suggest(change)
}

for (const [what, input] of [
  ['a diff of twice the lines', longDiff],
  ['twice the files', manyFiles],
] as const)
  test(`${what} is twice the work`, () => {
    const finder = new PrecedentFinder(known)
    const times = growth((size) => void suggest(finder, input(size)), 2000)
    assert.ok(times < 2.2, `${times.toFixed(2)} times the work`)
  })

test('twice the incidents are twice the work', () => {
  const finders = new Map([20, 40].map((size) => [size, new PrecedentFinder(many(size))]))
  const times = growth((size) => void suggest(finders.get(size) ?? assert.fail(), manyFiles(100)), 20)
  assert.ok(times < 2.2, `${times.toFixed(2)} times the work`)
})

test('a change takes some twenty steps for each of its letters, and a path one or two more for each glob', () => {
  const precedents = many(20)
  const finder = new PrecedentFinder(precedents)
  const globs = new Set(precedents.incidents.flatMap(({ prompts }) => prompts.flatMap(({ paths }) => paths))).size
  const perLetter = (input: string) => workOf(() => suggest(finder, input)).steps / input.length
  // Measured: 20 and 44, with 20 globs.
  assert.ok(perLetter(longDiff(500)) < 25)
  assert.ok(perLetter(manyFiles(500)) < 25 + 2 * globs)
})
