import { createHash } from 'node:crypto'
import { extname, join } from 'node:path'
import { imageSize } from 'image-size'
import type { Metadata, Sharp } from 'sharp'
import { bareAvif } from './avif.ts'
import { isThere, openFile } from './open-file.ts'
import type { Problem } from './report.ts'

/** How large a picture is shown, in pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** A picture as it is published: without the texts, places and names that cameras and programs write into files. */
export interface Image extends ImageSize {
  readonly bytes: Buffer
}

/**
 * Largest file in bytes, longest side and largest area in pixels, and pixels of all frames of an animation: a small
 * file can unpack to gigabytes, in a reader’s browser and in a build.
 */
export const IMAGE_LIMITS = { bytes: 4 * 1024 * 1024, side: 10_000, area: 25_000_000, frames: 100_000_000 } as const

type Format = 'png' | 'jpg' | 'webp' | 'gif' | 'avif'

/** A picture of the content folder whose head says what its name does, and whose size is within the limits. */
interface Picture extends ImageSize {
  readonly bytes: Buffer
  readonly format: Format
}

/** How a file says that it is there to its end: a copy that was broken off lacks it. */
const IS_WHOLE: Readonly<Record<Exclude<Format, 'avif'>, (bytes: Buffer) => boolean>> = {
  png: (bytes) => bytes.includes(Buffer.from('0000000049454e44ae426082', 'hex')),
  jpg: (bytes) => bytes.includes(Buffer.from('ffd9', 'hex')),
  webp: (bytes) => bytes.length >= 12 && bytes.readUInt32LE(4) + 8 <= bytes.length,
  // Some programs fill the file up with zeros.
  gif: (bytes) => bytes.findLast((byte) => byte !== 0) === 0x3b,
}

/**
 * A file that is there to its end, an AVIF already without notes; undefined for one that is cut short or whose notes
 * cannot be left out.
 */
function wholeFile(format: Format, bytes: Buffer): Buffer | undefined {
  if (format === 'avif') return bareAvif(bytes)
  return IS_WHOLE[format](bytes) ? bytes : undefined
}

/**
 * How each format is written anew: with the same pixels where it is lossless, else at a quality at which nobody sees
 * the difference. AVIF is not among them (docs/decisions/picture-metadata.md).
 */
const WRITE_ANEW: Readonly<
  Record<Exclude<Format, 'avif'>, (picture: Sharp, bytes: Buffer, metadata: Metadata) => Sharp>
> = {
  png: (picture, _, { depth, space = '' }) =>
    (depth === 'ushort' && /16$/.test(space) ? picture.toColourspace(space) : picture).png({ compressionLevel: 9 }),
  jpg: (picture, _, { chromaSubsampling = '', isProgressive = false }) =>
    picture.jpeg({
      quality: 92,
      chromaSubsampling: chromaSubsampling.startsWith('4:4:4') ? '4:4:4' : '4:2:0',
      progressive: isProgressive,
    }),
  webp: (picture, bytes) => picture.webp(bytes.includes('VP8L') ? { lossless: true } : { quality: 92 }),
  // A table of colours for each frame that needs its own, and no colours mixed: else some come out a little different.
  gif: (picture) => picture.gif({ reuse: false, dither: 0, interPaletteMaxError: 0, keepDuplicateFrames: true }),
}

const number = (value: number) => value.toLocaleString('en-GB')
const pixels = ({ width, height }: ImageSize) => `${number(width)} × ${number(height)}`
const SAVE_AGAIN = 'open it in a picture editor and save it anew'
// Exif orientations: 1 is upright; from 5 on width and height change places.
const UPRIGHT = 1
const FIRST_ON_ITS_SIDE = 5

function measured(bytes: Buffer): { width: number; height: number; type: string; orientation: number } | undefined {
  try {
    const { width, height, type = '', orientation = UPRIGHT } = imageSize(bytes)
    return { width, height, type, orientation }
  } catch {
    return undefined
  }
}

const isFormat = (ending: string): ending is Format => ending === 'avif' || Object.hasOwn(IS_WHOLE, ending)

/**
 * Reads a picture as far as its head and its end; gives what was expected and found where it is not to be published.
 */
