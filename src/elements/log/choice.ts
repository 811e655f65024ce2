import { knownFrom } from '#time/day.ts'
import { currentWord } from '#text/old-words.ts'
import { isProblem, parseMoment } from '#time/moment.ts'
import type { LogEvent } from './events.ts'

/** What a reader chose to see of a log; empty text means all. It stands in the page's address under these names. */
export interface Choice {
  readonly kind: string
  readonly who: string
  readonly words: string
  /** `hide` leaves out what only gives context. */
  readonly context: string
  readonly zone: string
  /** In the Moment grammar: the instant as of which the record is shown. */
  readonly known: string
}
export const NAMES = ['kind', 'who', 'words', 'context', 'zone', 'known'] as const

/** The choice that an address holds; a time that is none counts as not given. */
export function readChoice(search: string): Choice {
  const given = new URLSearchParams(search)
  const [kind = '', who = '', words = '', context = '', zone = '', known = ''] = NAMES.map((name) =>
    currentWord(name, given.get(name) ?? ''),
  )
  return { kind, who, words, context, zone, known: known === '' || isProblem(parseMoment(known)) ? '' : known }
}

/** A choice without what no event of this log has: a kind or an actor that an address names by mistake hides nothing. */
export function heldBy(events: readonly LogEvent[], choice: Choice): Choice {
  const kind = events.some((event) => event.kind === choice.kind) ? choice.kind : ''
  const who = events.some(({ actors }) => actors.some(([id]) => id === choice.who)) ? choice.who : ''
  return { ...choice, kind, who }
}

/** Whether an event belongs to a choice. */
export function chosen(event: LogEvent, { kind, who, words, context, known }: Choice): boolean {
  return (
    (kind === '' || event.kind === kind) &&
    (who === '' || event.actors.some(([id]) => id === who)) &&
    (words === '' || event.words.includes(words.trim().toLocaleLowerCase())) &&
    (context !== 'hide' || event.kind !== 'context') &&
    (known === '' || event.known <= knownFrom(known))
  )
}
