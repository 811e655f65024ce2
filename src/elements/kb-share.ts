/** Ways to take a page or a picture in it away. What they do is loaded at the first click. */
class Share extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return
      void import('./share/take-away.ts').then(({ takeAway }) => takeAway(target.value, this))
    })
  }
}

customElements.define('kb-share', Share)
