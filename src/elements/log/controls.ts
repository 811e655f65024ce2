import { count } from '#text/words.ts'
import { keepInAddress } from '../address.ts'
import { make } from '../search/make.ts'
import { type Choice, chosen, heldBy, readChoice } from './choice.ts'
import { type LogEvent, readEvents } from './events.ts'
import { knownThen } from './known-then.ts'
import { leaveOut, tidyLogs } from './visibility.ts'
import { takeAway } from './export-buttons.ts'
import { showTarget } from './target.ts'
import { showZone, ZONES, type ZoneName } from './zone.ts'

// What a log loads when it is first asked for.
export { showKeys } from './keys-help.ts'

const isZone = (name: string): name is ZoneName => Object.hasOwn(ZONES, name)

function select(
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
  change: (value: string) => void,
): HTMLElement {
  const control = make('select', {}, ...options.map(([id, text]) => make('option', { value: id }, text)))
  control.value = options.some(([id]) => id === value) ? value : ''
  control.addEventListener('change', () => change(control.value))
  return make('label', {}, label, control)
}

/** Every distinct pair by its first, with how many events have it. */
function counted(pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...Map.groupBy(pairs, ([id]) => id)].map(([id, own]) => [id, `${own[0]?.[1] ?? id} (${own.length})`] as const)
}

function apply(section: HTMLElement, events: readonly LogEvent[], choice: Choice, output: HTMLElement): void {
  for (const event of events) leaveOut(event.item, 'choice', !chosen(event, choice))
  tidyLogs(section)
  tell(events, output)
}

function tell(events: readonly LogEvent[], output: HTMLElement): void {
  const left = events.filter(({ item }) => !item.hidden).length
  output.textContent = left === events.length ? count(left, 'event') : `${left} of ${count(events.length, 'event')}`
}

/** Fills the holder with the controls of the log in the same section, and follows them. All of a choice stands in the address. */
export function openTools(holder: HTMLElement, section: HTMLElement): void {
  const events = readEvents(section)
  const output = make('output', {})
  let choice = heldBy(events, readChoice(location.search))
  const set = (name: keyof Choice) => (value: string) => {
    choice = { ...choice, [name]: value }
    keepInAddress(name, value)
    apply(section, events, choice, output)
    if (name === 'zone' && isZone(value)) showZone(document, value)
  }
  const words = make('input', { type: 'search', value: choice.words })
  words.addEventListener('input', () => set('words')(words.value))
  const context = make('input', { type: 'checkbox' })
  context.checked = choice.context === 'hide'
  context.addEventListener('change', () => set('context')(context.checked ? 'hide' : ''))
  const all = ['', 'All'] as const
  holder.replaceChildren(
    make(
      'div',
      { class: 'tools' },
      select(
        'Kind',
        choice.kind,
        [all, ...counted(events.map(({ kind, kindLabel }) => [kind, kindLabel] as const))],
        set('kind'),
      ),
      select('Who', choice.who, [all, ...counted(events.flatMap(({ actors }) => actors))], set('who')),
      make('label', {}, 'Words', words),
      select('Clock', choice.zone, Object.entries(ZONES), set('zone')),
      make('label', { class: 'check' }, context, ' Hide context'),
      output,
    ),
    ...[knownThen(events, choice.known, set('known'))].filter((part) => part !== undefined),
    takeAway(() => new Set(events.filter(({ item }) => !item.hidden).map(({ id }) => id))),
  )
  apply(section, events, choice, output)
  document.addEventListener('says', () => tell(events, output))
  showTarget()
  if (isZone(choice.zone) && choice.zone !== '') showZone(document, choice.zone)
}
