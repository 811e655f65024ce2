import { type Catalog, readCatalog } from '#search/catalog.ts'
import { type Fragment, readFragment, readHits } from '#search/fragment.ts'
import type { Hit } from '#search/rank.ts'
import { json } from './json.ts'
import type { PeerAnswer, PeerQuestion } from './peer-worker.ts'
import type { Peer } from './peers.ts'

/**
 * The index of another site, asked through a worker of its own. Whatever comes from there is checked whole; it rejects
 * where there is no such answer in time.
 */
export class PeerIndex {
  readonly peer: Peer
  readonly catalog: Catalog
  readonly #pagefind: string
  readonly #patience: number
  readonly #worker: Worker
  readonly #waiting = new Map<number, (value: unknown) => void>()
  #calls = 0

  private constructor(peer: Peer, catalog: Catalog, pagefind: string, patience: number) {
    this.peer = peer
    this.catalog = catalog
    this.#pagefind = pagefind
    this.#patience = patience
    this.#worker = new Worker(new URL('./peer-worker.ts', import.meta.url), { type: 'module' })
    this.#worker.addEventListener('message', ({ data: { call, value } }: MessageEvent<PeerAnswer>) =>
      this.#waiting.get(call)?.(value),
    )
  }

  /**
   * The index of another site; undefined where its catalog and index do not answer in time, or are none. `pagefind` is
   * this site's folder; `patience` is how long the other is waited for (ms), each time it is asked.
   */
  static async open(peer: Peer, pagefind: string, patience: number): Promise<PeerIndex | undefined> {
    try {
      const signal = AbortSignal.timeout(patience)
      const [catalog] = await Promise.all([
        json(`${peer.url}search/catalog.json`, signal),
        json(`${peer.url}pagefind/pagefind-entry.json`, signal),
      ])
      return new PeerIndex(peer, readCatalog(catalog), pagefind, patience)
    } catch {
      return undefined
    }
  }

  #ask(ask: PeerQuestion['ask']): Promise<unknown> {
    const call = (this.#calls += 1)
    return new Promise<unknown>((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Error(`${this.peer.url} did not answer`)), this.#patience)
      this.#waiting.set(call, (value) => {
        clearTimeout(deadline)
        resolve(value)
      })
      this.#worker.postMessage({ call, pagefind: this.#pagefind, url: this.peer.url, ask } satisfies PeerQuestion)
    }).finally(() => this.#waiting.delete(call))
  }

  async search(term: string): Promise<readonly Hit[]> {
    const hits = readHits(await this.#ask({ term }))
    if (!hits) throw new Error(`${this.peer.url} has an index that cannot be read`)
    return hits
  }

  /** A record; undefined where it cannot be read. */
  async load(id: string): Promise<Fragment | undefined> {
    return readFragment(await this.#ask({ id }), this.peer.url)
  }

  close(): void {
    this.#worker.terminate()
  }
}
