import type { Phase, Phases } from '#views/phases.ts'
import { COLOUR, PHASE_COLOUR } from './colours.ts'
import type { Sheet } from './sheet.ts'

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const SIZE = 26
const OPACITY = 0.34

function bands(sheet: Sheet, { names }: Phase, { x, y, width, height }: Area): void {
  names.forEach((name, band) =>
    sheet.box(x, y + (height / names.length) * band, width, height / names.length, PHASE_COLOUR[name], OPACITY),
  )
}

/** A slanted gap: this piece is not to scale. */
function gap(sheet: Sheet, x: number, { y, height }: Area): void {
  const slanted = (left: number, width: number, fill: string) =>
    sheet.shape(
      [
        [left, y + height + 6],
        [left + 16, y - 6],
        [left + 16 + width, y - 6],
        [left + width, y + height + 6],
      ],
      fill,
    )
  slanted(x - 12, 12, COLOUR.page)
  for (const left of [x - 13, x - 1]) slanted(left, 2.5, COLOUR['ink-soft'])
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The list of phases beneath a strip: as many rows as there is room for. */
function legend(sheet: Sheet, phases: readonly Phase[], { x, y, width, height }: Area): void {
  const [row, swatch] = [SIZE * 1.5, SIZE * 0.85]
  let [at, baseline] = [x, y + height + 24 + SIZE]
  for (const phase of phases) {
    const name = sentence(phase.names.join(', '))
    const length = phase.broken ? `${phase.length}, not to scale` : phase.length
    const wide = swatch + 12 + sheet.faces.width('strong', name, SIZE) + 10 + sheet.faces.width('plain', length, SIZE)
    if (at > x && at + wide > x + width) [at, baseline] = [x, baseline + row]
    bands(sheet, phase, { x: at, y: baseline - swatch * 0.9, width: swatch, height: swatch })
    const end = sheet.text(name, at + swatch + 12, baseline, { face: 'strong', size: SIZE, fill: COLOUR.ink })
    at = sheet.text(length, end + 10, baseline, { face: 'plain', size: SIZE, fill: COLOUR['ink-soft'] }) + 40
  }
}

/** Draws the shape of an incident to scale, as pages do (components/timeline/PhaseStrip), with the list of its phases. */
export function drawStrip(sheet: Sheet, { phases, boundaries }: Phases, area: Area): void {
  const along = (percent: number) => area.x + (area.width * percent) / 100
  for (const phase of phases)
    bands(sheet, phase, { ...area, x: along(phase.x), width: (area.width * phase.width) / 100 })
  for (const { x, width } of phases.filter(({ broken }) => broken)) gap(sheet, along(x + width / 2), area)
  boundaries.forEach(({ x }, index) => {
    const name = phases[index]?.names[0]
    sheet.box(
      along(x) - (index === boundaries.length - 1 ? 4 : 0),
      area.y,
      4,
      area.height,
      name === undefined ? COLOUR['ink-soft'] : PHASE_COLOUR[name],
    )
  })
  legend(sheet, phases, area)
}
