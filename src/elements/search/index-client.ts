import { type Catalog, readCatalog } from '#core/search/catalog.ts'
import { mergeCatalogs, type Named } from '#core/search/merge-catalogs.ts'
import { type Equivalents, prepare } from '#core/search/equivalents.ts'
import type { Engine } from '#core/search/find.ts'
import type { Hit } from '#core/search/rank.ts'
import type { Peer } from './peers.ts'
import { WORD_RANKING } from '#core/search/weights.ts'
import type { Fragment } from '#core/search/answer.ts'

interface PagefindHit extends Hit {
  data(): Promise<Fragment>
}

// The part of Pagefind's interface that is used here (pagefind.app/docs/api); it is loaded from the built site, not bundled.
interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>
  init(): Promise<void>
  mergeIndex(address: string, options: Readonly<Record<string, unknown>>): Promise<void>
  /** `null` asks for every record. */
  search(term: string | null): Promise<{ readonly results: readonly PagefindHit[] }>
}

// Answers kept for the next key stroke, which asks for most of the same words.
const REMEMBERED = 64

/** Where the parts of an index are. */
export interface Places {
  /** Address of Pagefind's folder, ending in `/`. */
  readonly pagefind: string
  readonly catalog: string
  readonly vocabulary: string
  /** Name of this site, and the others whose indexes are merged in. */
  readonly site: string
  readonly peers: readonly Peer[]
}

/** The index of this site: asked for hits, then for the records that are shown. */
export interface Client extends Engine {
  readonly catalog: Catalog
  readonly equivalents: Equivalents
  /** Names of sites that did not answer. */
  readonly unreachable: readonly string[]
  load(id: string): Promise<Fragment>
}

async function json(address: string): Promise<unknown> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])

// A peer is merged only once its catalog and index have answered: the engine cannot give up an index that it has begun to load.
async function catalogOf({ name, url }: Peer): Promise<Named | undefined> {
  try {
    const [catalog] = await Promise.all([json(`${url}search/catalog.json`), json(`${url}pagefind/pagefind-entry.json`)])
    return { name, catalog: readCatalog(catalog) }
  } catch {
    return undefined
  }
}

/** Loads what every search needs. Rejects where any of it cannot be had: a search over half an index would mislead. */
export async function connect({ pagefind, catalog, vocabulary, site, peers }: Places): Promise<Client> {
  const [file, engine, others] = await Promise.all([json(catalog), import(/* @vite-ignore */ `${pagefind}pagefind.js`) as Promise<Pagefind>, Promise.all(peers.map(catalogOf))])
  await engine.options({ ranking: WORD_RANKING })
  await engine.init()
  const reached = others.filter((other) => other !== undefined)
  const names = new Set(reached.map(({ name }) => name))
  for (const { name, url } of peers) if (names.has(name)) await engine.mergeIndex(`${url}pagefind/`, { baseUrl: url, ranking: WORD_RANKING })
  const known = new Map<string, PagefindHit>()
  const asked = new Map<string, Promise<readonly PagefindHit[]>>()
  let words: Promise<readonly string[]> | undefined
  let every: Promise<void> | undefined

  const search = (term: string): Promise<readonly PagefindHit[]> => {
    const answer =
      asked.get(term) ??
      engine.search(term).then(({ results }) => {
        for (const hit of results) known.set(hit.id, hit)
        return results
      })
    asked.delete(term)
    asked.set(term, answer)
    const [oldest] = asked.keys()
    if (asked.size > REMEMBERED && oldest !== undefined) asked.delete(oldest)
    answer.catch(() => asked.delete(term))
    return answer
  }
  const everything = () => (every ??= engine.search(null).then(({ results }) => results.forEach((hit) => known.set(hit.id, hit))))
  const groups = typeof file === 'object' && file !== null && 'equivalents' in file && Array.isArray(file.equivalents) ? file.equivalents.map(strings) : []
  return {
    catalog: mergeCatalogs([{ name: site, catalog: readCatalog(file) }, ...reached]),
    unreachable: peers.map(({ name }) => name).filter((name) => !names.has(name)),
    equivalents: prepare(groups),
    search,
    vocabulary: () => (words ??= json(vocabulary).then(strings)),
    load: async (id) => {
      // A search by facets alone has asked for no word, so the index has not named its records yet.
      if (!known.has(id)) await everything()
      const hit = known.get(id)
      if (!hit) throw new Error(`${id} is not in the index`)
      return hit.data()
    },
  }
}
