import { formatText } from '#time/format.ts'
import { knownFrom } from '#time/day.ts'
import { isProblem, parseMoment } from '#time/moment.ts'
import type { LogEvent } from './events.ts'
import { said, t } from '../words.ts'

/** An instant as it stands in the address: `2024-07-19T06:00Z`. */
const written = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`

/** Which events could be known at a time; all of them where it is empty. */
function knownThen(known: string): (event: LogEvent) => boolean {
  const until = known === '' ? Number.POSITIVE_INFINITY : knownFrom(known)
  return (event) => knownFrom(event.known) <= until
}

type Holds = (event: LogEvent) => boolean

/**
 * Lets the slider of a log step through the instants at which something came to be known, and tells in words where it
 * stands.
 * @param holder the slider's label, with its output
 * @param given what the address asks for
 * @param choose called with the instant chosen, empty for all that is known now
 */
function stepThrough(
  holder: HTMLElement,
  events: readonly LogEvent[],
  given: string,
  choose: (known: string) => void,
): void {
  const [slider, output] = [holder.querySelector('input'), holder.querySelector('output')]
  if (!slider || !output) return
  const steps = [...new Set(events.map(({ known }) => knownFrom(known)))].filter(Number.isFinite).sort((a, b) => a - b)
  const last = steps.length - 1
  const say = (known: string) => {
    const words = known === '' ? t('now') : said(formatText(known))
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

/**
 * Lets the slider of a log act, from where it was moved to or from the time that the address asks for; what is no time
 * counts as none.
 * @param holder the slider’s label, with its output
 * @param choose called with the time chosen, empty for all that is known now, and with which events could be known then
 */
export function openSlider(
  holder: HTMLElement | null,
  events: readonly LogEvent[],
  asked: string,
  choose: (known: string, holds: Holds) => void,
): void {
  const slider = holder?.querySelector('input')
  if (!holder || !slider) return
  const given = asked === '' || isProblem(parseMoment(asked)) ? '' : asked
  const moved = slider.value
  const chosen = (known: string) => choose(known, knownThen(known))
  stepThrough(holder, events, given, chosen)
  if (given !== '') return chosen(given)
  slider.value = moved
  slider.dispatchEvent(new Event('input'))
}
