import { saveCsv } from './csv-file.ts'
import { carryChoice, fromAddress, keepInAddress } from './address.ts'
import { countChoices, type RowFit } from './rows/count-choices.ts'
import { widening } from './rows/widen.ts'
import { keepPlace, placeIn, returnTo } from './search/place.ts'
import { counted, t } from './words.ts'

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

const rowsOf = (table: HTMLTableElement) => [...table.tBodies].flatMap((body) => [...body.rows])

/** The headings and the rows that the choice leaves, as text; the last column is the address that each row leads to. */
function rowsInSight(table: HTMLTableElement): string[][] {
  const cellsOf = (row: HTMLTableRowElement) => [...row.cells].filter(({ hidden }) => !hidden).map(wordsOf)
  const head = table.tHead?.rows[0]
  const rows = rowsOf(table).filter(({ hidden }) => !hidden)
  return [
    ...(head ? [[...cellsOf(head), 'url']] : []),
    ...rows.map((row) => [...cellsOf(row), row.querySelector('a')?.href ?? '']),
  ]
}

/**
 * Sets a control to what the address asks for. A value that no option has becomes an option: nothing has it, and that
 * is said. A value of older addresses is the one it has become (`data-former`).
 */
function ask(control: Control): void {
  const given = fromAddress(control.name)
  const options = control instanceof HTMLSelectElement ? [...control.options] : []
  const asked = options.find(({ dataset }) => dataset['former']?.split(' ').includes(given))?.value ?? given
  control.value = asked
  if (control.value === asked) return
  control.append(new Option(asked, asked))
  control.value = asked
}

/**
 * Filters the rows of the table named by `for`. Each control says in `data-by` what it compares: `text` (the row’s
 * heading), `state` (the states shown), `column` (keeps one column and the rows with a state in it), or a `data-`
 * attribute of rows holding words. With the attribute `counts` each option says how many rows it would leave. The
 * address keeps the choice; whoever comes back finds the place. Saves the rows that are left as CSV; where none is,
 * says which choice to give up.
 */
class Rows extends HTMLElement {
  readonly #note = document.createElement('p')
  readonly #all = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'quiet',
    textContent: t('Show everything'),
  })

  connectedCallback(): void {
    const table = document.getElementById(this.getAttribute('for') ?? '')
    if (!(table instanceof HTMLTableElement)) return
    this.hidden = false
    const controls = [...this.querySelectorAll<Control>('input, select')]
    for (const control of controls) {
      if (control instanceof HTMLSelectElement)
        for (const option of control.options) option.dataset['label'] = option.text
      ask(control)
      control.addEventListener('input', () => {
        keepInAddress(control.name, control.value)
        this.apply(table, controls)
      })
    }
    const save = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'quiet',
      textContent: t('CSV of this view'),
    })
    save.addEventListener('click', () => saveCsv(rowsInSight(table), `${table.id}.csv`))
    this.#all.addEventListener('click', () => this.#clear(table, controls, controls))
    this.#note.setAttribute('role', 'status')
    this.append(save, this.#all, this.#note)
    table.addEventListener('asof', () => this.apply(table, controls))
    table.addEventListener('click', keepPlace)
    this.apply(table, controls)
    const place = placeIn(history.state)
    if (place) returnTo(table, place)
  }

  #clear(table: HTMLTableElement, controls: readonly Control[], given: readonly Control[]): void {
    for (const control of given) {
      control.value = ''
      keepInAddress(control.name, '')
    }
    this.apply(table, controls)
    given[0]?.focus()
  }

  private apply(table: HTMLTableElement, controls: readonly Control[]): void {
    const column = Number(controls.find(({ dataset }) => dataset['by'] === 'column')?.value ?? 0)
    for (const row of table.rows)
      for (const cell of row.cells) cell.hidden = column > 0 && cell.cellIndex > 0 && cell.cellIndex !== column
    const rows = rowsOf(table)
    const born: RowFit[] = []
    for (const row of rows) {
      const values = controls.map((control) => valuesOf(row, control, column))
      const fits = controls.map(
        ({ value, dataset }, index) =>
          value === '' || (dataset['by'] === 'text' ? hasWords(row, value) : (values[index] ?? []).includes(value)),
      )
      const unborn = row.hasAttribute('data-unborn')
      row.hidden = unborn || !fits.every(Boolean)
      if (!unborn) born.push({ fits, values })
    }
    const { left, without, byValue } = countChoices(born, controls.length)
    if (this.hasAttribute('counts')) for (const [index, counts] of byValue.entries()) tell(controls[index], counts)
    const output = this.querySelector('output')
    if (output)
      output.textContent =
        left === rows.length
          ? counted(left, this.noun)
          : `${left.toLocaleString('en-GB')} ${t('of')} ${counted(rows.length, this.noun)}`
    const narrowed = controls.some(({ value }) => value !== '')
    this.#all.hidden = !narrowed || left === 0
    this.#note.hidden = !narrowed || left > 0
    this.#note.replaceChildren(
      ...(this.#note.hidden
        ? []
        : widening(controls, without, this.noun, (given) => this.#clear(table, controls, given))),
    )
    carryChoice()
  }

  private get noun(): string {
    return this.getAttribute('noun') ?? 'row'
  }
}

/** Says beside each option how many rows it would leave; one that would leave none cannot be taken. */
function tell(control: Control | undefined, counts: ReadonlyMap<string, number>): void {
  if (!(control instanceof HTMLSelectElement)) return
  for (const option of control.options) {
    if (option.value === '') continue
    const n = counts.get(option.value) ?? 0
    option.text = `${option.dataset['label'] ?? option.value} (${n})`
    option.disabled = n === 0 && !option.selected
  }
}

const hasWords = (row: HTMLTableRowElement, words: string): boolean =>
  (row.cells[0]?.textContent ?? '').toLocaleLowerCase().includes(words.trim().toLocaleLowerCase())

/** What a row has for a control to choose from; nothing for words that are typed. */
function valuesOf(row: HTMLTableRowElement, { dataset }: Control, column: number): string[] {
  const cell = row.cells[column]
  switch (dataset['by']) {
    case 'text':
      return []
    case 'state':
      return shownStates(column > 0 && cell ? cell : row)
    case 'column':
      return [...row.cells].flatMap((own) =>
        own.cellIndex > 0 && shownStates(own).some((state) => state !== 'none') ? [String(own.cellIndex)] : [],
      )
    default:
      return (row.dataset[dataset['by'] ?? ''] ?? '').split(' ')
  }
}

customElements.define('kb-rows', Rows)
