import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Blob, Buffer as Run, Face, Font, shape, Variation } from 'harfbuzzjs'
import decompress from 'woff2-encoder/decompress'
import { cover, type Cover } from './cover.ts'
import { type Step, straightened } from './outline.ts'

const resolve = createRequire(import.meta.url).resolve

// The files that the packages of the fonts bring, each with the characters of some scripts.
const ARCHIVO = ['latin', 'latin-ext', 'vietnamese'].map((set) => `archivo/files/archivo-${set}-wdth-normal.woff2`)
const SERIF = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'].map(
  (set) => `source-serif-4/files/source-serif-4-${set}-wght-normal.woff2`,
)
const MONO = ['latin', 'latin-ext'].map((set) => `sometype-mono/files/sometype-mono-${set}-wght-normal.woff2`)

/** The faces of the site, as styles/ sets them. Where a face lacks a script, the text face stands in, in the same weight. */
const FACES = {
  heading: { files: [...ARCHIVO, ...SERIF], axes: { wght: 650, wdth: 88 } },
  strong: { files: [...ARCHIVO, ...SERIF], axes: { wght: 550, wdth: 92 } },
  plain: { files: [...ARCHIVO, ...SERIF], axes: { wght: 400, wdth: 92 } },
  prose: { files: SERIF, axes: { wght: 400 } },
  mono: { files: MONO, axes: { wght: 400 } },
} as const satisfies Record<
  string,
  { readonly files: readonly string[]; readonly axes: Readonly<Record<string, number>> }
>
export type FaceName = keyof typeof FACES

/** One file of a face: which characters it has, and its outlines and stamps as far as they were needed. */
interface Cut {
  readonly font: Font
  readonly has: ReadonlySet<number>
  readonly unitsPerEm: number
  readonly outlines: Map<number, readonly Step[]>
  readonly stamps: Map<string, Cover>
}
type Cuts = readonly [Cut, ...Cut[]]

/** A glyph as it covers pixels, and where its origin stands, in whole pixels from the left of the sheet and from the baseline. */
export interface Stamp {
  readonly cover: Cover
  readonly x: number
  readonly y: number
}

/** Sets texts. Same text, same pixels: no font and no renderer of the machine takes part. */
export interface Faces {
  /** Sets a text from `x` on, in a size in pixels; `width` in pixels. */
  write(
    face: FaceName,
    text: string,
    x: number,
    size: number,
  ): { readonly stamps: readonly Stamp[]; readonly width: number }
  width(face: FaceName, text: string, size: number): number
  /** Whether a face has a character, by its code point. */
  has(face: FaceName, code: number): boolean
}

interface Glyph {
  readonly cut: Cut
  readonly id: number
  /** Where it stands and how far it moves on, in parts of the size. */
  readonly dx: number
  readonly dy: number
  readonly advance: number
}

/** Splits a text where another file has the characters. */
function runs(cuts: Cuts, text: string): { cut: Cut; text: string }[] {
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

function glyphs(cuts: Cuts, text: string): Glyph[] {
  return runs(cuts, text).flatMap(({ cut, text: part }) => {
    const run = new Run()
    run.addText(part)
    run.guessSegmentProperties()
    shape(cut.font, run)
    return run.getGlyphInfosAndPositions().map(({ codepoint, xOffset = 0, yOffset = 0, xAdvance = 0 }) => ({
      cut,
      id: codepoint,
      dx: xOffset / cut.unitsPerEm,
      dy: yOffset / cut.unitsPerEm,
      advance: xAdvance / cut.unitsPerEm,
    }))
  })
}

// Letters stand at quarters of a pixel: finer than is seen, and few enough for each stamp to be made once.
const PHASES = 4

function stamp({ cut: { font, unitsPerEm, outlines, stamps }, id, dx, dy }: Glyph, x: number, size: number): Stamp {
  const quarter = Math.round((x + dx * size) * PHASES)
  const [whole, phase] = [Math.floor(quarter / PHASES), ((quarter % PHASES) + PHASES) % PHASES]
  const key = `${id} ${size} ${phase}`
  const made = stamps.get(key)
  const outline = outlines.get(id) ?? font.glyphToJson(id)
  const own = made ?? cover(straightened(outline, size / unitsPerEm, phase / PHASES))
  outlines.set(id, outline)
  stamps.set(key, own)
  return { cover: own, x: whole, y: -Math.round(dy * size) }
}

/** The characters of a text. */
export const codePoints = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))

/** Reads the faces from the font packages: of their files, those that the characters to be drawn (code points) ask for. */
export async function readFaces(characters: ReadonlySet<number>): Promise<Faces> {
  const opened = new Map<string, { readonly face: Face; readonly has: ReadonlySet<number> }>()
  const open = async (file: string) => {
    const known = opened.get(file)
    if (known) return known
    const face = new Face(new Blob(await decompress(readFileSync(resolve(`@fontsource-variable/${file}`)))), 0)
    const made = { face, has: new Set(face.collectUnicodes()) }
    opened.set(file, made)
    return made
  }
  const cutsOf = async ({ files, axes }: (typeof FACES)[FaceName]): Promise<Cuts> => {
    const cuts: Cut[] = []
    for (const file of files) {
      if (cuts.length > 0 && [...characters].every((code) => cuts.some(({ has }) => has.has(code)))) break
      const { face, has } = await open(file)
      const font = new Font(face)
      font.setVariations(Object.entries(axes).map(([axis, value]) => new Variation(axis, value)))
      cuts.push({ font, has, unitsPerEm: face.upem, outlines: new Map(), stamps: new Map() })
    }
    return cuts as [Cut, ...Cut[]]
  }
  const read = Object.fromEntries(
    await Promise.all(Object.entries(FACES).map(async ([name, face]) => [name, await cutsOf(face)] as const)),
  ) as Record<FaceName, Cuts>
  // Breaking lines asks for the same words many times over.
  const known = new Map<string, number>()
  const ems = (face: FaceName, text: string): number => {
    const key = `${face} ${text}`
    const width = known.get(key) ?? glyphs(read[face], text).reduce((sum, { advance }) => sum + advance, 0)
    known.set(key, width)
    return width
  }
  return {
    write(face, text, x, size) {
      let at = x
      const stamps = glyphs(read[face], text).map((glyph) => {
        const here = stamp(glyph, at, size)
        at += glyph.advance * size
        return here
      })
      return { stamps, width: at - x }
    },
    width: (face, text, size) => ems(face, text) * size,
    has: (face, code) => read[face].some(({ has }) => has.has(code)),
  }
}
