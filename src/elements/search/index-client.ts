import { type Catalog, readCatalog } from '#search/catalog.ts'
import { type Equivalents, prepare } from '#search/equivalents.ts'
import type { Engine } from '#search/find.ts'
import type { Fragment } from '#search/fragment.ts'
import { mergeCatalogs } from '#search/merge-catalogs.ts'
import type { Hit } from '#search/rank.ts'
import { json } from './json.ts'
import { PeerIndex } from './peer-index.ts'
import type { Peer } from './peers.ts'
import { SiteIndex } from './site-index.ts'

// Answers kept for the next key stroke, which asks for most of the same words.
const REMEMBERED = 64

/** Where the parts of an index are. */
export interface Places {
  /** Address of Pagefind's folder, ending in `/`. */
  readonly pagefind: string
  readonly catalog: string
  readonly vocabulary: string
  /** Name of this site, and the others whose indexes are searched along. */
  readonly site: string
  readonly peers: readonly Peer[]
  /** How long another site is waited for (ms), each time it is asked. */
  readonly patience: number
}

/** Another site answered no more and is left out from now on: what was being looked for has to be looked for again. */
export class LostPeer extends Error {}

interface Other {
  /** What stands before the identifiers of its records. */
  readonly prefix: string
  readonly index: PeerIndex
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** The indexes of this site and of others: asked for hits, then for the records that are shown. */
export class Client implements Engine {
  readonly equivalents: Equivalents
  readonly #places: Places
  readonly #own: { readonly index: SiteIndex; readonly catalog: Catalog }
  readonly #asked = new Map<string, Promise<readonly Hit[]>>()
  #others: readonly Other[]
  #catalog: Catalog
  #words: Promise<readonly string[]> | undefined

  private constructor(places: Places, file: unknown, index: SiteIndex, others: readonly Other[]) {
    const groups =
      typeof file === 'object' && file !== null && 'equivalents' in file && Array.isArray(file.equivalents)
        ? file.equivalents.map(strings)
        : []
    this.equivalents = prepare(groups)
    this.#places = places
    this.#own = { index, catalog: readCatalog(file) }
    this.#others = others
    this.#catalog = this.#merged()
  }

  /** Loads what every search needs. Rejects where any of it cannot be had of this site: a search over half an index would mislead. */
  static async connect(places: Places): Promise<Client> {
    const { catalog, pagefind, peers, patience } = places
    const [file, index, reached] = await Promise.all([
      json(catalog),
      SiteIndex.open(pagefind),
      Promise.all(peers.map((peer) => PeerIndex.open(peer, pagefind, patience))),
    ])
    const others = reached.flatMap((other, number): Other[] =>
      other ? [{ prefix: `${number + 1}:`, index: other }] : [],
    )
    return new Client(places, file, index, others)
  }

  get catalog(): Catalog {
    return this.#catalog
  }

  /** Names of sites that do not answer. */
  get unreachable(): readonly string[] {
    return this.#places.peers
      .filter((peer) => this.#others.every(({ index }) => index.peer !== peer))
      .map(({ name }) => name)
  }

  #merged(): Catalog {
    const { site } = this.#places
    return mergeCatalogs([
      { name: site, prefix: '', catalog: this.#own.catalog },
      ...this.#others.map(({ prefix, index: { peer, catalog } }) => ({ name: peer.name, prefix, catalog })),
    ])
  }

  #lose(lost: Other): LostPeer {
    lost.index.close()
    this.#others = this.#others.filter((other) => other !== lost)
    this.#catalog = this.#merged()
    this.#asked.clear()
    return new LostPeer(lost.index.peer.name)
  }

  async #ask(term: string): Promise<readonly Hit[]> {
    const [own, ...theirs] = await Promise.all([
      this.#own.index.search(term),
      ...this.#others.map(async (other) => {
        const hits = await other.index.search(term).catch(() => Promise.reject(this.#lose(other)))
        return hits.map((hit) => ({ ...hit, id: other.prefix + hit.id }))
      }),
    ])
    return theirs.length === 0 ? own : [...own, ...theirs.flat()].sort((a, b) => b.score - a.score)
  }

  search(term: string): Promise<readonly Hit[]> {
    const answer = this.#asked.get(term) ?? this.#ask(term)
    this.#asked.delete(term)
    this.#asked.set(term, answer)
    const [oldest] = this.#asked.keys()
    if (this.#asked.size > REMEMBERED && oldest !== undefined) this.#asked.delete(oldest)
    answer.catch(() => this.#asked.delete(term))
    return answer
  }

  vocabulary(): Promise<readonly string[]> {
    return (this.#words ??= json(this.#places.vocabulary).then(strings))
  }

  /** A record that was found; the name of its site where that is another and the record cannot be read. */
  async load(id: string): Promise<Fragment | string> {
    const other = this.#others.find(({ prefix }) => id.startsWith(prefix))
    // What this site's own build wrote is not checked again.
    if (!other) return (await this.#own.index.load(id)) as Fragment
    const found = await other.index.load(id.slice(other.prefix.length)).catch(() => Promise.reject(this.#lose(other)))
    return found ?? other.index.peer.name
  }
}
