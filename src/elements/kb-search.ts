import type { Answer } from '#search/answer.ts'
import { isIdle, MOST_CHARACTERS, readState, type State, writeState } from '#search/address.ts'
import { chipViews } from './search/chip-view.ts'
import { facetViews } from './search/facet-view.ts'
import { hitView } from './search/hit-view.ts'
import { focusKeeper, keepPlace, type Place, placeIn, returnTo } from './search/place.ts'
import { placesOf } from './search/places-of.ts'
import { groupsOf } from './search/group-view.ts'
import { onKeys } from './search/keys.ts'
import { button, make } from './search/make.ts'
import { noticeViews, statusOf } from './search/notice-view.ts'
import { pick } from './search/pick.ts'
import { topViews } from './search/top-view.ts'
import type { Fault, Reply, Request } from './search/worker.ts'
import { ready, t } from './words.ts'

const PAGE = 10
const PAUSE = 150
// An answer that takes longer than this is announced.
const SLOW = 700
// After so many times the patience with another site, a reader is told that this one does not answer either.
const GIVEN_UP = 3
// How long another site is waited for, where `data-patience` does not say so.
const PATIENCE = 5000

const FAULTS: Readonly<Record<Fault | 'noWorkers', string>> = {
  missing:
    'The search index could not be loaded. Check the connection and search again, or use the lists by name below.',
  otherBuild: 'The search index is of another build than this page. Reload the page, or use the lists by name below.',
  noWorkers:
    'This browser cannot search here: it runs no programs beside a page (web workers). Use the lists by name below.',
}

const NO_ANSWER =
  'The search index has not answered yet. Results appear here when it does; until then use the lists by name below.'

/**
 * The search page, around a form that works without it. Its whole state stands in the address; typing changes the
 * address in place, everything else adds a step that the back button undoes. Where a reader was among the hits is kept
 * with the step.
 */
class Search extends HTMLElement {
  #worker: Worker | undefined
  #state: State = readState(new URLSearchParams())
  #run = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Where the reader was when this step of the history was left, until that is shown again. */
  #place: Place | undefined
  /** How many hits were drawn when more were asked for, until they are drawn. */
  #before: number | undefined

