import { type Knowledge, link } from '#knowledge/knowledge.ts'
import { worldOf } from '#content/world.ts'
import { settings } from './settings.ts'

/** Linked records, and the HTML of their bodies by id; empty where a record has none. */
export interface Reading {
  readonly knowledge: Knowledge
  readonly body: (id: string) => string
}

// Astro loads its configuration into a module world of its own, which shares nothing with the build script but the globals.
const HANDED = Symbol.for('aftermath.reading')
const world = globalThis as { [HANDED]?: Reading | undefined }

/** Hands what was read and linked to the loaders and pages of the same thread, so that nothing is read twice; nothing takes it back. */
export function hand(reading: Reading | undefined): void {
  world[HANDED] = reading
}

/** What was handed over; undefined where Astro runs by itself. */
export const handedOver = (): Reading | undefined => world[HANDED]

let current: Promise<Reading> | undefined

// Loaded where it is needed: Astro puts modules through a bundler for its configuration, and builds and the development server have read already.
async function read(): Promise<Reading> {
  const [{ readContent }, { bodiesOf }] = await Promise.all([
    import('#content/read.ts'),
    import('#content/render/render-entry.ts'),
  ])
  const { entries, site } = readContent(settings.content, {
    level: settings.audience,
    now: settings.now,
    drafts: false,
  })
  const knowledge = link(entries, worldOf(settings, site))
  return { knowledge, body: bodiesOf(knowledge) }
}

/** A reading of Astro’s own, once. */
export function reading(): Promise<Reading> {
  current ??= read()
  return current
}
