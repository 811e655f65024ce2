import { type Knowledge, link } from '#core/graph/knowledge.ts'
import type { Kind } from '#core/schema/kind-names.ts'
import { readContent } from '#reader/read.ts'
import { worldOf } from '#reader/world.ts'
import { settings } from './settings.ts'

// Astro loads its configuration into a module world of its own, which shares nothing with the build script but the globals.
const HANDED = Symbol.for('aftermath.reading')
const world = globalThis as { [HANDED]?: Knowledge | undefined }

/** Hands what the build script has read and checked to the loaders of the same process, so that no file is read twice; nothing takes it back. */
export function hand(knowledge: Knowledge | undefined): void {
  world[HANDED] = knowledge
}

/** Whether a build is known to have no records of a kind, which asking Astro for would make it warn of as a mistake in the configuration. */
export const hasNone = (kind: Kind): boolean => world[HANDED]?.every(kind).length === 0

let current: Knowledge | undefined
let forgotten = false

function read(): Knowledge {
  const { entries, site } = readContent(settings.content, { level: settings.audience, now: settings.now, drafts: import.meta.env?.DEV ?? false })
  return link(entries, worldOf(settings, site))
}

/** The reading that was handed over; else one of its own, once, and again after `forget()` in development. */
export function reading(): Knowledge {
  current ??= world[HANDED] ?? read()
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
