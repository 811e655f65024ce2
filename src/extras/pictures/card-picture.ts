import { PICTURE } from '#exports/picture-size.ts'
import type { CardView } from '#views/card.ts'
import { COLOUR } from './colours.ts'
import type { Faces } from './faces.ts'
import { fit } from './lines.ts'
import { Sheet } from './sheet.ts'
import { drawStrip } from './strip.ts'
import { drawableCard } from './words.ts'

const MARGIN = 72
const RIGHT = PICTURE.width - MARGIN
const WIDTH = RIGHT - MARGIN
const FOOT = PICTURE.height - 40

const LEADING = 44

// Where there is much to say beneath it, a title has fewer lines.
const ALONE = [
  { size: 72, most: 2 },
  { size: 62, most: 3 },
  { size: 52, most: 3 },
  { size: 44, most: 4 },
] as const
const ABOVE_MORE = [
  { size: 72, most: 1 },
  { size: 62, most: 2 },
  { size: 52, most: 3 },
  { size: 44, most: 4 },
] as const

/** The bar at the top, the name of the site, and what sort of record it is. Above CLEAR the bar says so. */
function drawTop(sheet: Sheet, { site, kindWord, marking }: CardView): void {
  sheet.box(0, 0, PICTURE.width, marking === undefined ? 10 : 44, marking === undefined ? COLOUR.ink : '#000')
  if (marking !== undefined) sheet.text(marking, MARGIN, 32, { face: 'strong', size: 26, fill: '#fff' })
  sheet.text(site, MARGIN, 92, { face: 'heading', size: 30, fill: COLOUR.ink })
  sheet.textTo(kindWord, RIGHT, 92, { face: 'plain', size: 28, fill: COLOUR['ink-soft'] })
  sheet.box(MARGIN, 114, WIDTH, 2, COLOUR['rule-strong'])
}

/** Title, who and when, and what was said or what it was, from the top down to `bottom`. */
function drawWords(sheet: Sheet, { title, line, quotation, summary, phases }: CardView, bottom: number): void {
  const words = phases ? undefined : (quotation ?? summary)
  const heading = fit(title, WIDTH, words === undefined && !phases ? ALONE : ABOVE_MORE, (text, size) =>
    sheet.faces.width('heading', text, size),
  )
  const leading = heading.size * 1.12
  heading.lines.forEach((one, index) =>
    sheet.text(one, MARGIN, 134 + heading.size + index * leading, {
      face: 'heading',
      size: heading.size,
      fill: COLOUR.ink,
    }),
  )
  const baseline = 134 + heading.size + (heading.lines.length - 1) * leading + 48
  const [about = ''] = fit(line, WIDTH, [{ size: 30, most: 1 }], (text, size) =>
    sheet.faces.width('plain', text, size),
  ).lines
  sheet.text(about, MARGIN, baseline, { face: 'plain', size: 30, fill: COLOUR['ink-soft'] })
  const [top, indent] = [baseline + 24, quotation === undefined ? 0 : 28]
  const most = Math.floor((bottom - top) / LEADING)
  if (words === undefined || most < 1) return
  const { lines, size } = fit(
    quotation === undefined ? words : `“${words}”`,
    WIDTH - indent,
    [{ size: 34, most }],
    (text, at) => sheet.faces.width('prose', text, at),
  )
  if (quotation !== undefined) sheet.box(MARGIN, top + 10, 4, lines.length * LEADING, COLOUR.signal)
  lines.forEach((one, index) =>
    sheet.text(one, MARGIN + indent, top + 40 + index * LEADING, { face: 'prose', size, fill: COLOUR.ink }),
  )
}

/** Names and values side by side, the values at one size. */
function drawFacts(sheet: Sheet, facts: CardView['facts'], top: number): void {
  if (facts.length === 0) return
  sheet.box(MARGIN, top, WIDTH, 2, COLOUR.rule)
  const column = WIDTH / facts.length
  facts.forEach(({ name, value }, index) => {
    const x = MARGIN + column * index
    const short = (text: string, face: 'plain' | 'strong', size: number) =>
      fit(text, column - 32, [{ size, most: 1 }], (part, at) => sheet.faces.width(face, part, at)).lines[0] ?? ''
    sheet.text(short(name, 'plain', 24), x, top + 36, { face: 'plain', size: 24, fill: COLOUR['ink-soft'] })
    sheet.text(short(value, 'strong', 30), x, top + 76, { face: 'strong', size: 30, fill: COLOUR.ink })
  })
}

/** Draws the picture of a record: paper and ink, the shape of an incident to scale. */
export function cardPicture(faces: Faces, card: CardView): Sheet {
  const sheet = new Sheet(faces, PICTURE.width, PICTURE.height)
  const shown = drawableCard(card, faces)
  const bottom = shown.phases ? 396 : shown.facts.length > 0 ? 466 : 560
  drawTop(sheet, shown)
  drawWords(sheet, shown, bottom - 14)
  sheet.text(shown.id, MARGIN, FOOT + 4, { face: 'mono', size: 22, fill: COLOUR['ink-faint'] })
  // Last, because its slanted edges over many colours are what may ask for more of them than a picture has.
  if (shown.phases) drawStrip(sheet, shown.phases, { x: MARGIN, y: bottom, width: WIDTH, height: 64 })
  else drawFacts(sheet, shown.facts, bottom)
  return sheet
}
