import assert from 'node:assert/strict'
import test from 'node:test'
import { followThrough } from '#knowledge/follow-through.ts'

test('a share is given from three outcomes on, over outcomes only', () => {
  assert.equal(followThrough(['kept', 'kept', 'open', 'notChecked']).kept, undefined)
  const three = followThrough(['kept', 'keptByOwnAccount', 'notKept', 'open', 'superseded'])
  assert.deepEqual([three.n, three.settled, three.kept], [4, 3, 1 / 3])
})

test('none is none, not a share of nothing', () => {
  const { n, settled, kept } = followThrough([])
  assert.deepEqual({ n, settled, kept }, { n: 0, settled: 0, kept: undefined })
})
