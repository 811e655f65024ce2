import { type Knowledge, link } from '#core/graph/knowledge.ts'
import type { AnyEntry, Mention } from '#core/schema/entry.ts'
import { KINDS } from '#core/schema/kind-names.ts'
import { readSite } from '#reader/site-file.ts'
import { worldOf } from '#reader/world.ts'
import { hasNone } from './reading.ts'
import { settings } from './settings.ts'

interface Loaded {
  readonly knowledge: Knowledge
  /** HTML of a record’s body, by its id; empty where it has none. */
  readonly body: (id: string) => string
}

async function load(): Promise<Loaded> {
  // Only here, because a thread that writes files of the site beside Astro has no such module.
  const { getCollection } = await import('astro:content')
  // The loader rendered them from the filtered text.
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
  return { knowledge: link(collections.flat(), worldOf(settings, readSite(settings.content))), body: (id) => bodies.get(id) ?? '' }
}

let cached: Promise<Loaded> | undefined

/** Answers with a knowledge base that was linked already, and renders its bodies so: in a thread that runs the routes of files without Astro. */
export function useKnowledge(knowledge: Knowledge, htmlOf: (entry: AnyEntry) => string): void {
  const body = (id: string) => {
    const entry = knowledge.find(id)
    return entry ? htmlOf(entry) : ''
  }
  cached = Promise.resolve({ knowledge, body })
}

function loaded(): Promise<Loaded> {
  if (import.meta.env?.DEV) return load()
  cached ??= load()
  return cached
}

/** The linked whole that pages ask: once per build; afresh for every request in development, where content changes. */
export const getKnowledge = async (): Promise<Knowledge> => (await loaded()).knowledge

/** Gives HTML of the bodies of records by id; empty where a record has none. */
export const getBodies = async (): Promise<(id: string) => string> => (await loaded()).body
