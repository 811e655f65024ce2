import { parentPort, workerData } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'
import { link, type World } from '#core/graph/knowledge.ts'
import { routes, writeUnder } from '#core/routes.ts'
import type { AnyEntry } from '#core/schema/entry.ts'
import { bodiesOf } from '../body/render-entry.ts'
import { hand } from '../reading.ts'
import { Arrivals } from './arrivals.ts'
import { writeEndpoints } from './endpoints.ts'
import { builtAnchors, indexPages } from './index-pages.ts'

/** What the thread is given. */
export interface BesideWork {
  /** What is shown, as read; linked anew here, because threads share no objects. */
  readonly entries: readonly AnyEntry[]
  readonly world: World
  /** The folder that is built, and the path prefix. */
  readonly out: string
  readonly base: string
  /** The owner’s equivalent wordings for the search. */
  readonly own: readonly (readonly string[])[]
}

/** What the thread is told: the page of a record was written, or all pages were. */
export type Told = { readonly page: string } | { readonly all: true }

const { entries, world, out, base, own } = workerData as BesideWork
const pages = new Arrivals()
parentPort?.on('message', (told: Told) => ('page' in told ? pages.arrived(told.page) : pages.end()))

writeUnder(base)
const knowledge = link(entries, world)
hand({ knowledge, body: bodiesOf(knowledge) })
await writeEndpoints(fileURLToPath(new URL('../../pages', import.meta.url)), out)
const anchors = builtAnchors(out)
await indexPages(knowledge, own, out, async (entry) => {
  await pages.of(routes.record(entry.kind, entry.id))
  return anchors(entry)
})
parentPort?.postMessage('done')
parentPort?.close()
