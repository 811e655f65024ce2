import type { Point } from './cover.ts'

/** One step of an outline, as fonts give it: a move, a line, a curve with one or two control points, or the end of an outline. */
export interface Step {
  readonly type: string
  readonly values: readonly number[]
}

/** A point of a curve (De Casteljau: between each two points, until one is left). */
function pointAt(points: readonly [Point, ...Point[]], t: number): Point {
  const [first, ...rest] = points
  const [next, ...more] = rest.map(([x, y], index): Point => {
    const [fromX, fromY] = points[index] ?? first
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t]
  })
  return next ? pointAt([next, ...more], t) : first
}

// Farther than this, in pixels, no straight piece is from its curve: less than half a step of cover.
const STRAY = 0.03

/** How many straight pieces are as good as a curve: a chord strays by at most an eighth of the second derivative. */
function pieces(points: readonly Point[]): number {
  const degree = points.length - 1
  const bends = points.slice(2).map(([x, y], index) => {
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = points.slice(index)
    return Math.hypot(ax - 2 * bx + x, ay - 2 * by + y)
  })
  return Math.max(1, Math.ceil(Math.sqrt((degree * (degree - 1) * Math.max(0, ...bends)) / 8 / STRAY)))
}

/** An outline in straight pieces, in pixels: `scale` pixels to a unit of the font, y turned downwards, moved right by `shift` pixels. */
export function straightened(steps: readonly Step[], scale: number, shift: number): Point[][] {
  const outlines: Point[][] = []
  for (const { values } of steps) {
    const points = Array.from({ length: values.length / 2 }, (_, index): Point => [
      (values[index * 2] ?? 0) * scale + shift,
      -(values[index * 2 + 1] ?? 0) * scale,
    ])
    const [outline, end] = [outlines.at(-1), points.at(-1)]
    const last = outline?.at(-1)
    if (!end) outlines.push([])
    else if (!outline || !last) outlines.push([...(outline ?? []), end])
    else {
      const curve = [last, ...points] as const
      const count = pieces(curve)
      for (let piece = 1; piece < count; piece += 1) outline.push(pointAt(curve, piece / count))
      outline.push(end)
    }
  }
  return outlines
}
