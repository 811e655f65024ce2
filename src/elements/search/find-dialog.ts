import type { Answer } from '#search/answer.ts'
import { addressOf } from './hit-view.ts'
import { button, make } from './make.ts'
import { type Choice, ofThisPage } from './page-actions.ts'
import { placesOf } from './places-of.ts'
import type { Reply, Request } from './worker.ts'
import { counted, ready, said, t, titled } from '../words.ts'

const PAUSE = 120
const SHOWN = 6
const PATIENCE = 5000
const BOX =
  'mx-auto mt-4 mb-auto max-h-[min(40rem,100dvh-2rem)] w-[min(44rem,100vw-1rem)] ' +
  'line-rule-strong bg-raised p-4 text-ink'
const LINE = 'py-0.5 [&>a]:inline-block [&>a]:min-h-6'

/**
 * A search in a dialog over the page: records as one types, sections and actions of the page; Enter goes on to all
 * results.
 */
class Dialog {
  readonly #host: HTMLElement
  readonly #dialog: HTMLDialogElement
  readonly #input = make('input', {
    class: 'min-h-10 min-w-0 flex-1 text-event',
    type: 'search',
    name: 'q',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'find-status',
  })
  readonly #status = make('p', { id: 'find-status', class: 'mt-3 min-h-6 text-table font-medium', role: 'status' })
  readonly #list = make('div', { class: 'find-list' })
  #worker: Worker | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #run = 0

  constructor(host: HTMLElement) {
    this.#host = host
    const label = make('label', { class: 'sr', for: 'find-q' }, t('Search records, this page and what can be done'))
    this.#input.id = 'find-q'
    const form = make(
      'form',
      { class: 'flex gap-2', action: host.querySelector('a')?.getAttribute('href') ?? '', role: 'search' },
      label,
      this.#input,
      make('button', { class: 'min-h-10 px-4' }, t('All results')),
    )
    const close = button(t('Close'), () => this.#dialog.close(), { class: 'mt-3' })
    this.#dialog = make('dialog', { class: BOX, 'aria-label': t('Search') }, form, this.#status, this.#list, close)
    this.#dialog.addEventListener('keydown', (event) => this.#move(event))
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#ask(), PAUSE)
    })
    document.body.append(this.#dialog)
  }

  open(): void {
    if (this.#dialog.open) return
    this.#dialog.showModal()
    this.#input.select()
    this.#ask()
  }

  #ask(): void {
    const typed = this.#input.value
    this.#run += 1
    if (typed.trim() === '') return this.#show([], '')
    if (typeof Worker === 'undefined') return this.#show([], t('Press Enter to search.'))
    this.#worker ??= this.#start()
    this.#worker.postMessage({
      run: this.#run,
      places: placesOf(this.#host, PATIENCE),
      state: { typed, selection: {}, order: 'relevance', grouping: 'none', literal: false, shown: 0 },
      shown: SHOWN,
    } satisfies Request)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const fail = () => {
      worker.terminate()
      this.#worker = undefined
      this.#show([], t('The search index could not be loaded. Press Enter for the search page and its lists by name.'))
    }
    worker.addEventListener('message', ({ data: { run, answer } }: MessageEvent<Reply>) => {
      if (run !== this.#run) return
      void ready.then(() =>
        answer
          ? this.#show(this.#records(answer), t('{records} found.', { records: counted(answer.total, 'record') }))
          : fail(),
      )
    })
    worker.addEventListener('error', fail)
    return worker
  }

  #records({ hits, words }: Answer): HTMLElement[] {
    return hits.map(({ url, title, meta, passages: [passage] }) => {
      const { kind = '', date = '', outcome = '' } = meta
      const note = [said(kind), said(date), said(outcome)].filter(Boolean).join(', ')
      const link = make('a', { href: addressOf(url, words, passage?.anchor) }, titled(kind, title))
      return make('li', { class: LINE }, link, make('span', { class: 'soft' }, ` ${note}`))
    })
  }

  #choice({ text, href, act }: Choice): HTMLElement {
    const done = () => this.#dialog.close()
    if (href === undefined)
      return make(
        'li',
        { class: LINE },
        button(text, () => {
          done()
          act?.()
        }),
      )
    const link = make('a', { href }, text)
    link.addEventListener('click', done)
    return make('li', { class: LINE }, link)
  }

  #show(records: readonly HTMLElement[], status: string): void {
    const { sections, actions } = ofThisPage(this.#input.value)
    const group = (title: string, items: readonly HTMLElement[]) =>
      items.length === 0
        ? []
        : [make('section', {}, make('h2', { class: 'soft mt-3' }, title), make('ul', {}, ...items))]
    const held = this.#list.contains(document.activeElement) ? nameOf(document.activeElement) : undefined
    this.#status.textContent = status
    this.#list.replaceChildren(
      ...group(t('Records'), records),
      ...group(
        t('On this page'),
        sections.map((choice) => this.#choice(choice)),
      ),
      ...group(
        t('Actions'),
        actions.map((choice) => this.#choice(choice)),
      ),
    )
    // What is listed comes anew while somebody goes through it: the focus stays where it was, or goes back to the box.
    if (held === undefined) return
    const items = [...this.#list.querySelectorAll<HTMLElement>('a, button')]
    const same = items.find((item) => nameOf(item) === held) ?? this.#input
    same.focus()
  }

  /** Arrows go from the box through what is listed and back. */
  #move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const all = [this.#input, ...this.#list.querySelectorAll<HTMLElement>('a, button')]
    const at = all.findIndex((item) => item === document.activeElement)
    all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus()
    event.preventDefault()
  }
}

/** What tells an item of the list from the others, however often it is drawn. */
const nameOf = (item: Element | null): string => `${item?.getAttribute('href') ?? ''} ${item?.textContent ?? ''}`

let dialog: Dialog | undefined

/** Opens the dialog; `host` carries in its data where the index is, and holds the link to the search page. */
export function openFind(host: HTMLElement): void {
  dialog ??= new Dialog(host)
  dialog.open()
}
