import { COLOUR } from './colours.ts'
import type { FaceName, Faces } from './faces.ts'

interface Style {
  readonly face: FaceName
  readonly size: number
  readonly fill: string
}

/** Something to draw on: gathers SVG, texts as outlines. */
export class Sheet {
  readonly faces: Faces
  readonly #parts: string[] = []
  constructor(faces: Faces) {
    this.faces = faces
  }

  box(x: number, y: number, width: number, height: number, fill: string, opacity = 1): void {
    this.#parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}/>`)
  }

  shape(path: string, fill: string): void {
    this.#parts.push(`<path d="${path}" fill="${fill}"/>`)
  }

  /** Writes a text from `x` on; gives the place where it ends. */
  text(text: string, x: number, baseline: number, { face, size, fill }: Style): number {
    const { paths, width } = this.faces.write(face, text, x, baseline, size)
    this.#parts.push(`<g fill="${fill}">${paths}</g>`)
    return x + width
  }

  /** Writes a text that ends at `right`. */
  textTo(text: string, right: number, baseline: number, style: Style): void {
    this.text(text, right - this.faces.width(style.face, text, style.size), baseline, style)
  }

  svg(width: number, height: number): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${COLOUR.page}"/>${this.#parts.join('')}</svg>`
  }
}
