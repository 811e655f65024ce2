/** Where a reader was among the hits: how far down, and at which link. */
export interface Place {
  readonly top: number
  readonly link: string
}

/** The place kept with a step of the history; undefined where none is. */
export function placeIn(state: unknown): Place | undefined {
  if (typeof state !== 'object' || state === null || !('top' in state) || !('link' in state)) return undefined
  const { top, link } = state
  return typeof top === 'number' && typeof link === 'string' ? { top, link } : undefined
}

/** Keeps the place of a reader who follows a link, with the step of the history that they leave. */
export function keepPlace(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!link) return
  const place: Place = { top: scrollY, link: link.getAttribute('href') ?? '' }
  history.replaceState(place, '')
}

/** Shows a place again: the link in focus, as far down as it was. */
export function returnTo(root: HTMLElement, { top, link }: Place): void {
  root.querySelector<HTMLElement>(`a[href="${CSS.escape(link)}"]`)?.focus({ preventScroll: true })
  scrollTo({ top, behavior: 'instant' })
}

// A choice that narrows the results and can be taken back.
const CHIP = '[data-part="chips"] button'

/**
 * Call before results are drawn anew: gives a function that puts the focus back on the control that had it, or near it.
 */
export function focusKeeper(root: HTMLElement): () => void {
  const held = document.activeElement
  if (!(held instanceof HTMLElement) || !root.contains(held)) return () => {}
  const [id, wasChip] = [held.id, held.matches(CHIP)]
  return () => {
    if (held.isConnected) return
    const again = id === '' ? null : root.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
    const next = wasChip ? root.querySelector<HTMLElement>(CHIP) : null
    ;(again ?? next ?? root.querySelector<HTMLElement>('input[name=q]'))?.focus({ preventScroll: true })
  }
}
