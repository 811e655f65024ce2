import { copyText } from './copy-text.ts'
import { t } from './words.ts'

/** Adds a button to each text in it that can be copied: those in a box that opens, marked `data-form`. */
class Copy extends HTMLElement {
  connectedCallback(): void {
    for (const details of this.querySelectorAll('details:has([data-form])')) {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: t('Copy') })
      button.addEventListener('click', () => {
        const text = details.querySelector('[data-form]')?.textContent ?? ''
        void copyText(Promise.resolve(text)).then((copied) => {
          button.textContent = copied ? t('Copied') : t('Select the text to copy it')
        })
      })
      details.append(button)
    }
  }
}

customElements.define('kb-copy', Copy)
