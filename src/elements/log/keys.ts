import { onSingleKeys } from '../keys.ts'

const isAbove = (item: HTMLElement) => item.getBoundingClientRect().top < 0

/**
 * Takes the focus to the title of the next or previous event in sight: from the one in focus, or else from the top of
 * the window.
 */
function move(section: HTMLElement, step: 1 | -1): void {
  const all = [...section.querySelectorAll<HTMLElement>('.log > .part')].filter((item) => item.checkVisibility())
  const current = all.findIndex((item) => item.contains(document.activeElement))
  const fromTop = step === 1 ? all.find((item) => !isAbove(item)) : all.findLast(isAbove)
  const link = (
    current === -1 ? fromTop : all[Math.max(0, Math.min(all.length - 1, current + step))]
  )?.querySelector<HTMLElement>('h4 a')
  link?.focus()
}

/** Reading a log by keyboard: `j` and `k` go from event to event; `help` lists the keys. */
export function onKeys(section: HTMLElement, help: () => void): void {
  onSingleKeys((key) => {
    if (key === 'j') move(section, 1)
    else if (key === 'k') move(section, -1)
    else if (key === '?') help()
    else return false
    return true
  })
}
