import { type Knowledge, link } from '#core/graph/knowledge.ts'
import type { Kind } from '#core/schema/kind-names.ts'
import { worldOf } from '#reader/world.ts'
import type { AnyEntry } from '#core/schema/entry.ts'
import { settings } from './settings.ts'

/** What loaders give to Astro: linked records, and the HTML of their bodies. */
export interface Reading {
  readonly knowledge: Knowledge
  readonly htmlOf: (entry: AnyEntry) => string
}

// Astro loads its configuration into a module world of its own, which shares nothing with the build script but the globals.
const HANDED = Symbol.for('aftermath.reading')
const world = globalThis as { [HANDED]?: Reading | undefined }

/** Hands what the build script has read and checked to the loaders of the same process, so that no file is read twice; nothing takes it back. */
export function hand(reading: Reading | undefined): void {
  world[HANDED] = reading
}

/** Whether a build is known to have no records of a kind, which asking Astro for would make it warn of as a mistake in the configuration. */
export const hasNone = (kind: Kind): boolean => world[HANDED]?.knowledge.every(kind).length === 0

let current: Promise<Reading> | undefined
let forgotten = false

// Loaded where it is needed: Astro puts modules through a bundler for its configuration, and a build has read already.
async function read(): Promise<Reading> {
  const [{ readContent }, { renderEntry }] = await Promise.all([import('#reader/read.ts'), import('./body/render-entry.ts')])
  const { entries, site } = readContent(settings.content, { level: settings.audience, now: settings.now, drafts: import.meta.env?.DEV ?? false })
  const knowledge = link(entries, worldOf(settings, site))
  return { knowledge, htmlOf: (entry) => renderEntry(knowledge, entry) }
}

/** The reading that was handed over; else one of its own, once, and again after `forget()` in development. */
export function reading(): Promise<Reading> {
  const handed = world[HANDED]
  current ??= handed ? Promise.resolve(handed) : read()
  return current
}

/** Makes the next reading read the files again. The loaders of all kinds hear of one change one after another, and share one reading. */
export function forget(): void {
  if (forgotten) return
  current = undefined
  forgotten = true
  queueMicrotask(() => {
    forgotten = false
  })
}
