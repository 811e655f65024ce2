import { isIdle, outcomeOf, type Outcome, type Result } from '#core/search/outcome.ts'
import { readState, type State, writeState } from '#core/search/address.ts'
import { MOST_CHARACTERS } from '#core/search/tokens.ts'
import { chipViews } from './search/chip-view.ts'
import { facetViews } from './search/facet-view.ts'
import { hitView } from './search/hit-view.ts'
import { type Client, connect } from './search/index-client.ts'
import { readPeers } from './search/peers.ts'
import { drawStrips } from './search/strips.ts'
import { groupsOf } from './search/group-view.ts'
import { onKeys } from './search/keys.ts'
import { button, make } from './search/make.ts'
import { noticeViews, statusOf } from './search/notice-view.ts'
import { pick } from './search/pick.ts'

const PAGE = 10
const PAUSE = 150

/**
 * The search page, around a form that works without it. Its whole state stands in the address; typing changes the address in
 * place, everything else adds a step that the back button undoes.
 */
class Search extends HTMLElement {
  #client: Promise<Client> | undefined
  #state: State = readState(new URLSearchParams())
  #run = 0
  #shown = PAGE
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    const [form, input] = [pick(this, 'form', HTMLFormElement), pick(this, 'input[name=q]', HTMLInputElement)]
    for (const hidden of this.querySelectorAll<HTMLElement>('[data-live]')) hidden.hidden = false
    for (const still of this.querySelectorAll<HTMLElement>('[data-still]')) still.hidden = true
    // Where there is room beside the results, what narrows them is in sight from the start.
    for (const fold of this.querySelectorAll<HTMLDetailsElement>('[data-wide-open]')) fold.open = matchMedia('(width >= 60rem)').matches
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#go({ ...this.#state, typed: input.value }, 'push')
    })
    input.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#go({ ...this.#state, typed: input.value }, 'replace'), PAUSE)
    })
    const [sort, group] = [pick(this, 'select[name=sort]', HTMLSelectElement), pick(this, 'select[name=group]', HTMLSelectElement)]
    for (const select of [sort, group])
      select.addEventListener('change', () => {
        const { order, grouping } = readState(new URLSearchParams({ sort: sort.value, group: group.value }))
        this.#go({ ...this.#state, order, grouping }, 'push')
      })
    window.addEventListener('popstate', () => this.#restore())
    onKeys(this, input)
    this.#restore()
  }

  #restore(): void {
    this.#state = readState(new URLSearchParams(location.search))
    pick(this, 'input[name=q]', HTMLInputElement).value = this.#state.typed
    void this.#search()
  }

  #go(state: State, how: 'push' | 'replace'): void {
    clearTimeout(this.#timer)
    this.#state = state
    const input = pick(this, 'input[name=q]', HTMLInputElement)
    if (input.value !== state.typed) input.value = state.typed
    const address = location.pathname + writeState({ ...state, typed: state.typed.slice(0, MOST_CHARACTERS) })
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    void this.#search()
  }

  async #search(): Promise<void> {
    this.#run += 1
    const run = this.#run
    this.#shown = PAGE
    const state = this.#state
    pick(this, 'select[name=sort]', HTMLSelectElement).value = state.order
    pick(this, 'select[name=group]', HTMLSelectElement).value = state.grouping
    if (isIdle(state)) return this.#clear('')
    this.setAttribute('aria-busy', 'true')
    try {
      const client = await this.#connected()
      const outcome = await outcomeOf(client, client.catalog, client.equivalents, state)
      if (run === this.#run) await this.#show(client, outcome, run)
    } catch {
      if (run === this.#run) this.#clear('The search index could not be loaded. Check the connection and search again, or use the indexes below.')
    } finally {
      if (run === this.#run) this.removeAttribute('aria-busy')
    }
  }

  #connected(): Promise<Client> {
    const { pagefind = '', catalog = '', vocabulary = '', site = '', peers = '[]' } = this.dataset
    this.#client ??= connect({ pagefind, catalog, vocabulary, site, peers: readPeers(peers) })
    // A failed load is tried again by the next search.
    this.#client.catch(() => (this.#client = undefined))
    return this.#client
  }

  #clear(status: string): void {
    for (const name of ['notices', 'chips', 'facets', 'hits']) this.#part(name).replaceChildren()
    this.#part('status').textContent = status
    this.removeAttribute('aria-busy')
  }

  async #show(client: Client, outcome: Outcome, run: number): Promise<void> {
    const hits = await this.#hits(client, outcome, outcome.results.slice(0, this.#shown))
    if (run !== this.#run) return
    this.#part('status').textContent = statusOf(outcome)
    this.#part('notices').replaceChildren(...noticeViews(outcome, this.#state, (state) => this.#go(state, 'push')))
    this.#part('chips').replaceChildren(...chipViews(client.catalog, outcome, this.#state, (state) => this.#go(state, 'push')))
    this.#part('facets').replaceChildren(
      ...facetViews(outcome, (name, value, chosen) => {
        const own = (this.#state.selection[name] ?? []).filter((other) => other !== value)
        this.#go({ ...this.#state, selection: { ...this.#state.selection, [name]: chosen ? [...own, value] : own } }, 'push')
      }),
    )
    const left = outcome.results.length - this.#shown
    const more = button(`Show ${Math.min(left, PAGE)} more of ${left}`, () => {
      this.#shown += PAGE
      void this.#show(client, outcome, run)
    })
    const unreachable = client.unreachable.map((name) => make('p', {}, `${name} could not be reached; its records are not among the results.`))
    this.#part('notices').append(...unreachable)
    this.#part('hits').replaceChildren(...hits, ...(left > 0 ? [make('p', {}, more)] : []))
    void drawStrips(this, this.dataset['strips'] ?? '')
  }

  async #hits(client: Client, outcome: Outcome, results: readonly Result[]): Promise<HTMLElement[]> {
    const words = [...outcome.found.words, ...outcome.query.phrases]
    const views = await Promise.all(
      results.map(async (result) => ({
        result,
        view: hitView(result, await client.load(result.id), { catalog: client.catalog, words, mark: (name) => this.#mark(name) }),
      })),
    )
    return groupsOf(views, client.catalog, this.#state.grouping)
  }

  #mark(name: string): Node | undefined {
    return this.querySelector<HTMLTemplateElement>(`template[data-mark="${CSS.escape(name)}"]`)?.content.cloneNode(true)
  }

  #part(name: string): HTMLElement {
    return pick(this, `[data-part=${name}]`, HTMLElement)
  }
}

customElements.define('kb-search', Search)
