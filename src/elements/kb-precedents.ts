import { whyInWords } from '#review/comment.ts'
import { LARGEST } from '#review/read-change.ts'
import { copyText } from './copy-text.ts'
import type { Answer, Answered, Question } from './review/answer.ts'

type Found = Extract<Answer, { suggestions: unknown }>

// So long a comparison may take (ms): many times what the longest change needs on a slow machine.
const DEADLINE = 60_000

const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  set: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(name), set)
  made.append(...children)
  return made
}

// Only web addresses and paths become links: the list of incidents could have been changed on its way.
const link = (url: string, text: string): Node =>
  /^(?:https?:\/\/|\/)/.test(url) ? make('a', { href: url }, text) : document.createTextNode(text)

const shown = ({ title, url, why, asks }: Found['suggestions'][number]): HTMLLIElement =>
  make(
    'li',
    {},
    make('h3', {}, link(url, title)),
    make('p', { className: 'soft' }, `Matched by ${whyInWords(why).join('; ')}.`),
    make('ul', { className: 'asks' }, ...asks.map((one) => make('li', {}, link(one.url, one.ask)))),
  )

// Words that are dragged into the field are its own affair; a file would otherwise be opened in place of the page.
const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** The precedent finder: what is pasted or dropped is compared in this browser, by a worker, and sent nowhere. */
class PrecedentsTool extends HTMLElement {
  #worker: Worker | undefined
  #run = 0
  #deadline: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    const form = this.querySelector('form')
    const text = this.querySelector('textarea')
    const file = this.querySelector<HTMLInputElement>('input[type="file"]')
    if (!form || !text) return
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#compare(text.value)
    })
    file?.addEventListener('change', () => void this.#read(file.files?.[0], text))
    this.addEventListener('dragover', (event) => {
      if (holdsFile(event)) event.preventDefault()
    })
    this.addEventListener('drop', (event) => {
      if (!holdsFile(event)) return
      event.preventDefault()
      void this.#read(event.dataTransfer?.files[0], text)
    })
  }

  disconnectedCallback(): void {
    this.#end()
  }

  // The next question begins with a new worker.
  #end(): void {
    clearTimeout(this.#deadline)
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #giveUp(why: string): void {
    this.#end()
    this.#say(`${why} Try a smaller part of the change.`)
  }

  #say(words: string, ...more: Node[]): void {
    const status = this.querySelector('[role="status"]')
    if (status) status.textContent = words
    this.querySelector('.found')?.replaceChildren(...more)
  }

  async #read(file: File | undefined, text: HTMLTextAreaElement): Promise<void> {
    if (!file) return
    if (file.size > LARGEST)
      return this.#say(
        `${file.name} has ${Math.ceil(file.size / 1_000_000)} MB; at most ${LARGEST / 1_000_000} MB are read. Give the part that matters.`,
      )
    try {
      text.value = await file.text()
    } catch {
      // A folder, or a file that has gone since.
      return this.#say(`${file.name} could not be read. Give one file, or paste its text.`)
    }
    this.#compare(text.value)
  }

  #compare(text: string): void {
    this.#say('Comparing …')
    this.#run += 1
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(
      () => this.#giveUp(`The comparison was stopped: there was no answer for ${DEADLINE / 1000} seconds.`),
      DEADLINE,
    )
    this.#worker ??= this.#start()
    this.#worker.postMessage({
      run: this.#run,
      address: new URL(this.dataset['precedents'] ?? '', location.href).href,
      text,
    } satisfies Question)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./review/worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data: { run, answer } }: MessageEvent<Answered>) => {
      // What a later question has overtaken is not shown any more.
      if (run !== this.#run) return
      clearTimeout(this.#deadline)
      this.#show(answer)
    })
    worker.addEventListener('error', () => this.#giveUp('The comparison stopped because of a fault of its own.'))
    return worker
  }

  #show(answer: Answer): void {
    if ('problem' in answer) return this.#say(`${answer.problem.charAt(0).toUpperCase()}${answer.problem.slice(1)}.`)
    const { suggestions, comment } = answer
    if (suggestions.length === 0) return this.#say('No incident here is near this change.')
    const copy = make('button', { type: 'button' }, 'Copy')
    copy.addEventListener(
      'click',
      () =>
        void copyText(Promise.resolve(comment)).then((copied) =>
          copy.replaceChildren(copied ? 'Copied' : 'Select the text to copy it'),
        ),
    )
    const pre = make('pre', {}, comment)
    this.#say(
      suggestions.length === 1
        ? 'One incident is near.'
        : `${suggestions.length} incidents are near, the nearest first.`,
      make('ol', { className: 'stack' }, ...suggestions.map(shown)),
      make('details', { className: 'comment' }, make('summary', {}, 'Review comment in Markdown'), pre, copy),
    )
  }
}

customElements.define('kb-precedents', PrecedentsTool)
