import { extname, join } from 'node:path'
import { imageSize } from 'image-size'
import { bareAvif } from './image/avif.ts'
import { bareGif } from './image/gif.ts'
import { bareJpeg } from './image/jpeg.ts'
import { barePng } from './image/png.ts'
import { bareWebp } from './image/webp.ts'
import { isThere, openFile } from './open-file.ts'
import type { Problem } from './report.ts'

/** A picture as it is published: without the texts, places and names that cameras and programs write into files. */
export interface Image {
  readonly bytes: Buffer
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Largest file in bytes, longest side and largest area in pixels: a small file can unpack to gigabytes in a reader’s browser. */
export const IMAGE_LIMITS = { bytes: 4 * 1024 * 1024, side: 10_000, area: 25_000_000 } as const

const number = (value: number) => value.toLocaleString('en-GB')
const SAVE_AGAIN = 'open it in a picture editor and save it anew'
// Sideways by its Exif note alone, which is not published.
const UPRIGHT = 1

const BARE: Readonly<Record<string, (bytes: Buffer) => Buffer | undefined>> = { png: barePng, jpg: bareJpeg, webp: bareWebp, gif: bareGif, avif: bareAvif }

function measured(bytes: Buffer): { width: number; height: number; type: string; orientation: number } | undefined {
  try {
    const { width, height, type = '', orientation = UPRIGHT } = imageSize(bytes)
    return { width, height, type, orientation }
  } catch {
    return undefined
  }
}

function read(root: string, path: string): Image | Problem {
  if (!isThere(join(root, path))) return { message: `expected the picture ${path} in the content folder, found none`, fix: 'put the file beside the record, or correct its name' }
  const bytes = openFile(root, path, IMAGE_LIMITS.bytes, 'a picture')
  if ('message' in bytes) return bytes
  const ending = extname(path).slice(1).toLowerCase().replace('jpeg', 'jpg')
  const found = measured(bytes)
  if (!found || found.type.replace('heif', 'avif') !== ending)
    return {
      message: `expected ${ending.toUpperCase()}, found ${found?.type.toUpperCase() ?? 'no picture'} in ${path}`,
      fix: `${SAVE_AGAIN} as ${ending.toUpperCase()}, or correct its name`,
    }
  const { width, height, orientation } = found
  if (Math.max(width, height) > IMAGE_LIMITS.side || width * height > IMAGE_LIMITS.area || width * height === 0)
    return {
      message: `expected at most ${number(IMAGE_LIMITS.area)} pixels and ${number(IMAGE_LIMITS.side)} a side, found ${number(width)} × ${number(height)}`,
      fix: 'save it smaller',
    }
  if (orientation !== UPRIGHT)
    return { message: `expected an upright picture, found one that only a note in the file turns: ${path}`, fix: 'turn it in a picture editor and save it' }
  const bare = BARE[ending]?.(bytes)
  return bare
    ? { bytes: bare, width, height }
    : { message: `expected a whole ${ending.toUpperCase()} without notes of its own, found a damaged file or notes in ${path}`, fix: SAVE_AGAIN }
}

/** Says what is wrong with a picture that a body shows; nothing when it can be published. */
export function checkImage(root: string, path: string, report: (problem: Problem) => void): void {
  const image = read(root, path)
  if ('message' in image) report(image)
}

/** A picture ready to publish; undefined for one that a check refuses. */
export function readImage(root: string, path: string): Image | undefined {
  const image = read(root, path)
  return 'message' in image ? undefined : image
}
