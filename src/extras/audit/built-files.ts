import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { gunzipSync, inflateSync } from 'node:zlib'
import { decodedTerms } from '#search/terms.ts'
import { unpainted } from './unpainted.ts'

/** A file of a built folder: its path with `/`, and its text, unpacked. */
export interface BuiltFile {
  readonly file: string
  readonly text: string
}

// No part of any content can stand in these; their names are read all the same.
const OPAQUE = /\.(?:woff2?|wasm|ttf)$|\/wasm\.[a-z-]+\.pagefind$/
const IMAGE = /\.(png|jpe?g|webp|avif|gif)$/i
// Runs of printable text of four characters or more, as the tool `strings` prints them.
const PRINTABLE = /[\x20-\x7e\u00a1-\u024f]{4,}/g
const MOST_UNPACKED = 64 * 1024 * 1024

const printable = (text: string): string => text.match(PRINTABLE)?.join('\n') ?? ''

/** The texts of a picture: what stands in it in the open, in two-byte characters, and in packed PNG chunks. */
function imageText(bytes: Buffer): string {
  const packed: string[] = []
  for (const type of ['zTXt', 'iTXt', 'iCCP'])
    for (let at = bytes.indexOf(type); at !== -1; at = bytes.indexOf(type, at + 4)) {
      const chunk = bytes.subarray(at + 4, at + 4 + Math.min(bytes.length, at >= 4 ? bytes.readUInt32BE(at - 4) : 0))
      for (let start = chunk.indexOf(0x78); start !== -1 && start < 200; start = chunk.indexOf(0x78, start + 1))
        packed.push(inflated(chunk.subarray(start)))
    }
  return [
    printable(bytes.toString('latin1')),
    printable(bytes.toString('utf8')),
    printable(bytes.toString('utf16le')),
    printable(bytes.subarray(1).toString('utf16le')),
    ...packed,
  ].join('\n')
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_UNPACKED }).toString('utf8')
  } catch {
    return ''
  }
}

function textOf(file: string, bytes: Buffer): string {
  if (OPAQUE.test(file)) return ''
  const [, picture] = IMAGE.exec(file) ?? []
  if (picture !== undefined) return imageText(unpainted(bytes, picture))
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }) : bytes
  const text = plain.toString('utf8')
  // Fragments of the search index are JSON behind a mark; its other files are binary lists of words.
  if (file.endsWith('.pf_fragment')) return text.replace(/^pagefind_dcd/, '')
  // Its lists of words are written in letters alone.
  if (file.endsWith('.pf_index')) return decodedTerms(text).join('\n')
  return /\.pf_|\.pagefind$/.test(file) ? printable(text) : text
}

/** Paths of all files below a built folder, in a stable order. */
export const builtPaths = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort()

/** Which files are meant: number `at` and every `of`-th after it, counted from 0. */
export interface Share {
  readonly at: number
  readonly of: number
}

/** Every file below a built folder, or a share of them, in a stable order, one at a time. */
export function* builtFiles(folder: string, { at, of }: Share = { at: 0, of: 1 }): Generator<BuiltFile> {
  for (const path of builtPaths(folder).filter((_, index) => index % of === at)) {
    const file = relative(folder, path).split(sep).join('/')
    yield { file, text: textOf(file, readFileSync(path)) }
  }
}
