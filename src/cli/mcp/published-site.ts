import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { precedentsSchema } from '#exports/precedents-schema.ts'
import type { PublishedRecord } from '#exports/published.ts'
import { refsSchema } from '#exports/refs-schema.ts'
import { RefsIndex } from '#review/judge.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { routes } from '#urls.ts'
import type { CommandContext } from '../context.ts'
import { builtData, downloaded, isAddress } from '../built-data.ts'
import { readTable } from './read-table.ts'

const recordSchema = z.looseObject({
  recordKind: z.string(),
  id: z.string(),
  url: z.string(),
  revision: z.int(),
  recordStatus: z.string(),
  data: z.record(z.string(), z.unknown()),
})
const knowledgeSchema = z.object({
  schemaVersion: z.string(),
  asOf: z.string(),
  disclosure: z.string().optional(),
  records: z.array(recordSchema),
})

/** A record as `knowledge.json` has it: its data as written. */
export type PlainRecord = z.infer<typeof recordSchema>

/**
 * A built site as a folder or at an address, read where it is asked for and kept. What is not in it, because it is
 * above the audience of the build, is not there at all.
 */
export class PublishedSite {
  readonly #context: CommandContext
  readonly #where: string
  readonly #read = new Map<string, Promise<unknown>>()

  /** `where` is the folder of a built site (`dist`) or its address. */
  constructor(context: CommandContext, where: string) {
    this.#context = context
    this.#where = where.endsWith('/') ? where.slice(0, -1) : where
  }

  /** A file that is read once, and again after a failure. */
  #once<T>(name: string, read: () => Promise<T>): Promise<T> {
    const known = this.#read.get(name) as Promise<T> | undefined
    if (known) return known
    const made = read()
    this.#read.set(name, made)
    made.catch(() => this.#read.delete(name))
    return made
  }

  #json = <S extends z.ZodType>(route: string, schema: S): Promise<z.output<S>> =>
    this.#once(route, () => builtData(this.#context, `${this.#where}${route}`, route, schema))

  knowledge(): Promise<z.infer<typeof knowledgeSchema>> {
    return this.#json(routes.dataFile('knowledge.json'), knowledgeSchema)
  }

  refs(): Promise<RefsIndex> {
    return this.#once('refs', async () => new RefsIndex(await this.#json(routes.dataFile('refs.json'), refsSchema)))
  }

  finder(): Promise<PrecedentFinder> {
    return this.#once('finder', async () => {
      return new PrecedentFinder(await this.#json(routes.dataFile('precedents.json'), precedentsSchema))
    })
  }

  /** The JSON of a record with its citation, by its address. */
  async record(kind: string, id: string): Promise<PublishedRecord> {
    const found = await this.#json(`/${kind}/${id}.json`, z.looseObject({ citation: z.looseObject({}) }))
    return found as unknown as PublishedRecord
  }

  /** Rows of the table of positions. */
  positions(): Promise<readonly Readonly<Record<string, string>>[]> {
    return this.#once('positions', async () => readTable(await this.#text(routes.dataFile('positions.csv'))))
  }

  async #text(route: string): Promise<string> {
    return isAddress(this.#where)
      ? downloaded(this.#context, `${this.#where}${route}`)
      : readFileSync(resolve(this.#context.cwd, join(this.#where, route)), 'utf8')
  }
}
