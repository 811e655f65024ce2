import { onKeys } from './log/keys.ts'

// The names under which a log's tools keep a choice in the address; one of them there applies it at once.
const NAMES = ['kind', 'who', 'words', 'context', 'zone', 'known']

/** The tools of a log. They are in sight from the start; what they do is loaded when one of them is touched. */
class Log extends HTMLElement {
  connectedCallback(): void {
    const section = this.closest('section')
    if (!section) return
    const rest = () => import('./log/controls.ts')
    const help = () => void rest().then(({ showKeys }) => showKeys())
    this.querySelector('.keys-opener')?.addEventListener('click', help)
    onKeys(section, help)
    let opened: Promise<void> | undefined
    const open = () => (opened ??= rest().then(({ openTools }) => openTools(this, section)))
    for (const event of ['focusin', 'pointerover', 'input'] as const) this.addEventListener(event, open, { once: true })
    this.addEventListener('click', ({ target }) => {
      const view = target instanceof Element ? target.closest<HTMLButtonElement>('.views button')?.value : undefined
      if (view) void open().then(async () => (await rest()).showView(this, section, view))
    })
    section.querySelector('.lanes-fold')?.addEventListener(
      'toggle',
      ({ target }) => {
        if (target instanceof Element) void import('./log/lane-words.ts').then(({ tellMarks }) => tellMarks(target))
      },
      { once: true },
    )
    const asked = new URLSearchParams(location.search)
    if (NAMES.some((name) => asked.has(name))) void open()
  }
}

customElements.define('kb-log', Log)
