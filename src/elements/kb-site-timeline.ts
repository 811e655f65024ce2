import { fromAddress, keepInAddress } from './address.ts'
import { counted, t } from './words.ts'

/**
 * Filters the common timeline and, when asked, adds older pages below. The choice stands in the address and goes along
 * to other years.
 */
class SiteTimeline extends HTMLElement {
  /** Whether an older page is on its way. */
  #adding = false

  connectedCallback(): void {
    const book = document.getElementById(this.getAttribute('for') ?? '')
    if (!book) return
    this.hidden = false
    for (const select of this.querySelectorAll('select')) {
      select.value = fromAddress(select.name)
      // A choice from another year may have nothing here: it stays, and nothing is what is shown.
      const asked = fromAddress(select.name)
      if (asked !== '' && select.value !== asked) select.add(new Option(asked, asked, true, true))
      select.addEventListener('change', () => {
        keepInAddress(select.name, select.value)
        this.apply(book)
      })
    }
    const older = document.querySelector('a[data-older]')
    if (older instanceof HTMLAnchorElement) older.addEventListener('click', (event) => this.follow(event, book, older))
    this.apply(book)
  }

  private apply(book: HTMLElement): void {
    const set = [...this.querySelectorAll('select')].filter(({ value }) => value !== '')
    const items = [...book.querySelectorAll<HTMLElement>('[data-kind]')]
    for (const item of items)
      hide(item, !set.every(({ name, value }) => (item.dataset[name] ?? '').split(' ').includes(value)))
    for (const month of book.querySelectorAll<HTMLElement>('.month'))
      hide(month, month.querySelector('[data-kind]:not([hidden])') === null)
    const left = items.filter(({ hidden }) => !hidden).length
    const output = this.querySelector('output')
    if (output)
      output.textContent =
        left === items.length ? counted(left, 'entry') : `${left} ${t('of')} ${counted(items.length, 'entry')}`
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-year]')) link.search = location.search
  }

  private follow(event: MouseEvent, book: HTMLElement, older: HTMLAnchorElement): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void this.add(book, older)
  }

  private async add(book: HTMLElement, older: HTMLAnchorElement): Promise<void> {
    // A second click while the first is answered would add the same months twice.
    if (this.#adding) return
    this.#adding = true
    const text = await fetch(older.href)
      .then((response) => (response.ok ? response.text() : undefined))
      .catch(() => undefined)
    this.#adding = false
    // What cannot be had is where the link leads, with whatever the browser says of it.
    if (text === undefined) return location.assign(older.href)
    const page = new DOMParser().parseFromString(text, 'text/html')
    // Months stand oldest first within a page: an older page goes above.
    book.prepend(
      ...[...(page.getElementById('ledger')?.children ?? [])].map((month) => document.importNode(month, true)),
    )
    const next = page.querySelector('a[data-older]')
    if (next instanceof HTMLAnchorElement) {
      older.setAttribute('href', next.getAttribute('href') ?? '')
      older.textContent = next.textContent
    } else older.remove()
    for (const [index, select] of [...this.querySelectorAll('select')].entries())
      addOptions(select, page.querySelectorAll<HTMLSelectElement>('kb-site-timeline select')[index])
    this.apply(book)
  }
}

// What stays as it is is not written again: the browser would lay it out anew.
function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden
}

function addOptions(select: HTMLSelectElement, more: HTMLSelectElement | undefined): void {
  const known = new Set([...select.options].map(({ value }) => value))
  for (const { value, text } of more?.options ?? []) if (!known.has(value)) select.add(new Option(text, value))
}

customElements.define('kb-site-timeline', SiteTimeline)
