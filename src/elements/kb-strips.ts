import { fromAddress, keepInAddress } from './address.ts'
import { counted, t } from './words.ts'

/** A number of a row, those without one last. */
const numberOf = (row: HTMLElement, key: string): number => Number(row.dataset[key] ?? Infinity)

/**
 * The chart of incidents: sorts its rows by a number that they carry (`data-length`, `data-word`), or as they came, and
 * narrows them by the selects of the form that `data-form` names, each of which compares the words of the attribute in
 * its `data-by`. The address keeps both.
 */
class Strips extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector('ol')
    const orders = this.parentElement?.querySelector<HTMLElement>('[data-orders]')
    const form = document.getElementById(this.dataset['form'] ?? '')
    if (!list) return
    const rows = [...list.querySelectorAll<HTMLElement>(':scope > li')]
    const buttons = [...(orders?.querySelectorAll('button') ?? [])]
    const sort = (key: string) => {
      list.append(...(key === 'year' ? rows : rows.toSorted((a, b) => numberOf(a, key) - numberOf(b, key))))
      for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset['sort'] === key))
      keepInAddress('sort', key === 'year' ? '' : key)
    }
    if (orders) orders.hidden = false
    for (const button of buttons) button.addEventListener('click', () => sort(button.dataset['sort'] ?? 'year'))
    const asked = fromAddress('sort')
    if (buttons.some(({ dataset }) => dataset['sort'] === asked)) sort(asked)
    if (form) this.#narrow(rows, form)
    // A sentence that covers what one wants to see goes away by Escape, until the row is left.
    this.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape')
        for (const row of rows) row.toggleAttribute('data-quiet', row.matches(':hover, :focus-within'))
    })
    for (const type of ['pointerout', 'focusout'])
      this.addEventListener(type, ({ target }) => {
        if (target instanceof Element) target.closest('li')?.removeAttribute('data-quiet')
      })
  }

  #narrow(rows: readonly HTMLElement[], form: HTMLElement): void {
    const selects = [...form.querySelectorAll('select')]
    const apply = () => {
      for (const row of rows)
        row.hidden = !selects.every(
          ({ value, dataset }) => value === '' || (row.dataset[dataset['by'] ?? ''] ?? '').split(' ').includes(value),
        )
      const left = rows.filter(({ hidden }) => !hidden).length
      const output = form.querySelector('output')
      if (output)
        output.textContent =
          left === rows.length
            ? ''
            : t('{n} of {incidents} drawn below', { n: left, incidents: counted(rows.length, 'incident') })
    }
    for (const select of selects) {
      select.value = fromAddress(select.name)
      select.addEventListener('input', () => {
        keepInAddress(select.name, select.value)
        apply()
      })
    }
    apply()
  }
}

customElements.define('kb-strips', Strips)
