const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]') !== null
const { dataset } = document.documentElement

try {
  dataset['keys'] = localStorage.getItem('keys') ?? 'on'
} catch {
  // Storage is closed to us: the keys are on, and turning them off holds for this page.
}

/**
 * Gives single keys of a page their meaning: `act` says whether a key was one of its own. None acts in a field, with a
 * modifier, under an open dialog, or where the reader turned them off (WCAG 2.1.4: who speaks to the machine would set
 * them off by talking).
 */
export function onSingleKeys(act: (key: string) => boolean): void {
  document.addEventListener('keydown', (event) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      dataset['keys'] === 'off' ||
      inField(event.target) ||
      document.querySelector('dialog[open]')
    )
      return
    if (act(event.key)) event.preventDefault()
  })
}
