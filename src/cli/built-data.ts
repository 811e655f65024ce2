import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { boundedText, TooLong } from '#action/bounded-text.ts'
import { readInput } from './read-input.ts'
import { UsageError, type CommandContext } from './context.ts'

const MOST = 200_000_000

const isFolder = (context: CommandContext, where: string): boolean =>
  [join(context.cwd, where), where].some((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)

const PATIENCE = 60_000

/**
 * A file of a site that is published at an address; AFTERMATH_TOKEN is sent to it, for a site behind a login. Throws a
 * UsageError where it cannot be had.
 */
export async function downloaded(context: CommandContext, address: string): Promise<string> {
  const token = context.env['AFTERMATH_TOKEN']
  try {
    const response = await fetch(address, {
      headers: token ? { authorization: token.includes(' ') ? token : `Bearer ${token}` } : {},
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (response.ok) return await boundedText(response, MOST)
    throw new UsageError(`expected data of a built site at ${address}, found the answer ${response.status}`)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const what = error instanceof TooLong ? `an answer of ${error.message}` : 'that it does not answer'
    throw new UsageError(`expected data of a built site at ${address}, found ${what}`)
  }
}

/** Whether a place is an address rather than a file or folder. */
export const isAddress = (where: string): boolean => /^https?:\/\//i.test(where)

/**
 * Reads a data file of a built site: `where` is the file itself, or a folder that holds it (`/data/` as built or
 * downloaded), or the address of either. Throws a UsageError that says what is wrong with it.
 */
export async function builtData<S extends z.ZodType>(
  context: CommandContext,
  where: string,
  name: string,
  schema: S,
): Promise<z.output<S>> {
  const file = isAddress(where)
    ? where.endsWith('.json')
      ? where
      : `${where.endsWith('/') ? where : `${where}/`}${name}`
    : isFolder(context, where)
      ? join(where, name)
      : where
  const text = isAddress(where) ? await downloaded(context, file) : await readInput(context, file, MOST)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UsageError(`expected JSON in ${file}, found something else`)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    throw new UsageError(
      `expected the ${name} of a built site in ${file}, found ` +
        `${parsed.error.issues[0]?.path.join('.') || 'a file'} of another form`,
    )
  return parsed.data
}
