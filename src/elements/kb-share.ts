/** Ways to take the address of a page away. What they do is loaded at the first click. */
class Share extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return
      void import('./share/take-away.ts').then(({ takeAway }) => takeAway(target.value, this.querySelector('output')))
    })
  }
}

customElements.define('kb-share', Share)
