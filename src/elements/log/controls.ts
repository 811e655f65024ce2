import { keepInAddress } from '../address.ts'
import { make } from '../search/make.ts'
import { type Choice, chosen, heldBy, readChoice } from './choice.ts'
import { type LogEvent, readEvents } from './events.ts'
import { leaveOut, thinLanes, tidyLogs } from './visibility.ts'
import { takeAway } from './export-buttons.ts'
import { showTarget } from './target.ts'
import { backToLog } from './view.ts'
import { counted, t } from '../words.ts'

// What a log loads when it is first asked for.
export { showKeys } from './keys-help.ts'
export { showView } from './view.ts'

/** Reading times of day weighs more than all other tools, so it comes when a clock or a day is chosen. */
const byClock = async (name: string) => (await import('./zone.ts')).showNamedZone(document, name)

/** Everybody who acts in a log, by id, with how many events are theirs. */
const actorsOf = (events: readonly LogEvent[]) =>
  [
    ...Map.groupBy(
      events.flatMap(({ actors }) => actors),
      ([id]) => id,
    ),
  ].map(([id, own]) => make('option', { value: id }, `${own[0]?.[1] ?? id} (${own.length})`))

function tell(events: readonly LogEvent[], output: Element | null): void {
  const left = events.filter(({ item }) => !item.hidden).length
  if (output)
    output.textContent =
      left === events.length ? counted(left, 'event') : `${left} ${t('of')} ${counted(events.length, 'event')}`
}

/** Makes the tools of the log in the same section act. All of a choice stands in the address. */
export function openTools(holder: HTMLElement, section: HTMLElement): void {
  const events = readEvents(section)
  const output = holder.querySelector('.tally')
  const who = holder.querySelector<HTMLSelectElement>('[name=who]')
  const words = holder.querySelector<HTMLInputElement>('[name=words]')
  const zone = holder.querySelector<HTMLSelectElement>('[name=zone]')
  who?.append(...actorsOf(events))
  const boxes = [...holder.querySelectorAll<HTMLInputElement>('[name=kind]')]
  const kinds = [...new Set(events.map(({ kind }) => kind))]
  let choice = heldBy(events, readChoice(location.search, kinds))
  let wasKnown: (event: LogEvent) => boolean = () => true
  const apply = () => {
    for (const event of events) leaveOut(event.item, 'choice', !(chosen(event, choice) && wasKnown(event)))
    tidyLogs(document)
    tell(events, output)
    thinLanes(section)
  }
  const set = (part: Partial<Choice>, name: string, value: string) => {
    choice = { ...choice, ...part }
    keepInAddress(name, value)
    apply()
  }
  const tick = () => {
    const ticked = boxes.filter(({ checked }) => checked).map(({ value }) => value)
    keepInAddress('context', '')
    set({ kinds: ticked }, 'kind', ticked.join(','))
  }
  // What was ticked before this was loaded counts.
  const early = {
    kinds: boxes.some(({ checked, value }) => checked && !choice.kinds.includes(value)),
    zone: zone !== null && zone.value !== '' && zone.value !== choice.zone,
    words: words !== null && words.value !== '' && words.value !== choice.words,
  }
  for (const box of boxes) {
    box.checked ||= choice.kinds.includes(box.value)
    box.addEventListener('change', tick)
  }
  if (who) who.value = choice.who
  if (words) words.value ||= choice.words
  if (zone?.querySelector(`[value="${CSS.escape(choice.zone)}"]`)) zone.value ||= choice.zone
  who?.addEventListener('change', () => set({ who: who.value }, 'who', who.value))
  const worded = () => set({ words: words?.value ?? '' }, 'words', words?.value ?? '')
  const zoned = () => {
    const name = zone?.value ?? ''
    set({ zone: name }, 'zone', name)
    void byClock(name)
  }
  words?.addEventListener('input', worded)
  zone?.addEventListener('change', zoned)
  const known = holder.querySelector<HTMLElement>('.known')
  const slider = known?.querySelector('input')
  const openDay = () =>
    void import('./known-as-of.ts').then(({ openSlider }) =>
      openSlider(known, events, choice.known, (value, holds) => {
        wasKnown = holds
        set({ known: value }, 'known', value)
      }),
    )
  if (choice.known !== '' || slider?.value !== slider?.max) openDay()
  else known?.addEventListener('input', openDay, { once: true })
  takeAway(holder, () => new Set(events.filter(({ item }) => !item.hidden).map(({ id }) => id)))
  document.addEventListener('says', () => {
    tell(events, output)
    thinLanes(section)
  })
  section.querySelector('.events')?.addEventListener('beforematch', () => backToLog(holder, section))
  if (choice.zone !== '') void byClock(choice.zone)
  if (early.kinds) tick()
  if (early.zone) zoned()
  if (early.words) worded()
  apply()
  // A link to a choice leads to what it chose, one to a part of it to that part.
  if (location.hash !== '') showTarget()
  else if ([...choice.kinds, choice.who, choice.words, choice.known].join('') !== '') section.scrollIntoView()
}
