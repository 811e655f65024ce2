import { showTarget } from '../log/target.ts'
import { leaveOut, tidyLogs } from '../log/visibility.ts'
import { counted, t } from '../words.ts'

/**
 * Shows only the claims of one asserter: every element with `data-says`, which holds the asserters’ names. What is left
 * empty around them goes too, but the section with the control; what is left is not folded.
 * @param sayer one of the names; empty for anyone
 * @param output where it is said how many are left
 */
function showOnly(sayer: string, output: HTMLElement | null): void {
  const claims = [...document.querySelectorAll<HTMLElement>('[data-says]')]
  for (const claim of claims)
    leaveOut(claim, 'says', sayer !== '' && !(claim.dataset['says'] ?? '').split(' ').includes(sayer))
  for (const holder of document.querySelectorAll<HTMLElement>(
    ':is(section, details):has([data-says]):not(:has(kb-asserter-filter)), li:has([data-says])',
  ))
    holder.hidden = holder.querySelector('[data-says]:not([hidden])') === null
  if (sayer !== '')
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:has([data-says])')) fold.open = true
  tidyLogs(document)
  document.dispatchEvent(new Event('says'))
  const left = claims.filter((claim) => !claim.hasAttribute('data-no-says')).length
  if (output)
    output.textContent =
      sayer === '' ? '' : `${left.toLocaleString('en-GB')} ${t('of')} ${counted(claims.length, 'claim')}`
}

/**
 * Shows the claims of whoever is chosen; of an address that asks for a part too, that part as well: who follows a link
 * to it asked for it.
 */
export function showSayer(choice: HTMLSelectElement, output: HTMLElement | null): void {
  showOnly(choice.value, output)
  if (choice.value !== '') showTarget()
}
