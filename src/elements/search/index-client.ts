import type { Engine } from '#search/ask.ts'
import { type Catalog, readCatalog } from '#search/catalog.ts'
import { type Equivalents, readShelf } from '#search/equivalents.ts'
import { type Fragment, readFragment } from '#search/fragment.ts'
import { mergeCatalogs } from '#search/merge-catalogs.ts'
import type { Hit } from '#search/rank.ts'
import { NO_WORDS, readVocabulary, type Vocabulary } from '#search/vocabulary.ts'
import { json } from './json.ts'
import { PeerIndex } from './peer-index.ts'
import type { Peer } from './peers.ts'
import { SiteIndex } from './site-index.ts'

// Answers kept for the next key stroke, which asks for most of the same words.
const REMEMBERED = 512

/** Where the parts of an index are. */
export interface Places {
  /** Address of Pagefind's folder, ending in `/`. */
  readonly pagefind: string
  readonly catalog: string
  /** Address of the folder of the vocabulary, ending in `/`. */
  readonly vocabulary: string
  /** Address of the folder of equivalent wordings, ending in `/`. */
  readonly equivalents: string
  /** Name of this site, and the others whose indexes are searched along. */
  readonly site: string
  readonly peers: readonly Peer[]
  /** How long another site is waited for (ms), each time it is asked. */
  readonly patience: number
}

/** Another site answered no more and is left out from now on: what was being looked for has to be looked for again. */
export class LostPeer extends Error {}

/** The parts of the index do not belong together, or not to these programs: one of them is older than the rest. */
export class OtherBuild extends Error {}

interface Other {
  /** What stands before the identifiers of its records. */
  readonly prefix: string
  readonly index: PeerIndex
}

function ownCatalog(file: unknown): Catalog {
  try {
    return readCatalog(file)
  } catch {
    throw new OtherBuild('the catalog is of another build')
  }
}

/** Loads what is asked for by a name the first time, and again only where it could not be had. */
function once<T>(known: Map<string, Promise<T>>, name: string, load: () => Promise<T>): Promise<T> {
  const own = known.get(name) ?? load()
  known.set(name, own)
  own.catch(() => known.delete(name))
  return own
}

/** The indexes of this site and of others: asked for hits, then for the records that are shown. */
export class Client implements Engine {
  readonly #places: Places
  readonly #file: unknown
  readonly #own: { readonly index: SiteIndex; readonly catalog: Catalog }
  readonly #ids: ReadonlySet<string>
  readonly #asked = new Map<string, Promise<readonly Hit[]>>()
  readonly #words = new Map<string, Promise<Vocabulary>>()
  readonly #groups = new Map<string, Promise<Equivalents>>()
  #others: readonly Other[]
  #catalog: Catalog

  private constructor(places: Places, file: unknown, index: SiteIndex, others: readonly Other[]) {
    this.#file = file
    this.#places = places
    this.#own = { index, catalog: ownCatalog(file) }
    this.#ids = new Set(this.#own.catalog.ids)
    this.#others = others
    this.#catalog = this.#merged()
  }

  /**
   * Loads what every search of this site needs, and asks no other. Rejects where any of it cannot be had: a search over
   * half an index would mislead.
   */
  static async connect(places: Places): Promise<Client> {
    const [file, index] = await Promise.all([json(places.catalog), SiteIndex.open(places.pagefind)])
    return new Client({ ...places, peers: [] }, file, index, [])
  }

  /** The index of this site together with those of the others that answer. */
  async with({ peers, pagefind, patience }: Pick<Places, 'peers' | 'pagefind' | 'patience'>): Promise<Client> {
    const reached = await Promise.all(peers.map((peer) => PeerIndex.open(peer, pagefind, patience)))
    const others = reached.flatMap((other, number): Other[] =>
      other ? [{ prefix: `${number + 1}:`, index: other }] : [],
    )
    return new Client({ ...this.#places, peers }, this.#file, this.#own.index, others)
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
    if (own.some(({ id }) => !this.#ids.has(id))) throw new OtherBuild('the index is of another build than its catalog')
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

  /** A shelf of this site's vocabulary; one that no word stands on has no file. */
  vocabulary(shelf: string): Promise<Vocabulary> {
    if (!this.#own.catalog.shelves.includes(shelf)) return Promise.resolve(NO_WORDS)
    return once(this.#words, shelf, async () => readVocabulary(await json(`${this.#places.vocabulary}${shelf}.json`)))
  }

  /** A shelf of this site's equivalent wordings; one that none stands on has no file. */
  equivalents(shelf: string): Promise<Equivalents> {
    if (!this.#own.catalog.equivalents.includes(shelf)) return Promise.resolve([])
    return once(this.#groups, shelf, async () => readShelf(await json(`${this.#places.equivalents}${shelf}.json`)))
  }

  /** A record that was found; the name of its site where that is another and the record cannot be read. */
  async load(id: string): Promise<Fragment | string> {
    const other = this.#others.find(({ prefix }) => id.startsWith(prefix))
    if (!other) {
      const own = readFragment(await this.#own.index.load(id), '')
      if (!own) throw new OtherBuild('a record is of another build')
      return own
    }
    const found = await other.index.load(id.slice(other.prefix.length)).catch(() => Promise.reject(this.#lose(other)))
    return found ?? other.index.peer.name
  }
}
