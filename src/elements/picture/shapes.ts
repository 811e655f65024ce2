/** How a shape is painted: colours as `#rrggbb` or `#rrggbbaa`, `none` where there is none; the rest in px. */
export interface Paint {
  readonly fill: string
  readonly stroke: string
  readonly strokeWidth: number
  readonly dash: readonly number[]
}

/** What is drawn along a path, in the language of SVG, after its matrix. */
export interface Outline extends Paint {
  readonly is: 'outline'
  readonly d: string
  readonly matrix: readonly [number, number, number, number, number, number]
}

/** A line of words: where it begins, its baseline, and how wide it was on the page, all in px. */
export interface Words extends Paint {
  readonly is: 'words'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly weight: string
  readonly family: string
}

export type Shape = Outline | Words

/** A picture by itself: what is drawn, in order, from its top left corner, on one ground. */
export interface Picture {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly ground: string
  readonly shapes: readonly Shape[]
}

export const UNPAINTED: Paint = { fill: 'none', stroke: 'none', strokeWidth: 1, dash: [] }

/** A rectangle as a path. */
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`

/** Diagonal strokes at a distance of `gap`, cut off at the sides of a rectangle: how a doubt is hatched. */
export function hatched(x: number, y: number, width: number, height: number, gap = 6): string {
  const strokes: string[] = []
  for (let start = gap / 2; start < width + height; start += gap) {
    const [from, to] = [Math.max(0, start - height), Math.min(width, start)]
    strokes.push(`M${x + from} ${y + (start - from)}L${x + to} ${y + (start - to)}`)
  }
  return strokes.join('')
}
