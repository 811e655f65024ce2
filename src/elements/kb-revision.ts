/**
 * The history of a record. Whoever comes by a citation of an older revision (`?r=3`) is told at the top of the page
 * what changed since, and whether the part they came for did. Where the address leads past the top, a bar says it in
 * one sentence. Most readers come without one, so the words are loaded when they are needed.
 */
class Revision extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const asked = new URLSearchParams(location.search).get('r')
    const current = Number(this.dataset['current'])
    if (asked === null || asked === String(current)) return
    const { bar, note } = await import('./revision/note.ts')
    const part = location.hash.slice(1)
    const told = await note(asked, current, this.#since(Number(asked)), part)
    document.querySelector('main')?.prepend(told)
    if (document.getElementById(part)) document.body.append(bar(told))
  }

  /** Revisions after one, newest first, as they stand in the list. */
  #since(revision: number): HTMLLIElement[] {
    return [...this.querySelectorAll('li')].filter(({ value }) => value > revision)
  }
}

customElements.define('kb-revision', Revision)
