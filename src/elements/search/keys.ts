const inField = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]') !== null

/**
 * Reading results by keyboard: `j` and `k` go from result to result, Enter opens the one in focus (it is a link), `o` shows its
 * other passages, the arrow down leaves the search box for the first result, `/` returns to the box.
 */
export function onKeys(root: HTMLElement, input: HTMLInputElement): void {
  const links = () => [...root.querySelectorAll<HTMLElement>('.hit-link')]
  const move = (step: number) => {
    const all = links()
    const current = all.findIndex((link) => link.closest('.hit')?.contains(document.activeElement))
    all[Math.max(0, Math.min(all.length - 1, current + step))]?.focus()
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target === input && event.key === 'ArrowDown' && links().length > 0) move(1)
    else if (inField(event.target)) return
    else if (event.key === 'j') move(1)
    else if (event.key === 'k') move(-1)
    else if (event.key === '/') input.focus()
    else if (event.key === 'o') {
      const details = document.activeElement?.closest('.hit')?.querySelector('details')
      if (details) details.open = !details.open
      return
    } else return
    event.preventDefault()
  })
}
