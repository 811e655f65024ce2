/** What the bar is shown for. */
export interface CiteBarTask {
  /** Fragment of the cited part, `#e-revert`. */
  readonly part: string
  readonly form: string
  /** Page with all forms. */
  readonly page: string
  readonly choose: (form: string) => void
}

const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  set: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(name), set)

/** The bar that says what was copied, at the foot of the window: another form can be chosen there. Escape closes it. */
export class CiteBar {
  readonly #bar = make('div', { className: 'cite-bar', hidden: true })
  readonly #message = make('p')
  readonly #choice = make('select', { ariaLabel: 'Form of the citation' })
  readonly #part = make('a', { textContent: 'Link to the part' })
  readonly #page = make('a', { textContent: 'All forms' })
  readonly #text = make('textarea', { readOnly: true, rows: 3, hidden: true, ariaLabel: 'Citation' })
  #choose: CiteBarTask['choose'] = () => {}

  constructor() {
    this.#message.setAttribute('role', 'status')
    const close = make('button', { type: 'button', textContent: 'Close' })
    close.addEventListener('click', () => this.hide())
    this.#choice.addEventListener('change', () => this.#choose(this.#choice.value))
    this.#bar.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide())
    this.#bar.append(this.#message, this.#choice, this.#part, this.#page, close, this.#text)
  }

  /** Sets the forms that can be chosen: name and label. */
  offer(forms: ReadonlyMap<string, string>): void {
    this.#choice.replaceChildren(...[...forms].map(([value, textContent]) => make('option', { value, textContent })))
  }

  /** Shows the bar for a part; `report` says later how it went. */
  show({ part, form, page, choose }: CiteBarTask): void {
    this.#choose = choose
    this.#choice.value = form
    this.#part.href = part
    this.#page.href = page
    this.#message.textContent = 'Copying …'
    this.#text.hidden = true
    this.#bar.hidden = false
    document.body.append(this.#bar)
  }

  /** Says that the text was copied; or shows it, selected, where the browser refused. */
  report(copied: boolean, text: string): void {
    this.#message.textContent = copied
      ? `Copied the citation of ${this.#part.hash.slice(1)} as`
      : 'The browser did not allow copying. Copy this text yourself:'
    this.#text.hidden = copied
    this.#text.value = text
    if (!copied) this.#text.select()
  }

  hide(): void {
    this.#bar.hidden = true
  }
}
