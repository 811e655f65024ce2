import { BAR_AT_FOOT } from '../foot-bar.ts'
import { t } from '../words.ts'

/** What the bar is shown for. */
export interface CiteBarTask {
  /** Id of the cited part; empty for the record. */
  readonly part: string
  readonly form: string
  /** The forms that can be chosen: name and label. */
  readonly forms: ReadonlyMap<string, string>
  readonly choose: (form: string) => void
}

const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  set: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(name), set)

/**
 * The bar that says what was copied and shows it, at the foot of the window: another form can be chosen there. Escape
 * closes it.
 */
export class CiteBar {
  readonly #bar = make('section', {
    // Over what stood there before.
    className: `${BAR_AT_FOOT} z-1`,
    hidden: true,
    ariaLabel: t('Citation'),
  })
  readonly #message = make('p')
  readonly #choice = make('select', { ariaLabel: t('Form of the citation') })
  readonly #part = make('a', { textContent: t('Link to the part') })
  readonly #text = make('textarea', {
    className: 'flex-[1_0_100%]',
    readOnly: true,
    rows: 2,
    ariaLabel: t('Text of the citation'),
  })
  #choose: CiteBarTask['choose'] = () => {}
  #subject = ''

  constructor() {
    this.#message.setAttribute('role', 'status')
    const close = make('button', { type: 'button', textContent: t('Close') })
    close.addEventListener('click', () => this.hide())
    this.#choice.addEventListener('change', () => this.#choose(this.#choice.value))
    this.#bar.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide())
    this.#bar.append(this.#message, this.#choice, this.#part, close, this.#text)
  }

  /** Shows the bar for a record or part; `report` says later how it went. */
  show({ part, form, forms, choose }: CiteBarTask): void {
    this.#choose = choose
    this.#choice.replaceChildren(...[...forms].map(([value, textContent]) => make('option', { value, textContent })))
    this.#choice.value = form
    this.#part.href = `#${part}`
    this.#part.hidden = part === ''
    this.#subject = part === '' ? t('this record') : part
    this.#message.textContent = t('Copying …')
    this.#text.value = ''
    this.#bar.hidden = false
    document.body.append(this.#bar)
  }

  /** Says whether the text was copied; it is selected where the browser refused. */
  report(copied: boolean, text: string): void {
    this.#message.textContent = copied
      ? t('Copied the citation of {part} as', { part: this.#subject })
      : t('The browser did not allow copying. Copy this text yourself:')
    this.#text.value = text
    if (!copied) this.#text.select()
  }

  hide(): void {
    this.#bar.hidden = true
  }
}
