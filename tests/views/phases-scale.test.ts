import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DWARF, scaleLengths } from '#views/phases-scale.ts'

const widths = (lengths: readonly number[]) => scaleLengths(lengths).map(({ width }) => width)
const broken = (lengths: readonly number[]) => scaleLengths(lengths).map((piece) => piece.broken)

test('lengths of one order are drawn to scale', () => {
  assert.deepEqual(widths([1, 2, 1]), [25, 50, 25])
  assert.deepEqual(broken([1, 2, 1]), [false, false, false])
})

test('a length that dwarfs the rest is broken and leaves them room', () => {
  assert.deepEqual(scaleLengths([39, 39, 10 * 24 * 60]), [
    { x: 0, width: 27.5, broken: false },
    { x: 27.5, width: 27.5, broken: false },
    { x: 55, width: 45, broken: true },
  ])
})

test('the break begins where the longest passes the limit, not before', () => {
  assert.deepEqual(broken([1, DWARF]), [false, false])
  assert.deepEqual(broken([1, DWARF + 0.1]), [false, true])
})

test('lengths in seconds, hours and years are broken twice, and the rest stay to scale', () => {
  assert.deepEqual(broken([30, 60, 36_000, 900_000_000]), [false, false, true, true])
  const [first = 0, second = 0] = widths([30, 60, 36_000, 900_000_000])
  assert.equal(Math.round((second / first) * 100), 200)
})

test('a single length, and lengths beside nothing but zeros, are never broken', () => {
  assert.deepEqual(scaleLengths([7]), [{ x: 0, width: 100, broken: false }])
  assert.deepEqual(scaleLengths([0, 7, 0]), [
    { x: 0, width: 0, broken: false },
    { x: 0, width: 100, broken: false },
    { x: 100, width: 0, broken: false },
  ])
})

test('where all lengths are zero each has the same width, and none is drawn of nothing', () => {
  assert.deepEqual(widths([0, 0]), [50, 50])
  assert.deepEqual(scaleLengths([]), [])
})

test('any lengths fill the strip from end to end, in order, without a gap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e12, noNaN: true })), {
        minLength: 1,
        maxLength: 5,
      }),
      (lengths) => {
        const pieces = scaleLengths(lengths)
        let end = 0
        for (const { x, width } of pieces) {
          assert.ok(Math.abs(x - end) < 0.05, `${x} follows ${end}`)
          assert.ok(width >= 0 && Number.isFinite(width))
          end = x + width
        }
        assert.ok(Math.abs(end - 100) < 0.05, `the strip ends at ${end}`)
        assert.ok(
          pieces.some((piece) => !piece.broken),
          'something is to scale',
        )
      },
    ),
  )
})
