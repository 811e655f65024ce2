import { onSingleKeys } from '../keys.ts'
import { keysSwitch } from '../keys-switch.ts'

/**
 * Reading results by keyboard: `j` and `k` go from result to result, Enter opens the one in focus (it is a link), `o`
 * shows its other passages, the arrow down leaves the search box for the first result, `?` lists the keys; `/` returns
 * to the box (`kb-find`).
 */
export function onKeys(root: HTMLElement, input: HTMLInputElement): void {
  const links = () => [...root.querySelectorAll<HTMLElement>('.hit-link')]
  const move = (step: number) => {
    const all = links()
    const current = all.findIndex((link) => link.closest('.hit')?.contains(document.activeElement))
    all[Math.max(0, Math.min(all.length - 1, current + step))]?.focus()
    return true
  }
  const help = root.querySelector<HTMLDetailsElement>('.search-help')
  help?.append(keysSwitch())
  input.addEventListener('keydown', (event) => {
    if (
      event.key !== 'ArrowDown' ||
      event.isComposing ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      links().length === 0
    )
      return
    move(1)
    event.preventDefault()
  })
  onSingleKeys((key) => {
    if (key === 'j') return move(1)
    if (key === 'k') return move(-1)
    if (key === 'o') {
      const details = document.activeElement?.closest('.hit')?.querySelector('details')
      if (details) details.open = !details.open
    } else if (key === '?' && help) {
      help.open = true
      help.querySelector('summary')?.focus()
    } else return false
    return true
  })
}
