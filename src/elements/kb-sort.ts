import { t } from './words.ts'

/**
 * Makes the headings of the table inside sort its rows. A cell sorts by its `data-key`, else by the state it shows, in
 * the order that the attribute `order` gives, else by its words. A second press turns the order round.
 */
class Sort extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector('table')
    const heads = [...(table?.tHead?.rows[0]?.cells ?? [])]
    const order = (this.getAttribute('order') ?? '').split(' ')
    for (const head of heads) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'sort min-h-6 min-w-6 line-none bg-transparent p-0 text-ink-faint in-[[aria-sort]]:text-ink'
      button.setAttribute('aria-label', t('Sort by {what}', { what: head.textContent?.trim() ?? '' }))
      head.append(button)
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending'
        for (const other of heads) other.removeAttribute('aria-sort')
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
        for (const body of table?.tBodies ?? []) body.append(...sorted([...body.rows], head.cellIndex, order, down))
      })
    }
  }
}

function sorted(
  rows: readonly HTMLTableRowElement[],
  column: number,
  order: readonly string[],
  down: boolean,
): HTMLTableRowElement[] {
  const keys = new Map(rows.map((row) => [row, keyOf(row.cells[column], order)]))
  const key = (row: HTMLTableRowElement) => keys.get(row) ?? ''
  const turn = down ? -1 : 1
  return [...rows].sort((a, b) => turn * key(a).localeCompare(key(b), 'en', { numeric: true }))
}

function keyOf(cell: HTMLTableCellElement | undefined, order: readonly string[]): string {
  const key = cell?.dataset['key']
  if (key !== undefined) return key
  const state = cell?.querySelector<HTMLElement>('[data-value]:not([hidden])')
  const rank = order.indexOf(state?.dataset['value'] ?? 'none')
  if (state || cell?.classList.contains('none')) return String(rank === -1 ? order.length : rank)
  return cell?.textContent?.trim() ?? ''
}

customElements.define('kb-sort', Sort)
