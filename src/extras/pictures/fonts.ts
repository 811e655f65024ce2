import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Node, Renderer } from '@takumi-rs/core'
import { create } from 'fontkitten'
import { PICTURE } from '#exports/picture-size.ts'

// The font packages cut each family into files by script. The text family has the most scripts, so it stands in for the
// others.
const FAMILIES = {
  Archivo: ['latin', 'latin-ext', 'vietnamese'].map((set) => `archivo/files/archivo-${set}-wdth-normal.woff2`),
  'Source Serif 4': ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'].map(
    (set) => `source-serif-4/files/source-serif-4-${set}-wght-normal.woff2`,
  ),
  'Sometype Mono': ['latin', 'latin-ext'].map((set) => `sometype-mono/files/sometype-mono-${set}-wght-normal.woff2`),
} as const
type Family = keyof typeof FAMILIES

const SANS: readonly Family[] = ['Archivo', 'Source Serif 4']

/**
 * The faces of the site as its style sheets set them: families in order of preference, weight, and width in percent.
 */
const FACES = {
  heading: { families: SANS, weight: 650, width: 88 },
  strong: { families: SANS, weight: 550, width: 92 },
  plain: { families: SANS, weight: 400, width: 92 },
  prose: { families: ['Source Serif 4'], weight: 400, width: 100 },
  mono: { families: ['Sometype Mono'], weight: 400, width: 100 },
} as const satisfies Record<
  string,
  { readonly families: readonly Family[]; readonly weight: number; readonly width: number }
>
export type FaceName = keyof typeof FACES

/** CSS properties of a node, by the names that scripts give them. */
export type Style = Readonly<Record<string, string | number>>

/** The properties that set a text in a face. */
export const faceStyle = (name: FaceName): Style => ({
  fontFamily: FACES[name].families.map((family) => `"${family}"`).join(', '),
  fontWeight: FACES[name].weight,
  fontStretch: `${FACES[name].width}%`,
})

/** Whether a face has all letters and marks of a text in one font file: one letter is never drawn from two. */
export type HasLetters = (face: FaceName, text: string) => boolean

/** Draws trees of nodes. Only the fonts of the font packages take part, none of the machine. */
export interface Fonts {
  readonly has: HasLetters
  /** A PNG of a tree; the same bytes for the same tree and `version`. Throws when the renderer refuses the tree. */
  readonly draw: (tree: Node) => Promise<Buffer>
  /** How many lines of `height` pixels each node takes when it is `width` pixels wide. */
  readonly countLines: (nodes: readonly { node: Node; height: number }[], width: number) => Promise<number[]>
  /** Changes with whatever may draw other pixels from the same tree: the renderer, the fonts, the platform. */
  readonly version: string
}

/**
 * Reads the fonts from their packages and starts a renderer. Throws when the machine has no renderer, or a file is not
 * there.
 */
export async function readFonts(): Promise<Fonts> {
  const resolve = createRequire(import.meta.url).resolve
  const renderer = new Renderer()
  const version = createHash('sha256')
    .update(`${process.platform} ${process.arch}\n`)
    .update(readFileSync(new URL('../package.json', import.meta.resolve('@takumi-rs/core'))))
  const coverage = new Map<string, ReadonlySet<number>[]>()
  for (const [name, files] of Object.entries(FAMILIES)) {
    const sets: ReadonlySet<number>[] = []
    for (const file of files) {
      const data = readFileSync(resolve(`@fontsource-variable/${file}`))
      const font = create(data)
      if (font.isCollection) throw new Error(`${file}: expected one font, found a collection`)
      sets.push(new Set(font.characterSet))
      version.update(data)
      await renderer.registerFont({ name, data })
    }
    coverage.set(name, sets)
  }
  return {
    has(face, text) {
      const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
      return FACES[face].families.some((family) =>
        coverage.get(family)?.some((set) => codes.every((code) => set.has(code))),
      )
    },
    draw: (tree) => renderer.render(tree, { ...PICTURE, format: 'png' }),
    async countLines(nodes, width) {
      const style: Style = { width, display: 'flex', flexDirection: 'column' }
      const children = nodes.map(({ node }) => node)
      const measured = await renderer.measure({ type: 'container', style, children }, { width })
      return nodes.map(({ height }, index) => Math.round((measured.children[index]?.height ?? 0) / height))
    },
    version: version.digest('hex'),
  }
}

// A word of Latin letters and digits, a word of another script, or a single sign.
const PARTS = /[\p{Script=Latin}\p{M}0-9]+|[[\p{L}\p{M}\p{N}]--[\p{Script=Latin}0-9]]+|./gsv
const LETTERS_WITH_MARKS = /\P{M}\p{M}*|\p{M}+/gu
// What is never seen by itself, and marks that ask for a picture of the sign before them.
const UNSEEN = /[\p{Cf}\p{Me}\p{Variation_Selector}]/gu
// Stands for a sign that is left out, until the space before it is.
const GONE = '\0'
const WORD = /[\p{L}\p{M}\p{N}]/u

/**
 * A text as far as there are letters for it, so that no empty box is ever drawn: a word with a letter that the fonts
 * lack becomes an ellipsis, other signs are left out. `has` says whether one letter with its marks is there. Scripts
 * that run from right to left are in none of the site’s fonts, so what is drawn runs from left to right. Undefined when
 * no word is left.
 */
export function drawable(text: string, has: (letter: string) => boolean): string | undefined {
  const parts = text.normalize('NFC').replace(UNSEEN, '').match(PARTS) ?? []
  const kept = parts
    .map((part) => {
      if (/\s/.test(part) || part.match(LETTERS_WITH_MARKS)?.every(has)) return part
      return WORD.test(part) ? '…' : GONE
    })
    .join('')
    .replace(/(?<![\s\0])\s*\0[\s\0]*(?=[,.:;!?]|$)/g, '')
    .replaceAll(GONE, '')
    .replace(/…(?:[\s…]*…)+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
  return WORD.test(kept) ? kept : undefined
}
