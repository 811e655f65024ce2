import { resolve } from 'node:path'
import { type Knowledge, link } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { readContent } from '#content/read.ts'
import { readSettings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'

/** A small, whole content folder. */
export const SMALL = resolve(import.meta.dirname, 'fixtures/small')

// Folders of the repository, which no test changes, are read and linked once in a process: to read ours takes seconds.
const lasting = (folder: string) => folder.startsWith(resolve(import.meta.dirname, '..'))
const kept = new Map<string, Knowledge>()

/**
 * A content folder as the readers of a build see it, linked. `flags` are settings by name (`site`, `audience`, `now`).
 */
export function knowledgeOf(content = SMALL, flags: Readonly<Record<string, string>> = {}): Knowledge {
  const key = JSON.stringify([content, Object.entries(flags).toSorted()])
  const known = lasting(content) ? kept.get(key) : undefined
  if (known) return known
  const settings = readSettings({ content, site: 'https://kb.example', ...flags }, {}, '/', Date.UTC(2026, 5, 1))
  const { entries, site } = readContent(settings.content, {
    level: settings.audience,
    now: settings.now,
    drafts: false,
  })
  const knowledge = link(entries, siteContextOf({ ...settings, csaf: true }, site))
  kept.set(key, knowledge)
  return knowledge
}

/** A record by its id; throws where there is none. */
export function entryOf(knowledge: Knowledge, id: string): AnyEntry {
  const entry = knowledge.find(id)
  if (!entry) throw new Error(`the fixture has no record ${id}`)
  return entry
}