function readPicture(root: string, path: string): Picture | Problem {
  if (!isThere(join(root, path)))
    return {
      message: `expected the picture ${path} in the content folder, found none`,
      fix: 'put the file beside the record, or correct its name',
    }
  const bytes = openFile(root, path, IMAGE_LIMITS.bytes, 'a picture')
  if ('message' in bytes) return bytes
  const ending = extname(path).slice(1).toLowerCase()
  const format = ending.replace('jpeg', 'jpg')
  const found = measured(bytes)
  if (!found || !isFormat(format) || found.type.replace('heif', 'avif') !== format)
    return {
      message: `expected ${format.toUpperCase()}, found ${found?.type.toUpperCase() ?? 'no picture'} in ${path}`,
      fix: `${SAVE_AGAIN} as ${format.toUpperCase()}, or correct its name`,
    }
  const { width, height, orientation } = found
  if (Math.max(width, height) > IMAGE_LIMITS.side || width * height > IMAGE_LIMITS.area || width * height === 0)
    return {
      message:
        `expected at most ${number(IMAGE_LIMITS.area)} pixels and ` +
        `${number(IMAGE_LIMITS.side)} a side, found ${pixels(found)}`,
      fix: 'save it smaller',
    }
  const whole = wholeFile(format, bytes)
  if (whole === undefined)
    return {
      message:
        `expected a whole ${format.toUpperCase()}, found one that ` +
        `is cut short or ${format === 'avif' ? 'holds Exif or XMP notes' : 'goes on after its end'}: ${path}`,
      fix: SAVE_AGAIN,
    }
  // An animated PNG says so before its first pixels; encoders here would keep its first frame alone.
  if (format === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL'))
    return { message: `expected a still PNG, found an animation: ${path}`, fix: 'save it as an animated WebP or GIF' }
  if (format === 'avif' && orientation !== UPRIGHT)
    return {
      message: `expected an upright picture, found one that only a note in the file turns: ${path}`,
      fix: 'turn it in a picture editor and save it',
    }
  return orientation < FIRST_ON_ITS_SIDE
    ? { bytes: whole, format, width, height }
    : { bytes: whole, format, width: height, height: width }
}

/** Says what is wrong with a picture that a body shows; nothing when it can be published. */
export function checkImage(root: string, path: string, report: (problem: Problem) => void): void {
  const picture = readPicture(root, path)
  if ('message' in picture) report(picture)
}

/** How large a picture is when it is published; undefined for one that a check refuses. */
export function sizeOfImage(root: string, path: string): ImageSize | undefined {
  const picture = readPicture(root, path)
  return 'message' in picture ? undefined : { width: picture.width, height: picture.height }
}

/**
 * Writes a picture anew: upright, in sRGB, with its pixels and times of frames and nothing else. Throws for a damaged
 * one.
 */
async function writtenAnew({ bytes, format, width, height }: Picture): Promise<Buffer> {
  if (format === 'avif') return bytes
  // Checks measure pictures without it, and loading it takes a sixth of a short command.
  const { default: sharp } = await import('sharp')
  const input = sharp(bytes, { animated: true, failOn: 'error', limitInputPixels: IMAGE_LIMITS.frames })
  const metadata = await input.metadata()
  const { data, info } = await WRITE_ANEW[format](input.autoOrient(), bytes, metadata).toBuffer({
    resolveWithObject: true,
  })
  const shown = { width: info.width, height: info.pageHeight ?? info.height }
  if (shown.width !== width || shown.height !== height)
    throw new Error(`frames of ${pixels(shown)} pixels in a picture of ${pixels({ width, height })}`)
  return data
}

// One for each file, so that a development server that runs for long holds no more than the content folder does.
const published = new Map<string, { readonly digest: string; readonly bytes: Promise<Buffer> }>()

/**
 * A picture ready to publish, by its path in the content folder; undefined for one that a check refuses. Each is
 * written anew once as long as it stays the same, and two runs on one machine give the same bytes. Throws where the
 * file is damaged within: the message says what was expected and found, and what to do.
 */
export async function publishedImage(root: string, path: string): Promise<Image | undefined> {
  const picture = readPicture(root, path)
  if ('message' in picture) return undefined
  const digest = createHash('sha256').update(picture.bytes).digest('hex')
  const key = join(root, path)
  const last = published.get(key)
  const bytes = last?.digest === digest ? last.bytes : writtenAnew(picture)
  published.set(key, { digest, bytes })
  try {
    return { bytes: await bytes, width: picture.width, height: picture.height }
  } catch (error) {
    const found = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new Error(
      `expected the picture ${path} to be a whole ${picture.format.toUpperCase()} of at most ` +
        `${number(IMAGE_LIMITS.frames)} pixels in all its frames, found: ${found}. To mend it, ${SAVE_AGAIN}.`,
      { cause: error },
    )
  }
}
