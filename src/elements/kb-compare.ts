import { compareWords } from '#text/word-changes.ts'

const TAGS = { both: 'span', first: 'del', second: 'ins' } as const

/** Compares the two chosen texts word by word; the texts stand in templates named `text-<id>`. */
class Compare extends HTMLElement {
  connectedCallback(): void {
    const [first, second] = this.querySelectorAll('select')
    const output = document.getElementById('compared')
    if (!first || !second || !output) return
    this.hidden = false
    this.addEventListener('change', () => {
      const runs = compareWords(textOf(first.value), textOf(second.value))
      output.replaceChildren(
        ...runs.map((run) => {
          const element = document.createElement(TAGS[run.in])
          element.textContent = run.text
          return element
        }),
      )
    })
  }
}

function textOf(id: string): string {
  const template = document.getElementById(`text-${id}`)
  return template instanceof HTMLTemplateElement ? (template.content.textContent ?? '') : ''
}

customElements.define('kb-compare', Compare)
