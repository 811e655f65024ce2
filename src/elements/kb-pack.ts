/**
 * Chooses controls for a review pack: keeps the sections of those ticked, in the page and in print, and writes the
 * choice into the address.
 */
class Pack extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
    const asked = new Set(new URLSearchParams(location.search).getAll('control'))
    for (const box of boxes) {
      box.checked = asked.has(box.value)
      box.addEventListener('change', () => {
        const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => ['control', value])
        history.replaceState(null, '', chosen.length === 0 ? location.pathname : `?${new URLSearchParams(chosen)}`)
        show(boxes)
      })
    }
    show(boxes)
  }
}

// Nothing ticked means everything, as without scripts.
function show(boxes: readonly HTMLInputElement[]): void {
  const chosen = new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value))
  for (const section of document.querySelectorAll<HTMLElement>('[data-control]'))
    section.hidden = chosen.size > 0 && !chosen.has(section.dataset['control'] ?? '')
}

customElements.define('kb-pack', Pack)
