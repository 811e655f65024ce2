/** How far down the page, in px, its own head is out of sight. */
const PAST_HEAD = 400

/**
 * What stays in sight of a long record: its short title, the menu of its sections, its strip and its citation. Loaded
 * once somebody reads on.
 */
class Bar extends HTMLElement {
  connectedCallback(): void {
    const readOn = () => {
      if (scrollY <= PAST_HEAD) return
      removeEventListener('scroll', readOn)
      void import('./bar/section-bar.ts').then(({ showBar }) => showBar(this, PAST_HEAD))
    }
    addEventListener('scroll', readOn, { passive: true })
    readOn()
  }
}

customElements.define('kb-bar', Bar)
