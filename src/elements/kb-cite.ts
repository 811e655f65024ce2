import { citationText } from './citation-text.ts'
import { CiteBar } from './cite-bar.ts'
import { copyText } from './copy-text.ts'

const KEY = 'citation-form'

function lastForm(): string {
  try {
    return localStorage.getItem(KEY) ?? 'markdown'
  } catch {
    return 'markdown'
  }
}

function remember(form: string): void {
  try {
    localStorage.setItem(KEY, form)
  } catch {
    // Storage is closed to us: the choice holds for this copy.
  }
}

/**
 * The record's citation forms, each with a copy button; and, for the whole page, what the quiet controls of parts do: copy the
 * citation in the form last used, and say so in a bar where another form can be chosen.
 */
class Cite extends HTMLElement {
  readonly #bar = new CiteBar()

  connectedCallback(): void {
    const forms = [...this.querySelectorAll<HTMLElement>('details:has([data-form])')]
    for (const details of forms) this.#addButton(details)
    this.#bar.offer(
      new Map(
        forms.map((details) => [
          details.querySelector<HTMLElement>('[data-form]')?.dataset['form'] ?? '',
          details.querySelector('summary')?.textContent ?? '',
        ]),
      ),
    )
    // A checklist has forms of its own; the controls of parts are the citation's.
    if (this.querySelector('[data-form="markdown"]')) document.addEventListener('click', this.#onClick)
  }

  disconnectedCallback(): void {
    document.removeEventListener('click', this.#onClick)
  }

  #addButton(details: HTMLElement): void {
    const source = details.querySelector<HTMLElement>('[data-form]')
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Copy' })
    button.addEventListener('click', () => {
      remember(source?.dataset['form'] ?? 'markdown')
      this.#bar.hide()
      void copyText(Promise.resolve(source?.textContent ?? '')).then((copied) => {
        button.textContent = copied ? 'Copied' : 'Select the text to copy it'
      })
    })
    details.append(button)
  }

  // A click with a modifier means a new tab or window, and stays a link.
  readonly #onClick = (event: MouseEvent): void => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.pl[href*="cite/#"]') : null
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    this.#bar.show({
      part: new URL(link.href).hash,
      form: lastForm(),
      page: link.href,
      choose: (form) => void this.#copy(link, form),
    })
    void this.#copy(link, lastForm())
  }

  async #copy(link: HTMLAnchorElement, form: string): Promise<void> {
    remember(form)
    const text = citationText(link.href, form)
    const copied = await copyText(text)
    await text.then(
      (words) => this.#bar.report(copied, words),
      // Not to be had from here, as when the connection is gone: the link does what it does without scripts.
      () => location.assign(link.href),
    )
  }
}

customElements.define('kb-cite', Cite)
