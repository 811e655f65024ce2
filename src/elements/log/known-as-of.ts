import { formatText } from '#time/format.ts'
import { knownFrom } from '#time/day.ts'
import type { LogEvent } from './events.ts'

/** An instant as it stands in the address: `2024-07-19T06:00Z`. */
const written = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`

/**
 * Lets the slider of a log step through the instants at which something came to be known, and tells in words where it stands.
 * @param holder the slider's label, with its output
 * @param given what the address asks for
 * @param choose called with the instant chosen, empty for all that is known now
 */
export function stepThrough(
  holder: HTMLElement,
  events: readonly LogEvent[],
  given: string,
  choose: (known: string) => void,
): void {
  const [slider, output] = [holder.querySelector('input'), holder.querySelector('output')]
  if (!slider || !output) return
  const steps = [...new Set(events.map(({ known }) => known))].filter(Number.isFinite).sort((a, b) => a - b)
  const last = steps.length - 1
  const say = (known: string) => {
    const words = known === '' ? 'now' : formatText(known)
    output.textContent = words
    slider.setAttribute('aria-valuetext', words)
  }
  slider.max = String(last)
  slider.value = String(
    given === ''
      ? last
      : Math.max(
          0,
          steps.findLastIndex((step) => step <= knownFrom(given)),
        ),
  )
  say(given)
  slider.addEventListener('input', () => {
    const place = Number(slider.value)
    const known = place >= last ? '' : written(steps[place] ?? 0)
    say(known)
    choose(known)
  })
}
