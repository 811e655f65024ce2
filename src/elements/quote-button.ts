import { copyText } from './copy-text.ts'
import { t } from './words.ts'

/** What is copied with a quotation. */
export interface Quotation {
  readonly quote: string
  /** Who said it, when and where. */
  readonly who: string
  readonly source: string
  readonly address: string
}

/** The text of a copied quotation: the words, who said them, the source, the address, each on its line. */
export const quotationText = ({ quote, who, source, address }: Quotation): string =>
  [`“${quote}”`, who, source, address].filter(Boolean).join('\n')

/**
 * A button that copies a quotation with who said it, its source and its address. `name` tells it from others to those
 * who hear the page.
 */
export function quoteButton(quotation: Quotation, name: string): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'quiet print:hidden',
    textContent: t('Copy quote'),
    ariaLabel: name,
  })
  button.addEventListener('click', () => {
    void copyText(Promise.resolve(quotationText(quotation))).then((copied) => {
      button.textContent = copied ? t('Copied') : t('The browser did not allow copying')
      button.removeAttribute('aria-label')
    })
  })
  return button
}
