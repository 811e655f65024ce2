import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { readInput } from './read-input.ts'
import { UsageError, type CommandContext } from './context.ts'

const MOST = 200_000_000

/**
 * Reads a data file of a built site: `where` is the file itself, or a folder that holds it (`/data/` as built or downloaded).
 * Throws a UsageError that says what is wrong with it.
 */
export async function builtData<S extends z.ZodType>(
  context: CommandContext,
  where: string,
  name: string,
  schema: S,
): Promise<z.output<S>> {
  const folder =
    statSync(join(context.cwd, where), { throwIfNoEntry: false })?.isDirectory() ??
    statSync(where, { throwIfNoEntry: false })?.isDirectory() ??
    false
  const file = folder ? join(where, name) : where
  const text = await readInput(context, file, MOST)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UsageError(`expected JSON in ${file}, found something else`)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    throw new UsageError(
      `expected the ${name} of a built site in ${file}, found ${parsed.error.issues[0]?.path.join('.') || 'a file'} of another form`,
    )
  return parsed.data
}
