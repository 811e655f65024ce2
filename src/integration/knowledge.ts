import { type Knowledge, link } from '#knowledge/knowledge.ts'
import type { AnyEntry, Mention } from '#schema/entry.ts'
import { KINDS } from '#schema/kind-names.ts'
import { readSite } from '#content/site-file.ts'
import { worldOf } from '#content/world.ts'
import { handedOver, type Reading } from './reading.ts'
import { settings } from './settings.ts'

/** Asks Astro’s collections. */
async function collected(): Promise<Reading> {
  // Only here, because a thread that writes files of the site beside Astro has no such module.
  const { getCollection } = await import('astro:content')
  // The loader rendered them from the filtered text.
  const bodies = new Map<string, string>()
  const collections = await Promise.all(
    KINDS.map(async (kind) =>
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
  return {
    knowledge: link(collections.flat(), worldOf(settings, readSite(settings.content))),
    body: (id) => bodies.get(id) ?? '',
  }
}

let cached: Promise<Reading> | undefined

function loaded(): Promise<Reading> {
  const reading = handedOver()
  if (reading) return Promise.resolve(reading)
  cached ??= collected()
  return cached
}

/** The linked whole that pages ask: what a build or the development server has read, else Astro’s collections. */
export const getKnowledge = async (): Promise<Knowledge> => (await loaded()).knowledge

/** Gives HTML of the bodies of records by id; empty where a record has none. */
export const getBodies = async (): Promise<(id: string) => string> => (await loaded()).body
