import assert from 'node:assert/strict'
import test from 'node:test'
import { growth, workOf } from './work.ts'

const HERE = /\/tests\/work\.test\.ts$/
const times = (run: (size: number) => void) => Math.round(growth(run, 1000, HERE) * 10) / 10

function walk(size: number, each: (at: number) => void): void {
  for (let at = 0; at < size; at++) each(at)
}

test('work that grows with the size is told from work that grows with its square', () => {
  let sum = 0
  assert.equal(
    times((size) => walk(size, (at) => (sum += at % 3))),
    2,
  )
  assert.equal(
    times((size) => walk(size, () => walk(size, (at) => (sum += at % 3)))),
    4,
  )
})

test('what the language searches counts too: strings, lists and patterns', () => {
  const text = (size: number) => 'a'.repeat(size)
  const list = (size: number) => Array.from({ length: size }, (_, at) => at)
  const missed: readonly ((size: number) => void)[] = [
    (size) => walk(size, (at) => text(size).indexOf('b', at)),
    (size) => walk(size, (at) => text(size).includes('b', at)),
    (size) => walk(size, () => list(size).includes(-1)),
    (size) => walk(size, () => /b/.test(text(size))),
    (size) => walk(size, () => text(size).replace('b', '').split('b')),
  ]
  for (const run of missed) assert.ok(times(run) > 3.5, String(run))
  assert.equal(
    times((size) => walk(size, (at) => text(size).indexOf('a', at))),
    2,
  )
  assert.equal(
    times((size) => [...text(size).matchAll(/a/g)]),
    2,
  )
})

test('the calls of functions are counted by name, and the language is left as it was', () => {
  const before = [String.prototype.indexOf, RegExp.prototype.exec]
  assert.equal(workOf(() => walk(3, () => {}), HERE).calls.get('walk'), 1)
  assert.throws(() => workOf(() => assert.fail('wrong'), HERE), /wrong/)
  assert.deepEqual([String.prototype.indexOf, RegExp.prototype.exec], before)
})
