import { onSingleKeys } from './keys.ts'

/**
 * Search within reach on every page: the link, Ctrl or Cmd with K, and `/` open a dialog, which is loaded when it is
 * first opened. On the search page they lead to its own box. Without scripts, and with a modifier, the link is a link.
 */
class Find extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('a')?.addEventListener('click', (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      this.#open()
    })
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || event.ctrlKey === event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      this.#open()
    })
    onSingleKeys((key) => {
      if (key !== '/') return false
      this.#open()
      return true
    })
  }

  #open(): void {
    const box = document.querySelector<HTMLElement>('kb-search input[name=q]')
    if (box) return box.focus()
    import('./search/find-dialog.ts').then(
      ({ openFind }) => openFind(this),
      // What cannot be loaded leaves the link.
      () => location.assign(this.querySelector('a')?.href ?? ''),
    )
  }
}

customElements.define('kb-find', Find)
