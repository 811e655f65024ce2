/** Leads from an old address to the new one, keeping the revision and the part that were cited. */
class Moved extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a')
    if (link) location.replace(link.href + location.search + location.hash)
  }
}

customElements.define('kb-moved', Moved)
