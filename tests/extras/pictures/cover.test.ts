import assert from 'node:assert/strict'
import test from 'node:test'
import sharp from 'sharp'
import { cover, LEVELS, type Point } from '#extras/pictures/cover.ts'
import { straightened } from '#extras/pictures/outline.ts'
import { Palette } from '#extras/pictures/palette.ts'

const box = (left: number, top: number, right: number, bottom: number): Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
]
const rows = ({ width, height, levels }: ReturnType<typeof cover>) =>
  Array.from({ length: height }, (_, row) => [...levels.subarray(row * width, (row + 1) * width)])

test('a pixel is covered as far as the shape lies over it', () => {
  const shape = cover([box(1, 2, 3, 3.4)])
  assert.deepEqual([shape.left, shape.top], [1, 2])
  assert.deepEqual(rows(shape), [
    [15, 15, 0],
    [6, 6, 0],
  ])
  assert.deepEqual(rows(cover([box(-0.8, 0, 0.2, 1)])), [[12, 3, 0]])
})

test('overlapping outlines of one direction are one shape, one of the other direction is a hole', () => {
  assert.deepEqual(rows(cover([box(0, 0, 2, 1), box(1, 0, 3, 1)])), [[15, 15, 15, 0]])
  assert.deepEqual(rows(cover([box(0, 0, 3, 1), box(1, 0, 2, 1).toReversed()])), [[15, 0, 15, 0]])
})

test('nothing covers nothing', () => assert.deepEqual(cover([]).levels.length, 0))

test('curves are covered as another renderer covers them', async () => {
  const steps = [
    { type: 'M', values: [100, 0] },
    { type: 'Q', values: [950, 50, 850, 600] },
    { type: 'C', values: [700, 1000, 250, 950, 100, 600] },
    { type: 'Z', values: [] },
  ]
  const [scale, shift] = [0.05, 0.25]
  const own = cover(straightened(steps, scale, shift))
  const path = 'M100 0Q950 50 850 600C700 1000 250 950 100 600Z'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${own.width}" height="${own.height}"><path transform="matrix(${scale} 0 0 ${-scale} ${shift - own.left} ${-own.top})" d="${path}"/></svg>`
  const theirs = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer()
  const differences = Array.from(own.levels, (level, at) => Math.abs(level / LEVELS - (theirs[at] ?? 0) / 255))
  assert.ok(own.levels.filter((level) => level > 0).length > 500)
  // The pieces of the other may stray by a tenth of a pixel; ours are rounded to levels.
  assert.ok(Math.max(...differences) < 0.1 + 0.5 / LEVELS, String(Math.max(...differences)))
})

test('a colour too many is the nearest there is', () => {
  const palette = new Palette()
  for (let grey = 0; grey < 255; grey += 1) palette.plain(`#${grey.toString(16).padStart(2, '0').repeat(3)}`)
  const red = palette.plain('#ff0000')
  assert.equal(palette.plain('#f00000'), red)
  assert.equal(palette.plain('#010102'), 1)
  assert.equal(palette.colours.length, 256)
})
