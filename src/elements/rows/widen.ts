import { t } from '../words.ts'

type Control = HTMLInputElement | HTMLSelectElement

/** What a choice is called: the words of its label before the control. */
const nameOf = (control: Control): string => (control.labels?.[0]?.firstChild?.textContent ?? '').trim()

/**
 * Says that no row is left, and offers to give up each choice without which there would be some, with how many.
 * `without` holds those numbers in the order of the controls; `clear` gives up the controls it is handed.
 */
export function widening(
  controls: readonly Control[],
  without: readonly number[],
  noun: string,
  clear: (given: readonly Control[]) => void,
): (string | HTMLElement)[] {
  const set = controls.flatMap((control, index) => (control.value === '' ? [] : [{ control, n: without[index] ?? 0 }]))
  const offers = set.filter(({ n }) => n > 0)
  const button = (words: string, given: readonly Control[]) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'quiet',
      textContent: words,
    })
    made.addEventListener('click', () => clear(given))
    return made
  }
  return [
    `${t(set.length > 1 ? 'No {noun} has all of these.' : 'No {noun} has this.', { noun: t(noun) })} `,
    ...offers.flatMap(({ control, n }) => [
      button(t('Any {what} ({n})', { what: nameOf(control).toLowerCase(), n: n.toLocaleString('en-GB') }), [control]),
      ' ',
    ]),
    button(t('Show everything'), controls),
  ]
}
