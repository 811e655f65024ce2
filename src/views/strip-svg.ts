import { html, type Markup } from '#text/html.ts'
import type { Strip, StripDetails, StripPiece } from './strip.ts'

/** How high the pieces of a strip are, and how far below the top of the drawing, in pixels. */
interface Size {
  readonly height: number
  readonly top: number
}

const BARE: Size = { height: 11, top: 0 }
const DETAILED: Size = { height: 44, top: 6 }
const SWATCH = 12

// A tenth of a percent is less than a pixel of the widest strip; what is zero is left out, as SVG reads it so.
const short = (percent: number) => Math.round(percent * 10) / 10
const along = (name: string, percent: number): Markup | undefined =>
  percent < 0.05 ? undefined : html` ${name}="${short(percent)}%"`
const down = (name: string, value: number): Markup | undefined =>
  value === 0 ? undefined : html` ${name}="${Math.round(value * 100) / 100}"`

const bands = ({ names, x, width }: StripPiece, { height, top }: Size): Markup[] =>
  names.map(
    (name, band) =>
      html`<rect class="${name}"${along('x', x)}${down('y', top + (height / names.length) * band)}
        width="${width < 0.05 ? 0 : `${short(width)}%`}"${down('height', height / names.length)}/>`,
  )

const gap = ({ x, width }: StripPiece, { height, top }: Size): Markup =>
  html`<svg${along('x', x + width / 2)}${down('y', top)} overflow="visible">
    <path class="cut" d="M-4 ${height + 2}L4-2H10L2 ${height + 2}z"/>
    <path class="edge" d="M-4 ${height + 2}L4-2M2 ${height + 2}L10-2"/></svg>`

const tick = (percent: number, name: string, { height, top }: Size): Markup =>
  html`<rect class="${`tick ${name}`.trim()}"${along('x', percent)}${down('y', top)}
    width="2" height="${height}"${percent === 100 ? html` transform="translate(-2)"` : undefined}/>`

/** A line above a boundary whose time is known between two times alone, with a stroke at each end. */
const doubt = ({ from, to }: StripDetails['doubts'][number]): Markup[] =>
  [
    [from, to, 3, 3],
    [from, from, 0, 6],
    [to, to, 0, 6],
  ].map(
    ([x1 = 0, x2 = 0, y1 = 0, y2 = 0]) =>
      html`<line class="maybe"${along('x1', x1)}${along('x2', x2)} y1="${y1}" y2="${y2}"/>`,
  )

const label = ({ x, name, length }: StripDetails['labels'][number], { top }: Size): Markup =>
  html`<text${along('x', x)} y="${top + 18}" dx="10">${name}
    <tspan x="${x < 0.05 ? 0 : `${short(x)}%`}" dx="10" dy="16">${length}</tspan></text>`

/**
 * The phase strip of an incident as SVG, to scale, as wide as its place: the one function that draws it, on pages at
 * build time and among search results in the browser. A piece out of scale is cut by a slanted gap. Colours come from
 * components/timeline/strip.css, by class.
 * @param details labels and doubts of the strip at the head of an incident; without them it is the low, bare strip of
 *   lists.
 */
export function stripSvg({ words, pieces }: Strip, details?: StripDetails): string {
  const size = details ? DETAILED : BARE
  return html`<svg class="${details ? 'strip' : 'strip bare'}" width="100%" height="${size.height + size.top}"
    role="img" aria-label="${words}">${[
      ...pieces.flatMap((piece) => bands(piece, size)),
      ...pieces.filter(({ broken }) => broken).map((piece) => gap(piece, size)),
      ...pieces.map(({ x, names }) => tick(x, names[0] ?? '', size)),
      tick(100, '', size),
      ...(details?.doubts.flatMap(doubt) ?? []),
      ...(details?.labels.map((one) => label(one, size)) ?? []),
    ]}</svg>`.text
}

/** A square in the colours of a phase, one band for each of its names, for the list beneath a strip. */
export const swatchSvg = (names: StripPiece['names']): string =>
  html`<svg width="${SWATCH}" height="${SWATCH}" aria-hidden="true">${names.map(
    (name, band) =>
      html`<rect class="${name}"${down('y', (SWATCH / names.length) * band)}
        width="${SWATCH}"${down('height', SWATCH / names.length)}/>`,
  )}</svg>`.text
