import { onKeys } from './log/keys.ts'

// The names under which a log's controls keep a choice in the address; one of them there opens the controls at once.
const NAMES = ['kind', 'who', 'words', 'context', 'zone', 'known']

/** The controls of a log: a button until somebody wants them, because most readers only read. */
class Log extends HTMLElement {
  connectedCallback(): void {
    const section = this.closest('section')
    const opener = this.querySelector('button')
    if (!section || !opener) return
    const rest = () => import('./log/controls.ts')
    const help = () => void rest().then(({ showKeys }) => showKeys())
    const keys = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Keys',
      className: 'keys-opener',
    })
    keys.addEventListener('click', help)
    opener.after(keys)
    onKeys(section, help)
    const open = async (focus: boolean) => {
      const { openTools } = await rest()
      openTools(this, section)
      this.querySelector('.take output')?.before(keys)
      if (focus) this.querySelector<HTMLElement>('select')?.focus()
    }
    opener.addEventListener('click', () => void open(true), { once: true })
    const asked = new URLSearchParams(location.search)
    if (NAMES.some((name) => asked.has(name))) void open(false)
  }
}

customElements.define('kb-log', Log)
