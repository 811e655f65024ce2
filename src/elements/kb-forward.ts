import { forwarded } from '#text/forward.ts'

/**
 * On the page of unknown addresses: leads on from an address that moved, where a host does not read the redirects file;
 * revision and part that were cited are kept. It holds the redirects in a template, one on a line, and says so while
 * the browser goes there.
 */
class Forward extends HTMLElement {
  connectedCallback(): void {
    const base = (this.dataset['base'] ?? '/').replace(/\/$/, '')
    const path = location.pathname
    if (!path.startsWith(`${base}/`)) return
    const lines = this.querySelector('template')?.content.textContent?.trim().split('\n') ?? []
    const redirects = lines.map((line) => {
      const [from = '', to = ''] = line.split(' ')
      return { from, to }
    })
    const target = forwarded(redirects, decodeURI(path.slice(base.length)))
    if (target === undefined) return
    const url = new URL(base + target, location.href)
    if (url.search === '') url.search = location.search
    if (location.hash !== '') url.hash = location.hash
    location.replace(url)
  }
}

customElements.define('kb-forward', Forward)
