import { quoteButton } from './quote-button.ts'
import { t } from './words.ts'

/** Gives the quotation inside a button that copies it; `data-source` and `data-address` say what goes with it. */
class Quote extends HTMLElement {
  connectedCallback(): void {
    const words = (selector: string) => (this.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim()
    const caption = this.querySelector('figcaption')
    const { source = '', address = '' } = this.dataset
    caption?.append(
      ' ',
      quoteButton(
        { quote: words('blockquote'), who: words('[data-who]'), source, address: new URL(address, location.href).href },
        t('Copy quote of {who}', { who: words('[data-who]') }),
      ),
    )
  }
}

customElements.define('kb-quote', Quote)
