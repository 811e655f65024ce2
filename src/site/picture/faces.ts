import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Blob, Buffer as Run, Face, Font, shape, Variation } from 'harfbuzzjs'
import decompress from 'woff2-encoder/decompress'

const resolve = createRequire(import.meta.url).resolve

/** The faces of the site, as styles/ sets them: the package, the file within it, and where on its axes. */
const FACES = {
  heading: { files: 'archivo/files/archivo-#-wdth-normal.woff2', axes: { wght: 650, wdth: 88 } },
  strong: { files: 'archivo/files/archivo-#-wdth-normal.woff2', axes: { wght: 550, wdth: 92 } },
  plain: { files: 'archivo/files/archivo-#-wdth-normal.woff2', axes: { wght: 400, wdth: 92 } },
  prose: { files: 'source-serif-4/files/source-serif-4-#-wght-normal.woff2', axes: { wght: 400 } },
  mono: { files: 'sometype-mono/files/sometype-mono-#-wght-normal.woff2', axes: { wght: 400 } },
} as const
export type FaceName = keyof typeof FACES

type Axes = Readonly<Record<string, number>>
/** One file of a face: which characters it has, and the outlines of those drawn so far. */
interface Cut {
  readonly font: Font
  readonly has: ReadonlySet<number>
  readonly unitsPerEm: number
  readonly outlines: Map<number, string>
}

/** A text set in a face: its outlines as SVG paths, and how far it reaches, both in pixels. */
export interface Written {
  readonly paths: string
  readonly width: number
}

/** Sets texts. Same text, same outlines: no font of the machine takes part. */
export interface Faces {
  write(face: FaceName, text: string, x: number, baseline: number, size: number): Written
  width(face: FaceName, text: string, size: number): number
}

async function cut(files: string, set: string, axes: Axes): Promise<Cut> {
  const packed = readFileSync(resolve(`@fontsource-variable/${files.replace('#', set)}`))
  const face = new Face(new Blob(await decompress(packed)), 0)
  const font = new Font(face)
  font.setVariations(Object.entries(axes).map(([axis, value]) => new Variation(axis, value)))
  return { font, has: new Set(face.collectUnicodes()), unitsPerEm: face.upem, outlines: new Map() }
}

/** Splits a text where another file has the characters. What none has is set in the first, which draws a box. */
function runs(cuts: readonly [Cut, ...Cut[]], text: string): { cut: Cut; text: string }[] {
  const found: { cut: Cut; text: string }[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const last = found.at(-1)
    const own = (last?.cut.has.has(code) ? last.cut : cuts.find(({ has }) => has.has(code))) ?? cuts[0]
    if (last?.cut === own) last.text += character
    else found.push({ cut: own, text: character })
  }
  return found
}

interface Glyph {
  readonly cut: Cut
  readonly id: number
  /** Where it stands and how far it moves on, in parts of the size. */
  readonly dx: number
  readonly dy: number
  readonly advance: number
}

function glyphs(cuts: readonly [Cut, ...Cut[]], text: string): Glyph[] {
  return runs(cuts, text).flatMap(({ cut: own, text: part }) => {
    const run = new Run()
    run.addText(part)
    run.guessSegmentProperties()
    shape(own.font, run)
    return run.getGlyphInfosAndPositions().map(({ codepoint, xOffset = 0, yOffset = 0, xAdvance = 0 }) => ({
      cut: own,
      id: codepoint,
      dx: xOffset / own.unitsPerEm,
      dy: yOffset / own.unitsPerEm,
      advance: xAdvance / own.unitsPerEm,
    }))
  })
}

function outlineOf({ font, outlines }: Cut, id: number): string {
  const known = outlines.get(id)
  if (known) return known
  const made = font.glyphToPath(id)
  outlines.set(id, made)
  return made
}

const place = (value: number) => String(Math.round(value * 100) / 100)

// Outlines stay in the units of the font, so that each is written once and each path is small, which is what a renderer is quick at.
function drawn({ cut: own, id, dx, dy }: Glyph, x: number, baseline: number, size: number): string {
  const outline = outlineOf(own, id)
  if (outline === '') return ''
  const scale = Math.round((size / own.unitsPerEm) * 1e5) / 1e5
  return `<path transform="matrix(${scale} 0 0 ${-scale} ${place(x + dx * size)} ${place(baseline - dy * size)})" d="${outline}"/>`
}

/** Reads the faces from the font packages. */
export async function readFaces(): Promise<Faces> {
  const read = new Map<FaceName, readonly [Cut, ...Cut[]]>()
  for (const [name, { files, axes }] of Object.entries(FACES)) read.set(name as FaceName, [await cut(files, 'latin', axes), await cut(files, 'latin-ext', axes)])
  const set = (face: FaceName, text: string) => {
    const cuts = read.get(face)
    if (!cuts) throw new Error(`there is no face ${face}`)
    return glyphs(cuts, text)
  }
  // Breaking lines asks for the same words many times over.
  const known = new Map<string, number>()
  const ems = (face: FaceName, text: string): number => {
    const key = `${face} ${text}`
    const width = known.get(key) ?? set(face, text).reduce((sum, { advance }) => sum + advance, 0)
    known.set(key, width)
    return width
  }
  return {
    write(face, text, x, baseline, size) {
      let [at, paths] = [x, '']
      for (const glyph of set(face, text)) {
        paths += drawn(glyph, at, baseline, size)
        at += glyph.advance * size
      }
      return { paths, width: at - x }
    },
    width: (face, text, size) => ems(face, text) * size,
  }
}
