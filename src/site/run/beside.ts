import type { Knowledge, World } from '#core/graph/knowledge.ts'
import { inOrder } from '#core/exports/twin.ts'
import { routes } from '#core/routes.ts'
import { stands } from '#core/schema/entry.ts'
import { readEquivalents } from '#reader/equivalents-file.ts'
import type { Settings } from '#reader/settings.ts'
import type { BesideWork, Told } from '#site/beside/worker.ts'
import { startThread } from '#cli/thread.ts'

/** What is written beside the pages, on a thread of its own: files that are not pages, and the index of the search. */
export interface Beside {
  /** Routes of the records’ pages, in the order in which the index waits for them. */
  readonly records: readonly string[]
  /** Says that the page of a record was written, by its route. */
  readonly wrote: (page: string) => void
  /** Says that all pages were written, and waits until the rest is. Throws when it could not be. */
  readonly finish: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts to write into `out` what needs no page of Astro’s. */
export function startBeside(shown: Knowledge, settings: Settings, out: string): Beside {
  const { site, address, audience, now, today } = shown
  // In the order of Astro’s collections, so that a file is the same whoever writes it.
  const entries = inOrder(shown)
  const world: World = { site, address, audience, now, today }
  const work: BesideWork = { entries, world, out, base: settings.base, own: readEquivalents(settings.content) }
  const { answer, tell, stop } = startThread<'done'>(new URL('../beside/worker.ts', import.meta.url), work)
  return {
    records: entries.filter(stands).map(({ kind, id }) => routes.record(kind, id)),
    wrote: (page) => tell({ page } satisfies Told),
    async finish() {
      tell({ all: true } satisfies Told)
      const said = await answer
      if (said instanceof Error) throw said
    },
    stop,
  }
}
