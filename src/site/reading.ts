import { type Knowledge, link } from '#core/graph/knowledge.ts'
import type { Finding } from '#core/schema/finding.ts'
import { readContent } from '#reader/read.ts'
import { worldOf } from '#reader/world.ts'
import { settings } from './settings.ts'

/** The content folder as read for this run's audience, linked; findings where this run read it itself. */
export interface Reading {
  readonly knowledge: Knowledge
  readonly findings: readonly Finding[]
}

// Astro loads its configuration into a module world of its own, which shares nothing with the build script but the globals.
const HANDED = Symbol.for('aftermath.reading')
const world = globalThis as { [HANDED]?: Knowledge | undefined }

/** Hands what the build script has read and checked to the loaders of the same process, so that no file is read twice; nothing takes it back. */
export function hand(knowledge: Knowledge | undefined): void {
  world[HANDED] = knowledge
}

let current: Reading | undefined

function read(): Reading {
  const { entries, site, findings } = readContent(settings.content, { level: settings.audience, now: settings.now, drafts: import.meta.env?.DEV ?? false })
  return { knowledge: link(entries, worldOf(settings, site)), findings }
}

/** The reading that was handed over; else one of its own, once, and again after `forget()` in development. */
export function reading(): Reading {
  const handed = world[HANDED]
  current ??= handed ? { knowledge: handed, findings: [] } : read()
  return current
}

/** Makes the next reading read the files again. */
export function forget(): void {
  current = undefined
}
