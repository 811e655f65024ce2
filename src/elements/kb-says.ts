import { count } from '#text/words.ts'
import { fromAddress, keepInAddress } from './address.ts'
import { leaveOut, tidyLogs } from './log/visibility.ts'

// Who follows a link to a claim asked for it, whatever was left out. Needed only once something is.
const followLinks = () => import('./log/target.ts')

/** Shows only the claims of one asserter: every element with `data-says`, which holds the asserters’ names. What is left empty around them goes too, but the section with the control. */
class Says extends HTMLElement {
  connectedCallback(): void {
    const choice = this.querySelector('select')
    if (!choice) return
    choice.value = fromAddress(choice.name)
    if (choice.selectedIndex === -1) choice.value = ''
    choice.addEventListener('change', () => {
      keepInAddress(choice.name, choice.value)
      this.apply(choice.value)
      void followLinks()
    })
    this.apply(choice.value)
    if (choice.value !== '') void followLinks().then(({ showTarget }) => showTarget())
  }

  private apply(sayer: string): void {
    const claims = [...document.querySelectorAll<HTMLElement>('[data-says]')]
    for (const claim of claims)
      leaveOut(claim, 'says', sayer !== '' && !(claim.dataset['says'] ?? '').split(' ').includes(sayer))
    for (const holder of document.querySelectorAll<HTMLElement>(
      'section:has([data-says]):not(:has(kb-says)), li:has([data-says])',
    ))
      holder.hidden = holder.querySelector('[data-says]:not([hidden])') === null
    tidyLogs(document)
    document.dispatchEvent(new Event('says'))
    const left = claims.filter((claim) => !claim.hasAttribute('data-no-says')).length
    const output = this.querySelector('output')
    if (output)
      output.textContent = sayer === '' ? '' : `${left.toLocaleString('en-GB')} of ${count(claims.length, 'claim')}`
  }
}

customElements.define('kb-says', Says)
