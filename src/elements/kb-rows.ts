import { count } from '#text/words.ts'
import { fromAddress, keepInAddress } from './address.ts'

type Control = HTMLInputElement | HTMLSelectElement

const shownStates = (holder: Element): string[] =>
  [...holder.querySelectorAll<HTMLElement>('[data-value]:not([hidden])')].flatMap(({ dataset }) =>
    (dataset['value'] ?? '').split(' '),
  )

/**
 * Filters the rows of the table named by `for`. Each control says in `data-by` what it compares: `text` (the row’s heading), `state`
 * (the states shown), `column` (keeps one column and the rows with a state in it), or a `data-` attribute of rows holding words.
 */
class Rows extends HTMLElement {
  connectedCallback(): void {
    const table = document.getElementById(this.getAttribute('for') ?? '')
    if (!(table instanceof HTMLTableElement)) return
    this.hidden = false
    const controls = [...this.querySelectorAll<Control>('input, select')]
    for (const control of controls) {
      control.value = fromAddress(control.name)
      control.addEventListener('input', () => {
        keepInAddress(control.name, control.value)
        this.apply(table, controls)
      })
    }
    table.addEventListener('asof', () => this.apply(table, controls))
    this.apply(table, controls)
  }

  private apply(table: HTMLTableElement, controls: readonly Control[]): void {
    const set = controls.filter(({ value }) => value !== '')
    const column = Number(set.find(({ dataset }) => dataset['by'] === 'column')?.value ?? 0)
    for (const row of table.rows)
      for (const cell of row.cells) cell.hidden = column > 0 && cell.cellIndex > 0 && cell.cellIndex !== column
    const rows = [...table.tBodies].flatMap((body) => [...body.rows])
    for (const row of rows)
      row.hidden = row.hasAttribute('data-unborn') || !set.every((control) => matches(row, control, column))
    const left = rows.filter(({ hidden }) => !hidden).length
    const output = this.querySelector('output')
    if (output)
      output.textContent =
        left === rows.length
          ? count(left, this.noun)
          : `${left.toLocaleString('en-GB')} of ${count(rows.length, this.noun)}`
  }

  private get noun(): string {
    return this.getAttribute('noun') ?? 'row'
  }
}

function matches(row: HTMLTableRowElement, { dataset, value }: Control, column: number): boolean {
  const [heading, cell] = [row.cells[0], row.cells[column]]
  switch (dataset['by']) {
    case 'text':
      return (heading?.textContent ?? '').toLocaleLowerCase().includes(value.trim().toLocaleLowerCase())
    case 'state':
      return shownStates(column > 0 && cell ? cell : row).includes(value)
    case 'column':
      return cell !== undefined && shownStates(cell).some((state) => state !== 'none')
    default:
      return (row.dataset[dataset['by'] ?? ''] ?? '').split(' ').includes(value)
  }
}

customElements.define('kb-rows', Rows)
