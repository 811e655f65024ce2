import { getCollection } from 'astro:content'
import { type Knowledge, link } from '#core/graph/knowledge.ts'
import type { AnyEntry, Mention } from '#core/schema/entry.ts'
import { KINDS } from '#core/schema/kind-names.ts'
import { readSite } from '#reader/site-file.ts'
import { worldOf } from '#reader/world.ts'
import { hasNone } from './reading.ts'
import { settings } from './settings.ts'

interface Loaded {
  readonly knowledge: Knowledge
  /** HTML of each record’s body, by id; the loader rendered it from the filtered text. */
  readonly bodies: ReadonlyMap<string, string>
}

async function load(): Promise<Loaded> {
  const bodies = new Map<string, string>()
  const collections = await Promise.all(
    KINDS.filter((kind) => !hasNone(kind)).map(async (kind) =>
      (await getCollection(kind)).map((found): AnyEntry => {
        bodies.set(found.id, found.rendered?.html ?? '')
        const { file, mentions, imagePaths }: Partial<Record<string, unknown>> = found.rendered?.metadata ?? {}
        return {
          kind,
          id: found.id,
          file: String(file),
          // Linking freezes the data; the store’s own object stays free, because Astro writes to it.
          data: { ...found.data },
          mentions: Array.isArray(mentions) ? (mentions as readonly Mention[]) : [],
          assets: Array.isArray(imagePaths) ? imagePaths.map(String) : [],
          ...(found.body === undefined ? {} : { body: found.body }),
        } as AnyEntry
      }),
    ),
  )
  return { knowledge: link(collections.flat(), worldOf(settings, readSite(settings.content))), bodies }
}

let cached: Promise<Loaded> | undefined

function loaded(): Promise<Loaded> {
  if (import.meta.env.DEV) return load()
  cached ??= load()
  return cached
}

/** The linked whole that pages ask: once per build; afresh for every request in development, where content changes. */
export const getKnowledge = async (): Promise<Knowledge> => (await loaded()).knowledge

/** HTML of all bodies, by id of the record. */
export const getBodies = async (): Promise<ReadonlyMap<string, string>> => (await loaded()).bodies

/** HTML of a record’s body; empty where it has none. */
export const getBody = async (id: string): Promise<string> => (await loaded()).bodies.get(id) ?? ''
