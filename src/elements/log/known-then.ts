import { formatText } from '#time/format.ts'
import { button, make } from '../search/make.ts'
import { knownFrom } from '#time/day.ts'
import type { LogEvent } from './events.ts'

/** An instant as it stands in the address: `2024-07-19T06:00Z`. */
const written = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`

/**
 * Steps through the instants at which something came to be known. Undefined where the record says of no event that it became known
 * later than it happened: then the log itself is in that order.
 */
export function knownThen(
  events: readonly LogEvent[],
  given: string,
  choose: (known: string) => void,
): HTMLElement | undefined {
  const steps = [...new Set(events.map(({ known }) => known))].filter(Number.isFinite).sort((a, b) => a - b)
  if (steps.length < 2 || !events.some(({ item }) => 'known' in item.dataset)) return undefined
  const last = steps.length - 1
  const slider = make('input', { type: 'range', min: '0', max: String(last), 'aria-label': 'Known then' })
  const output = make('output', {})
  const say = (known: string) => {
    const words = known === '' ? 'all that is known now' : `what could be known at ${formatText(known)}`
    output.textContent = `Shown: ${words}`
    slider.setAttribute('aria-valuetext', words)
  }
  const move = (place: number) => {
    slider.value = String(place)
    const known = place >= last ? '' : written(steps[place] ?? 0)
    say(known)
    choose(known)
  }
  const place = given === '' ? last : steps.findLastIndex((step) => step <= knownFrom(given))
  slider.value = String(Math.max(0, place))
  say(given)
  slider.addEventListener('input', () => move(Number(slider.value)))
  return make(
    'fieldset',
    { class: 'known' },
    make('legend', {}, 'Known then'),
    button('Earlier', () => move(Math.max(0, Number(slider.value) - 1))),
    slider,
    button('Later', () => move(Math.min(last, Number(slider.value) + 1))),
    output,
  )
}
