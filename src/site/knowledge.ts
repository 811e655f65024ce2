import { getCollection } from 'astro:content'
import { type Knowledge, link } from '#core/graph/knowledge.ts'
import type { AnyEntry, Mention } from '#core/schema/entry.ts'
import { KINDS } from '#core/schema/kind-names.ts'
import { readSite } from '#reader/site-file.ts'
import { worldOf } from '#reader/world.ts'
import { settings } from './settings.ts'

async function load(): Promise<Knowledge> {
  const collections = await Promise.all(
    KINDS.map(async (kind) =>
      (await getCollection(kind)).map((found): AnyEntry => {
        const { file, mentions, imagePaths }: Partial<Record<string, unknown>> = found.rendered?.metadata ?? {}
        return {
          kind,
          id: found.id,
          file: String(file),
          data: found.data,
          mentions: Array.isArray(mentions) ? (mentions as readonly Mention[]) : [],
          assets: Array.isArray(imagePaths) ? imagePaths.map(String) : [],
          ...(found.body === undefined ? {} : { body: found.body }),
        } as AnyEntry
      }),
    ),
  )
  return link(collections.flat(), worldOf(settings, readSite(settings.content)))
}

let cached: Promise<Knowledge> | undefined

/** The linked whole that pages ask: once per build; afresh for every request in development, where content changes. */
export function getKnowledge(): Promise<Knowledge> {
  if (import.meta.env.DEV) return load()
  cached ??= load()
  return cached
}
