import type { Hit } from '#search/rank.ts'
import { EVERY_RECORD, wholeTerm } from '#search/terms.ts'
import { WORD_RANKING } from '#search/weights.ts'

interface PagefindHit extends Hit {
  data(): Promise<unknown>
}

// The part of Pagefind's interface that is used here (pagefind.app/docs/api); it is loaded from the built site, not
// bundled.
interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>
  init(): Promise<void>
  /** `null` asks for every record. */
  search(term: string | null): Promise<{ readonly results: readonly PagefindHit[] }>
}

/** The index of one site, of which a worker can have only one: the engine keeps its state to itself. */
export class SiteIndex {
  readonly #engine: Pagefind
  readonly #folder: string
  readonly #known = new Map<string, PagefindHit>()
  #every: Promise<void> | undefined
  #long: Promise<ReadonlySet<unknown>> | undefined

  private constructor(engine: Pagefind, folder: string) {
    this.#engine = engine
    this.#folder = folder
  }

  /** Loads the engine from Pagefind's folder of this site; `elsewhere` says where the index is, if not there. */
  static async open(
    pagefind: string,
    elsewhere: { readonly basePath?: string; readonly baseUrl?: string } = {},
  ): Promise<SiteIndex> {
    const engine = (await import(/* @vite-ignore */ `${pagefind}pagefind.js`)) as Pagefind
    await engine.options({ ranking: WORD_RANKING, ...elsewhere })
    await engine.init()
    return new SiteIndex(engine, elsewhere.basePath ?? pagefind)
  }

  /**
   * A phrase with the terms that have every place; all terms have, in the index of a site built before there were
   * others.
   */
  async #whole(phrase: string): Promise<string> {
    const long = await (this.#long ??= fetch(`${this.#folder}long-terms.json`)
      .then((answer) => (answer.ok ? answer.json() : []))
      .then((terms: unknown) => new Set(Array.isArray(terms) ? terms : [])))
    return phrase.replace(/[a-z]+/g, (term) => (long.has(term) ? wholeTerm(term) : term))
  }

  async #ask(term: string | null): Promise<readonly Hit[]> {
    const { results } = await this.#engine.search(term)
    for (const hit of results) this.#known.set(hit.id, hit)
    return results
  }

  /** Records with a term, or with a phrase in quotation marks. */
  async search(term: string): Promise<readonly Hit[]> {
    return this.#ask(term.startsWith('"') ? await this.#whole(term) : term)
  }

  /** Has the index name every record; one built before records had a term for it is loaded whole. */
  async #nameAll(): Promise<void> {
    if ((await this.#ask(EVERY_RECORD)).length === 0) await this.#ask(null)
  }

  /**
   * A record as the index keeps it, by its identifier. A search by facets alone has asked for no word, and what stands
   * beside results may have none of the words, so the index has perhaps not named it yet.
   */
  async load(id: string): Promise<unknown> {
    if (!this.#known.has(id)) await (this.#every ??= this.#nameAll())
    const hit = this.#known.get(id)
    if (!hit) throw new Error(`${id} is not in the index`)
    return hit.data()
  }
}