  connectedCallback(): void {
    const [form, input] = [pick(this, 'form', HTMLFormElement), pick(this, 'input[name=q]', HTMLInputElement)]
    for (const hidden of this.querySelectorAll<HTMLElement>('[data-live]')) hidden.hidden = false
    for (const still of this.querySelectorAll<HTMLElement>('[data-still]')) still.hidden = true
    // Where there is room beside the results, what narrows them is in sight from the start.
    for (const fold of this.querySelectorAll<HTMLDetailsElement>('[data-wide-open]'))
      fold.open = matchMedia('(width >= 60rem)').matches
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#go({ ...this.#state, typed: input.value, shown: 0 }, 'push')
    })
    input.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#go({ ...this.#state, typed: input.value, shown: 0 }, 'replace'), PAUSE)
    })
    const [sort, group] = [
      pick(this, 'select[name=sort]', HTMLSelectElement),
      pick(this, 'select[name=group]', HTMLSelectElement),
    ]
    for (const select of [sort, group])
      select.addEventListener('change', () => {
        const { order, grouping } = readState(new URLSearchParams({ sort: sort.value, group: group.value }))
        this.#go({ ...this.#state, order, grouping }, 'push')
      })
    window.addEventListener('popstate', () => this.#restore())
    this.addEventListener('click', keepPlace)
    onKeys(this, input)
    this.#restore()
  }

  #restore(): void {
    this.#state = readState(new URLSearchParams(location.search))
    this.#place = placeIn(history.state)
    pick(this, 'input[name=q]', HTMLInputElement).value = this.#state.typed
    this.#search()
  }

  #go(state: State, how: 'push' | 'replace'): void {
    clearTimeout(this.#timer)
    this.#state = state
    const input = pick(this, 'input[name=q]', HTMLInputElement)
    if (input.value !== state.typed) input.value = state.typed
    const address = location.pathname + writeState({ ...state, typed: state.typed.slice(0, MOST_CHARACTERS) })
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    this.#search()
  }

  #search(): void {
    this.#run += 1
    pick(this, 'select[name=sort]', HTMLSelectElement).value = this.#state.order
    pick(this, 'select[name=group]', HTMLSelectElement).value = this.#state.grouping
    if (isIdle(this.#state)) return this.#clear('')
    if (typeof Worker === 'undefined') return this.#clear(t(FAULTS.noWorkers))
    this.#ask()
  }

  #ask(): void {
    this.setAttribute('aria-busy', 'true')
    const run = this.#run
    setTimeout(() => {
      if (run === this.#run && this.hasAttribute('aria-busy')) this.#part('status').textContent = t('Searching …')
    }, SLOW)
    const places = placesOf(this, PATIENCE)
    setTimeout(() => {
      if (run === this.#run && this.hasAttribute('aria-busy')) this.#part('status').textContent = t(NO_ANSWER)
    }, places.patience * GIVEN_UP)
    this.#worker ??= this.#start()
    const shown = PAGE + this.#state.shown
    this.#worker.postMessage({ run, places, state: this.#state, shown } satisfies Request)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./search/worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data: { run, answer, isPart = false, fault } }: MessageEvent<Reply>) => {
      // What a later search has overtaken is not shown any more.
      if (run !== this.#run) return
      void ready.then(() => (answer ? this.#show(answer, isPart) : this.#fail(fault)))
    })
    worker.addEventListener('error', () => this.#fail())
    return worker
  }

  // The next search begins with a new worker.
  #fail(fault: Fault = 'missing'): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#clear(t(FAULTS[fault]))
  }

  #clear(status: string): void {
    for (const name of ['notices', 'chips', 'top', 'facets', 'hits']) this.#part(name).replaceChildren()
    this.#part('status').textContent = status
    this.removeAttribute('aria-busy')
  }

  #show(answer: Answer, isPart: boolean): void {
    const words = [...answer.words, ...answer.phrases]
    const state = { ...this.#state, selection: answer.chosen }
    const go = (next: State) => this.#go({ ...next, shown: 0 }, 'push')
    const hits = answer.hits.map((hit) => ({ hit, view: hitView(hit, { words, mark: (name) => this.#mark(name) }) }))
    const left = answer.total - hits.length
    const more = button(t('Show {n} more of {all}', { n: Math.min(left, PAGE), all: left }), () => {
      this.#before = hits.length
      this.#go({ ...state, shown: state.shown + PAGE }, 'replace')
    })
    const losses = [
      ...answer.unreachable.map((name) =>
        t('{name} could not be reached; its records are not among the results.', { name }),
      ),
      ...answer.incomplete.map((name) => t('Records of {name} that could not be read are left out.', { name })),
    ].map((text) => make('p', {}, text))
    const refocus = focusKeeper(this)
    const base = this.dataset['base'] ?? '/'
    this.#part('status').textContent = `${statusOf(answer)}${isPart ? ` ${t('Other sites are still asked.')}` : ''}`
    this.#part('notices').replaceChildren(...noticeViews(answer, state, go), ...losses)
    this.#part('chips').replaceChildren(...chipViews(answer, state, go))
    this.#part('top').replaceChildren(
      ...topViews(answer, {
        search: (query) => location.pathname + query,
        page: (route) => base.replace(/\/$/, '') + route,
      }),
    )
    this.#part('facets').replaceChildren(
      ...facetViews(answer, (name, value, chosen) => {
        const own = (state.selection[name] ?? []).filter((other) => other !== value)
        go({ ...state, selection: { ...state.selection, [name]: chosen ? [...own, value] : own } })
      }),
    )
    this.#part('hits').replaceChildren(...groupsOf(hits, state.grouping), ...(left > 0 ? [make('p', {}, more)] : []))
    this.removeAttribute('aria-busy')
    refocus()
    if (!isPart) this.#settle(hits.map(({ view }) => view))
    this.#drawStrips()
  }

  /** What draws the strips is loaded after the results; they stay as they are where it cannot be had. */
  #drawStrips(): void {
    const file = this.dataset['strips'] ?? ''
    if (file !== '' && this.querySelector('.hit-strip'))
      void import('./search/strips.ts').then(({ drawStrips }) => drawStrips(this, file)).catch(() => undefined)
  }

  /** Puts the reader where they were: at the first of the hits asked for, or where the step was left. */
  #settle(hits: readonly HTMLElement[]): void {
    const added = this.#before === undefined ? undefined : hits[this.#before]
    if (added) added.querySelector<HTMLElement>('.hit-link')?.focus()
    else if (this.#place) returnTo(this, this.#place)
    this.#before = undefined
    this.#place = undefined
  }

  #mark(name: string): Node | undefined {
    return this.querySelector<HTMLTemplateElement>(`template[data-mark="${CSS.escape(name)}"]`)?.content.cloneNode(true)
  }

  #part(name: string): HTMLElement {
    return pick(this, `[data-part=${name}]`, HTMLElement)
  }
}

customElements.define('kb-search', Search)
