/**
 * The choice to see only the claims of one asserter. What it does is loaded when it is made, or when the address brings
 * it.
 */
class AsserterFilter extends HTMLElement {
  connectedCallback(): void {
    const choice = this.querySelector('select')
    if (!choice) return
    const { name } = choice
    const show = async () =>
      (await import('./asserter-filter/show-only.ts')).showSayer(choice, this.querySelector('output'))
    choice.addEventListener('change', () => {
      const url = new URL(location.href)
      if (choice.value === '') url.searchParams.delete(name)
      else url.searchParams.set(name, choice.value)
      history.replaceState(null, '', url)
      void show()
    })
    const asked = new URLSearchParams(location.search).get(name)
    if (asked === null) return
    choice.value = asked
    if (choice.selectedIndex === -1) choice.value = ''
    void show()
  }
}

customElements.define('kb-asserter-filter', AsserterFilter)
