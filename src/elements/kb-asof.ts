import { formatText } from '#time/format.ts'
import { fromAddress, keepInAddress } from './address.ts'
import { said } from './words.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * Shows states as of a day. Under the element named by `for`, siblings with `data-from` are the states of one thing in
 * order: the last that begins no later than the day is shown, the sibling without `data-from` where none does. Says so
 * with an `asof` event there.
 */
class AsOf extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input')
    const button = this.querySelector('button')
    const target = document.getElementById(this.getAttribute('for') ?? '')
    if (!input || !button || !target) return
    const today = input.value
    const show = (day: string) => {
      input.value = day
      button.disabled = day === today
      keepInAddress(input.name, day === today ? '' : day)
      showAsOf(target, day)
    }
    this.hidden = false
    input.addEventListener('change', () => show(input.validity.valid ? input.value : today))
    button.addEventListener('click', () => show(today))
    const asked = fromAddress(input.name)
    if (DAY.test(asked) && asked >= input.min && asked < today) show(asked)
  }
}

function showAsOf(target: HTMLElement, day: string): void {
  const holders = new Set([...target.querySelectorAll('[data-from]')].map((state) => state.parentElement))
  for (const holder of holders) {
    if (!holder) continue
    const states = [...holder.children].filter(
      (child): child is HTMLElement =>
        child instanceof HTMLElement && ('from' in child.dataset || 'value' in child.dataset),
    )
    const shown = states.findLast(({ dataset }) => (dataset['from'] ?? '') <= day)
    for (const state of states) state.hidden = state !== shown
  }
  // What did not exist yet on that day has no row; a filter may hide more.
  for (const row of target.querySelectorAll<HTMLElement>('[data-born]')) {
    row.hidden = (row.dataset['born'] ?? '') > day
    row.toggleAttribute('data-unborn', row.hidden)
  }
  for (const label of target.querySelectorAll('[data-asof-day]')) label.textContent = said(formatText(day))
  target.dispatchEvent(new CustomEvent('asof', { detail: day }))
}

customElements.define('kb-asof', AsOf)
