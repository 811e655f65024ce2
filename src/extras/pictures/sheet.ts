import { COLOUR } from './colours.ts'
import { cover, type Cover, LEVELS, type Point } from './cover.ts'
import type { FaceName, Faces } from './faces.ts'
import { Palette } from './palette.ts'

interface Style {
  readonly face: FaceName
  readonly size: number
  readonly fill: string
}

/** Something to draw on, of a size in pixels. */
export class Sheet {
  readonly faces: Faces
  readonly width: number
  readonly height: number
  /** A byte per pixel, and a zero before each row, as PNG has it. */
  readonly rows: Uint8Array
  readonly #palette = new Palette()

  constructor(faces: Faces, width: number, height: number) {
    this.faces = faces
    this.width = width
    this.height = height
    this.rows = new Uint8Array((width + 1) * height)
    this.box(0, 0, width, height, COLOUR.page)
  }

  get colours(): readonly (readonly number[])[] {
    return this.#palette.colours
  }

  /** Fills a box, to whole pixels: one that is there at all is at least one pixel wide and high. */
  box(x: number, y: number, width: number, height: number, fill: string, opacity = 1): void {
    const [left, top] = [Math.round(x), Math.round(y)]
    const [right, bottom] = [Math.max(left + 1, Math.round(x + width)), Math.max(top + 1, Math.round(y + height))]
    const whole = new Uint8Array(opacity === 1 ? 0 : this.width).fill(LEVELS)
    for (let row = Math.max(0, top); row < Math.min(bottom, this.height); row += 1) {
      const [start, end] = [this.#at(Math.max(0, left), row), this.#at(Math.min(right, this.width), row)]
      if (opacity === 1) this.rows.fill(this.#palette.plain(fill), start, end)
      else this.#palette.lay(this.rows, start, fill, opacity, whole, 0, end - start)
    }
  }

  shape(outline: readonly Point[], fill: string): void {
    this.#stamp(cover([outline]), 0, 0, fill)
  }

  /** Writes a text from `x` on; gives the place where it ends. */
  text(text: string, x: number, baseline: number, { face, size, fill }: Style): number {
    const { stamps, width } = this.faces.write(face, text, x, size)
    for (const { cover: shape, x: at, y } of stamps) this.#stamp(shape, at, Math.round(baseline) + y, fill)
    return x + width
  }

  /** Writes a text that ends at `right`. */
  textTo(text: string, right: number, baseline: number, style: Style): void {
    this.text(text, right - this.faces.width(style.face, text, style.size), baseline, style)
  }

  #at(x: number, y: number): number {
    return y * (this.width + 1) + 1 + x
  }

  /** Puts a cover where its origin stands at `x` and `y`, as far as it lies on the sheet. */
  #stamp({ left, top, width, height, levels }: Cover, x: number, y: number, fill: string): void {
    const [first, last] = [Math.max(0, -left - x), Math.min(width, this.width - left - x)]
    for (let row = Math.max(0, -top - y); row < height && top + y + row < this.height; row += 1)
      this.#palette.lay(
        this.rows,
        this.#at(left + x + first, top + y + row),
        fill,
        1,
        levels,
        row * width + first,
        row * width + last,
      )
  }
}
