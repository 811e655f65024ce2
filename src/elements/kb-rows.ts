import { count } from '#text/words.ts'
import { saveCsv } from './csv-file.ts'
import { fromAddress, keepInAddress } from './address.ts'

type Control = HTMLInputElement | HTMLSelectElement

const shownStates = (holder: Element): string[] =>
  [...holder.querySelectorAll<HTMLElement>('[data-value]:not([hidden])')].flatMap(({ dataset }) =>
    (dataset['value'] ?? '').split(' '),
  )

const isInSight = (element: Element | null, root: Element): boolean =>
  element === null || element === root || (!element.hasAttribute('hidden') && isInSight(element.parentElement, root))

/** What a cell says now: without what is hidden, with the name of a link that is a mark alone. */
function wordsOf(cell: HTMLTableCellElement): string {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  while (walker.nextNode())
    if (isInSight(walker.currentNode.parentElement, cell)) words.push(walker.currentNode.textContent ?? '')
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

/** The headings and the rows that the choice leaves, as text; the last column is the address that each row leads to. */
function rowsInSight(table: HTMLTableElement): string[][] {
  const cellsOf = (row: HTMLTableRowElement) => [...row.cells].filter(({ hidden }) => !hidden).map(wordsOf)
  const head = table.tHead?.rows[0]
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter(({ hidden }) => !hidden)
  return [
    ...(head ? [[...cellsOf(head), 'url']] : []),
    ...rows.map((row) => [...cellsOf(row), row.querySelector('a')?.href ?? '']),
  ]
}

/**
 * Filters the rows of the table named by `for`. Each control says in `data-by` what it compares: `text` (the row’s heading), `state`
 * (the states shown), `column` (keeps one column and the rows with a state in it), or a `data-` attribute of rows holding words. Saves the rows that are left as CSV.
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
    const save = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'quiet',
      textContent: 'CSV of this view',
    })
    save.addEventListener('click', () => saveCsv(rowsInSight(table), `${table.id}.csv`))
    this.append(save)
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
