import assert from 'node:assert/strict'
import test from 'node:test'
import { entries } from './authored.ts'
import { sample } from './sample.ts'

test('the same seed draws the same claims, another seed others', () => {
  const refs = (seed: number) => sample(20, seed).map(({ ref }) => ref)
  assert.deepEqual(refs(1), refs(1))
  assert.notDeepEqual(refs(1), refs(2))
})

test('no claim is drawn twice, and drawing more than there are gives them all', () => {
  const one = new Set([entries.find(({ kind }) => kind === 'incidents')?.id ?? ''])
  const all = sample(10_000, 1, one).map(({ ref }) => ref)
  assert.ok(all.length > 20)
  assert.equal(new Set(all).size, all.length)
})
