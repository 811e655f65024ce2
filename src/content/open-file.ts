import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import type { Problem } from './report.ts'

/** Why a file is not read; `size` in bytes where it is too large. */
export interface Refusal extends Problem {
  readonly size?: number
}

/** Whether anything of that name is there: a link that leads nowhere is, and is not to be passed over. */
export const isThere = (path: string): boolean => statsOf(() => lstatSync(path)) !== undefined

function statsOf(look: () => Stats): Stats | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}

/** What stands at a path, links followed, in words. */
function sortOf(path: string): string {
  const found = statsOf(() => statSync(path))
  if (!found) return statsOf(() => lstatSync(path))?.isSymbolicLink() ? 'a link that leads nowhere' : 'nothing'
  if (found.isFile()) return 'a file'
  if (found.isDirectory()) return 'a folder'
  return found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device'
}

const why = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'not known')

/** Whether a path is a plain file, and no link, that really lies in a folder. */
export const isPlainFile = (root: string, path: string): boolean =>
  statsOf(() => lstatSync(path))?.isFile() === true && isInside(root, path)

/** Whether a path of a folder really lies in it; a link that leads out would publish what nobody put there. */
function isInside(root: string, path: string): boolean {
  const way = relative(realpathSync(root), realpathSync(path))
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

/**
 * Reads a plain file of the content folder, of at most so many bytes. Nothing else is opened, since a pipe may never
 * end; gives what was expected and found instead. `noun` says what the file should be.
 */
export function openFile(root: string, file: string, most: number, noun = 'a file'): Buffer | Refusal {
  const path = join(root, file)
  const put = { fix: 'put the file itself here, or take this away' }
  const found = sortOf(path)
  if (found !== 'a file') return { message: `expected ${noun} at ${file}, found ${found}`, ...put }
  try {
    if (!isInside(root, path))
      return {
        message: `expected ${noun} of the content folder, found a link that leads out of it`,
        fix: 'put the file itself here',
      }
    return readOpened(path, file, most, noun)
  } catch (error) {
    return {
      message: `expected ${noun} that can be read at ${file}, found that it cannot (${why(error)})`,
      fix: 'check the permissions of the file and its folders',
    }
  }
}

function readOpened(path: string, file: string, most: number, noun: string): Buffer | Refusal {
  // What is opened is looked at once more: it may have been replaced meanwhile.
  const opened = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(opened)
    if (!stats.isFile())
      return { message: `expected ${noun} at ${file}, found something else`, fix: 'put the file itself here' }
    if (stats.size <= most) return readFileSync(opened)
    return {
      message: `expected ${noun} of at most ${number(most)} bytes, found ${number(stats.size)}`,
      fix: 'make it smaller',
      size: stats.size,
    }
  } finally {
    closeSync(opened)
  }
}

const number = (value: number) => value.toLocaleString('en-GB')

/** The names in a folder with what each is; what was expected and found where it cannot be read. */
export function listFolder(
  root: string,
  folder: string,
): readonly { readonly name: string; readonly isFolder: boolean }[] | Problem {
  const path = join(root, folder)
  const found = sortOf(path)
  if (found !== 'a folder')
    return {
      message: `expected a folder of records at ${folder}, found ${found}`,
      fix: 'put the folder itself here, or take this away',
    }
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((item) => ({ name: item.name, isFolder: item.isDirectory() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return {
      message: `expected a folder that can be read at ${folder}, found that it cannot (${why(error)})`,
      fix: 'check the permissions of the folder',
    }
  }
}
