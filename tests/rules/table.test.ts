import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import test from 'node:test'
import { rules } from '#rules/index.ts'
import { RULES } from '#schema/rule-table.ts'
import { BODY_RULES } from '#content/body/rules.ts'

const names = (folder: string, ending: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
const ofTable = (...by: string[]) =>
  Object.entries(RULES)
    .filter(([, rule]) => by.includes(rule.by))
    .map(([id]) => id)

test('every rule of the table that looks at the whole is run, in the order of the table', () => {
  assert.deepEqual(
    rules.map(({ id }) => id),
    ofTable('graph', 'both'),
  )
})

test('every rule has a file and a test of its name', () => {
  const ids = rules.map(({ id }) => id).sort()
  assert.deepEqual(
    names('../../src/rules/', '.ts')
      .filter((name) => !['index', 'rule'].includes(name))
      .sort(),
    ids,
  )
  assert.deepEqual(
    ids.filter((id) => !names('./', '.test.ts').includes(id)),
    [],
  )
})

test('every rule for bodies is in the table', () => {
  assert.deepEqual(
    Object.keys(BODY_RULES).filter((id) => !ofTable('shape').includes(id)),
    [],
  )
})
