import { html, type Markup } from '#text/html.ts'
import type { Strip, StripPiece } from '#views/strip.ts'

/** How high the pieces of a strip are, and how far below the top of the drawing, in pixels. */
export interface StripSize {
  readonly height: number
  readonly top: number
}

const BARE: StripSize = { height: 11, top: 0 }

// A tenth of a percent is less than a pixel of the widest strip; what is zero is left out, as SVG reads it so.
const along = (percent: number): Markup | undefined =>
  percent < 0.05 ? undefined : html` x="${Math.round(percent * 10) / 10}%"`
const down = (name: string, value: number): Markup | undefined =>
  value === 0 ? undefined : html` ${name}="${Math.round(value * 100) / 100}"`

const bands = ({ names, x, width }: StripPiece, { height, top }: StripSize): Markup[] =>
  names.map(
    (name, band) =>
      html`<rect class="${name}"${along(x)}${down('y', top + (height / names.length) * band)} width="${width < 0.05 ? 0 : `${Math.round(width * 10) / 10}%`}"${down('height', height / names.length)}/>`,
  )

const gap = ({ x, width }: StripPiece, { height, top }: StripSize): Markup =>
  html`<svg${along(x + width / 2)}${down('y', top)} overflow="visible"><path class="cut" d="M-4 ${height + 2}L4-2H10L2 ${height + 2}z"/><path class="edge" d="M-4 ${height + 2}L4-2M2 ${height + 2}L10-2"/></svg>`

const tick = (percent: number, name: string, { height, top }: StripSize): Markup =>
  html`<rect class="${`tick ${name}`.trim()}"${along(percent)}${down('y', top)} width="2" height="${height}"${percent === 100 ? html` transform="translate(-2)"` : undefined}/>`

/** The pieces of a strip and the ticks between them, to scale. A piece out of scale is cut by a slanted gap. */
export const stripShapes = ({ pieces }: Strip, size: StripSize): Markup[] => [
  ...pieces.flatMap((piece) => bands(piece, size)),
  ...pieces.filter(({ broken }) => broken).map((piece) => gap(piece, size)),
  ...pieces.map(({ x, names }) => tick(x, names[0] ?? '', size)),
  tick(100, '', size),
]

/** The bare strip of an incident: in lists at build time, among search results in the browser. */
export const stripHtml = (strip: Strip): Markup =>
  html`<svg class="strip bare" width="100%" height="${BARE.height}" role="img" aria-label="${strip.words}">
    ${stripShapes(strip, BARE)}
  </svg>`
