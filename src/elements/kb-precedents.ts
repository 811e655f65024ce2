import { LARGEST } from '#review/read-change.ts'
import type { Answer, Answered, Question } from './review/answer.ts'
import { commentBox } from './review/comment-box.ts'
import { briefView, precedentView, safeguardsView } from './review/found-view.ts'
import { make } from './search/make.ts'
import { ready, t } from './words.ts'

// So long a comparison may take (ms): many times what the longest change needs on a slow machine.
const DEADLINE = 60_000

// While somebody types, the answer follows after this pause (ms).
const PAUSE = 500
const KEPT = 'review-change'

const EXAMPLE = `diff --git a/rules/waf/xss.lua b/rules/waf/xss.lua
--- a/rules/waf/xss.lua
+++ b/rules/waf/xss.lua
@@ -1,2 +1,3 @@
 -- managed rules, deployed to every machine at once
+pattern = "(?:(?:\\"|'|\\]|\\}|\\\\|\\d|(?:nan|infinity|true|false)).*(?:.*=.*))" -- regular expression
`

/** Keeps a change for the page of reviews, in this tab alone. */
function keep(text: string): void {
  try {
    sessionStorage.setItem(KEPT, text)
  } catch {
    // The page of reviews opens empty then.
  }
}

function takeKept(): string {
  try {
    const text = sessionStorage.getItem(KEPT) ?? ''
    sessionStorage.removeItem(KEPT)
    return text
  } catch {
    return ''
  }
}

// Words that are dragged into the field are its own affair; a file would otherwise be opened in place of the page.
const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** The precedent finder: what is pasted or dropped is compared in this browser, by a worker, and sent nowhere. */
class PrecedentsTool extends HTMLElement {
  #worker: Worker | undefined
  #run = 0
  #deadline: ReturnType<typeof setTimeout> | undefined
  #pause: ReturnType<typeof setTimeout> | undefined

  get #brief(): boolean {
    return 'brief' in this.dataset
  }

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
    text.addEventListener('input', () => {
      clearTimeout(this.#pause)
      if (text.value.trim() !== '') this.#pause = setTimeout(() => this.#compare(text.value), PAUSE)
    })
    text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
    })
    this.querySelector('[data-example]')?.addEventListener('click', () => {
      text.value = EXAMPLE
      this.#compare(text.value)
    })
    const kept = this.#brief ? '' : takeKept()
    if (kept !== '') {
      text.value = kept
      this.#compare(kept)
    }
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
    clearTimeout(this.#pause)
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #giveUp(why: string): void {
    this.#end()
    this.#say(`${t(why)} ${t('Try a smaller part of the change.')}`)
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
        t('{file} has {n} MB; at most {most} MB are read. Give the part that matters.', {
          file: file.name,
          n: Math.ceil(file.size / 1_000_000),
          most: LARGEST / 1_000_000,
        }),
      )
    try {
      text.value = await file.text()
    } catch {
      // A folder, or a file that has gone since.
      return this.#say(t('{file} could not be read. Give one file, or paste its text.', { file: file.name }))
    }
    this.#compare(text.value)
  }

  #compare(text: string): void {
    clearTimeout(this.#pause)
    this.#say(t('Comparing …'))
    this.#run += 1
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(
      () => this.#giveUp(t('The comparison was stopped: there was no answer for {n} seconds.', { n: DEADLINE / 1000 })),
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
      void ready.then(() => this.#show(answer))
    })
    worker.addEventListener('error', () => this.#giveUp('The comparison stopped because of a fault of its own.'))
    return worker
  }

  #show(answer: Answer): void {
    if ('problem' in answer) return this.#say(t(`${answer.problem.charAt(0).toUpperCase()}${answer.problem.slice(1)}.`))
    const { precedents, safeguards } = answer
    if (precedents.length === 0)
      return this.#say(t('No incident here is near this change.'), ...safeguardsView(safeguards))
    const words =
      precedents.length === 1
        ? t('One incident is near.')
        : t('{n} incidents are near, the nearest first.', { n: precedents.length })
    if (this.#brief) {
      const more = make('a', { href: this.dataset['review'] ?? '' }, t('Questions and a comment for the review'))
      more.addEventListener('click', () => keep(this.querySelector('textarea')?.value ?? ''))
      return this.#say(words, make('ol', { class: 'lines' }, ...precedents.map(briefView)), make('p', {}, more))
    }
    const list = make('ol', {}, ...precedents.map(precedentView))
    this.#say(words, list, commentBox(precedents, list))
  }
}

customElements.define('kb-precedents', PrecedentsTool)
