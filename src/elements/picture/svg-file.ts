import { html, type Markup } from '#text/html.ts'
import type { Paint, Picture, Shape } from './shapes.ts'

const short = (value: number) => Math.round(value * 100) / 100

const painted = ({ fill, stroke, strokeWidth, dash }: Paint): Markup =>
  html` fill="${fill}"
    ${stroke === 'none' ? undefined : html` stroke="${stroke}" stroke-width="${short(strokeWidth)}"`}
    ${dash.length === 0 ? undefined : html` stroke-dasharray="${dash.join(' ')}"`}`

function drawn(shape: Shape): Markup {
  if (shape.is === 'outline')
    return html`<path d="${shape.d}" transform="matrix(${shape.matrix.map(short).join(' ')})"${painted(shape)}/>`
  // The length holds the layout where the face is not there.
  return html`<text x="${short(shape.x)}" y="${short(shape.y)}" font-family="${shape.family}"
    font-size="${short(shape.size)}" font-weight="${shape.weight}" textLength="${short(shape.width)}"
    lengthAdjust="spacingAndGlyphs" paint-order="stroke"${painted(shape)}>${shape.text}</text>`
}

/** A picture as an SVG file that needs nothing else: no style sheet, no script, no face that has to be there. */
export const svgFile = ({ title, width, height, ground, shapes }: Picture): string =>
  `${
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${Math.ceil(height)}"
    viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}"><title>${title}</title>
    <rect width="100%" height="100%" fill="${ground}"/>${shapes.map(drawn)}</svg>`.text
  }\n`
