import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { precedentsSchema } from '#exports/precedents-schema.ts'
import { refsSchema } from '#exports/refs-schema.ts'
import type { Precedents } from '#review/precedents.ts'
import type { RefsFile } from '#exports/refs.ts'
import { boundedText } from './bounded-text.ts'
import { InputError, type Inputs } from './inputs.ts'

/** The site or its data cannot be had: no fault of the pull request, which goes on. */
export class Fault extends Error {}

const MOST = 200_000_000
const PATIENCE = 60_000
/** The first number of `schemaVersion`, of the forms that this program reads. */
const READ = '1'

/** What the program knows of a site. */
export interface SiteData {
  readonly refs: RefsFile
  readonly precedents: Precedents
}

const why = (error: unknown): string => {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return inner instanceof Error ? inner.message : String(inner)
}

async function download(address: string, token: string | undefined): Promise<string> {
  let response: Response
  try {
    response = await fetch(address, {
      headers: { accept: 'application/json', ...(token === undefined ? {} : { authorization: token }) },
      signal: AbortSignal.timeout(PATIENCE),
    })
  } catch (error) {
    throw new Fault(`${address} could not be read (${why(error)}). Check that site is right and that it answers`)
  }
  const { status } = response
  if (status === 401 || status === 403)
    throw new Fault(
      `${address} answered ${status}: ` +
        `${token === undefined ? 'the site asks for a login; give its token' : 'the token has no right to read it'}`,
    )
  if (!response.ok)
    throw new Fault(`${address} answered ${status}. Check that site is the address of a published Aftermath site`)
  try {
    return await boundedText(response, MOST)
  } catch (error) {
    throw new Fault(`${address} could not be read to its end (${why(error)})`)
  }
}

function parsed<S extends z.ZodType>(text: string, where: string, schema: S): z.output<S> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const what = text.trim() === '' ? 'nothing' : /^\s*</.test(text) ? 'a page, perhaps of a login' : 'something else'
    throw new Fault(`expected JSON at ${where}, found ${what}`)
  }
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? String(value.schemaVersion) : undefined
  if (version !== undefined && version.split('.')[0] !== READ)
    throw new Fault(
      `expected version ${READ} of the data at ${where}, found ${version}; use the action of that version`,
    )
  const read = schema.safeParse(value)
  if (!read.success) throw new Fault(`expected the data of a built Aftermath site at ${where}, found another form`)
  return read.data
}

/**
 * Reads `refs.json` and `precedents.json` of a folder in the repository or of a published site. Throws an InputError
 * for a folder that is not there, and a Fault for a site that does not answer with them.
 */
export async function siteData(inputs: Pick<Inputs, 'site' | 'data' | 'token'>, workspace: string): Promise<SiteData> {
  const read = async <S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> => {
    if (inputs.data === undefined) {
      const address = `${inputs.site ?? ''}/data/${name}`
      return parsed(await download(address, inputs.token), address, schema)
    }
    const file = resolve(workspace, inputs.data, name)
    if (!existsSync(file) || !statSync(file).isFile())
      throw new InputError(`data: expected a folder with ${name}, found none at "${join(inputs.data, name)}"`)
    return parsed(readFileSync(file, 'utf8'), join(inputs.data, name), schema)
  }
  return { refs: await read('refs.json', refsSchema), precedents: await read('precedents.json', precedentsSchema) }
}
