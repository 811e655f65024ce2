import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError, type CommandContext } from './context.ts'

const MEGABYTE = 1_000_000

const tooLarge = (name: string, bytes: number, most: number) =>
  new UsageError(
    `expected at most ${Math.floor(most / MEGABYTE)} MB in ${name}, found ` +
      `${Math.ceil(bytes / MEGABYTE)} MB; give the part that matters`,
  )

/** Text of bytes: UTF-8, or UTF-16 where a mark says so, as PowerShell writes what it redirects. */
const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)

/**
 * Text of a file, or of standard input where the name is `-`. Throws a UsageError for a file that is not there or no
 * file, for more than `most` bytes (before reading them), and where there is no standard input to read.
 */
export async function readInput(context: CommandContext, name: string, most: number): Promise<string> {
  if (name === '-') {
    if (!context.stdin)
      throw new UsageError('expected a file, or input from another program ("git diff | aftermath …"), found neither')
    const bytes = await context.stdin()
    if (bytes.length > most) throw tooLarge('the input', bytes.length, most)
    return decoded(bytes)
  }
  const path = resolve(context.cwd, name)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new UsageError(`expected a file, found ${found ? 'a folder' : 'nothing'} at ${name}`)
  if (found.size > most) throw tooLarge(name, found.size, most)
  return decoded(readFileSync(path))
}
