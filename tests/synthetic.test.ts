import assert from 'node:assert/strict'
import test from 'node:test'
import { contentFolder, found } from './content-folder.ts'
import { fileOf, synthetic } from './bench/build/synthetic.ts'

test('the synthetic content of the benchmark passes the check', async (t) => {
  const files = Object.fromEntries(synthetic(200, 7).map(fileOf))
  const { findings } = await found(
    contentFolder(
      t,
      { ...files, 'site.yaml': 'title: Bench\ndescription: Synthetic.\nurl: https://bench.example\n' },
      null,
    ),
  )
  assert.deepEqual(findings.filter(({ level }) => level === 'error').slice(0, 5), [])
})

test('the same seed gives the same content, another seed another', () => {
  assert.deepEqual(synthetic(60, 3), synthetic(60, 3))
  assert.notDeepEqual(synthetic(60, 3), synthetic(60, 4))
})
