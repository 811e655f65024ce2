/** A place in pixels, y downwards. */
export type Point = readonly [x: number, y: number]

/** Steps from nothing to all of a pixel: more cannot be seen on a small letter, and fewer colours pack better. */
export const LEVELS = 15

/** How much of each pixel a shape covers, from 0 to `LEVELS`, row by row from its top left pixel. */
export interface Cover {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly levels: Uint8Array
}

/** What an edge adds to the sums of the pixels of one row: the part of the row it passes, to its right. */
function addRow(sums: Float64Array, row: number, tall: number, from: number, to: number): void {
  const [left, right] = from < to ? [from, to] : [to, from]
  let column = Math.floor(left)
  do {
    const [start, end] = [Math.max(left, column), Math.min(right, column + 1)]
    const part = right === left ? tall : (tall * (end - start)) / (right - left)
    const inside = (start + end) / 2 - column
    sums[row + column] = (sums[row + column] ?? 0) + part * (1 - inside)
    sums[row + column + 1] = (sums[row + column + 1] ?? 0) + part * inside
    column += 1
  } while (column < right)
}

function addEdge(sums: Float64Array, width: number, a: Point, b: Point): void {
  const [[x, top], [, bottom], sign] = a[1] < b[1] ? [a, b, 1] : [b, a, -1]
  const slope = (b[0] - a[0]) / (b[1] - a[1])
  for (let row = Math.floor(top); row < bottom; row += 1) {
    const [start, end] = [Math.max(top, row), Math.min(bottom, row + 1)]
    addRow(sums, row * width, sign * (end - start), x + (start - top) * slope, x + (end - top) * slope)
  }
}

/** Covers what lies within closed outlines (non-zero rule: outlines of one direction may overlap, as those of variable fonts do). */
export function cover(outlines: readonly (readonly Point[])[]): Cover {
  const [xs, ys] = [
    outlines.flatMap((points) => points.map(([x]) => x)),
    outlines.flatMap((points) => points.map(([, y]) => y)),
  ]
  if (xs.length === 0) return { left: 0, top: 0, width: 0, height: 0, levels: new Uint8Array() }
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))]
  // One column more than is covered takes what edges in the last one add to their right.
  const [width, height] = [Math.ceil(Math.max(...xs)) - left + 1, Math.ceil(Math.max(...ys)) - top]
  const sums = new Float64Array(width * height + 1)
  for (const points of outlines) {
    let last = points.at(-1)
    for (const [x, y] of points) {
      if (last && last[1] !== y) addEdge(sums, width, [last[0] - left, last[1] - top], [x - left, y - top])
      last = [x, y]
    }
  }
  const levels = new Uint8Array(width * height)
  for (let row = 0; row < height; row += 1) {
    let sum = 0
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      sum += sums[at] ?? 0
      levels[at] = Math.round(Math.min(1, Math.abs(sum)) * LEVELS)
    }
  }
  return { left, top, width, height, levels }
}
