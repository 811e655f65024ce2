import type { CiteBar } from './cite/bar.ts'
import { copyText } from './copy-text.ts'

const KEY = 'citation-form'
const CONTROLS = 'a.pl, :is(h2, h3, h4)[id] > [href^="#"], a[data-cite]'

function lastForm(): string {
  try {
    return localStorage.getItem(KEY) ?? 'short'
  } catch {
    return 'short'
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
 * The citation of a record, and what every control of citation on its page does (`a[data-cite]` of the record, `a.pl`
 * or the heading of a part): it copies the citation in the form last used, and says so in a bar where another form can
 * be chosen. The forms are made from the record’s JSON by the code that the command line uses; code and bar are loaded
 * at the first click.
 */
class Cite extends HTMLElement {
  #bar: CiteBar | undefined

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => void this.#cite('', location.href))
    document.addEventListener('click', this.#onClick)
  }

  disconnectedCallback(): void {
    document.removeEventListener('click', this.#onClick)
  }

  // A click with a modifier means a new tab or window, and stays a link.
  readonly #onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(CONTROLS) : null
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void this.#cite('cite' in link.dataset ? '' : decodeURIComponent(new URL(link.href).hash.slice(1)), link.href)
  }

  async #cite(part: string, address: string): Promise<void> {
    try {
      const [{ citation, forms }, drawn] = await Promise.all([import('./cite/citations.ts'), import('./cite/bar.ts')])
      const bar = (this.#bar ??= new drawn.CiteBar())
      const copy = async (form: string) => {
        remember(form)
        const text = citation(part, form)
        const copied = await copyText(text)
        bar.report(copied, await text)
      }
      const last = lastForm()
      const form = forms.has(last) ? last : 'short'
      bar.show({ part, form, forms, choose: (chosen) => void copy(chosen) })
      await copy(form)
    } catch {
      // The data cannot be had, as when the connection is gone: the link does what it does without scripts.
      this.#bar?.hide()
      location.assign(address)
    }
  }
}

customElements.define('kb-cite', Cite)
