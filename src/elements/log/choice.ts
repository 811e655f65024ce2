import { currentWord } from '#text/old-words.ts'
import type { LogEvent } from './events.ts'

/** What a reader chose to see; empty means everything. Kept in the page’s address under these names. */
export interface Choice {
  /** Kinds of events; none means all. */
  readonly kinds: readonly string[]
  readonly who: string
  readonly words: string
  readonly zone: string
  /** In the Moment grammar: the instant as of which the record is shown. */
  readonly known: string
}

const EVERYTHING: Choice = { kinds: [], who: '', words: '', zone: '', known: '' }

/**
 * The choice that an address holds, among the kinds that a log has. `kind` holds several
 * separated by commas; `context=hide`, of earlier addresses, all but the kind that only gives context.
 */
export function readChoice(search: string, kinds: readonly string[]): Choice {
  const given = new URLSearchParams(search)
  const [who = '', words = '', zone = '', known = ''] = ['who', 'words', 'zone', 'known'].map(
    (name) => given.get(name) ?? '',
  )
  const named = given.getAll('kind').flatMap((value) => value.split(',').map((kind) => currentWord('kind', kind)))
  const asked =
    named.length === 0 && given.get('context') === 'hide' ? kinds.filter((kind) => kind !== 'context') : named
  return {
    ...EVERYTHING,
    kinds: kinds.filter((kind) => asked.includes(kind)),
    who,
    words,
    zone,
    known,
  }
}

/** A choice without an actor that no event of this log has: one that an address names by mistake hides nothing. */
export function heldBy(events: readonly LogEvent[], choice: Choice): Choice {
  const who = events.some(({ actors }) => actors.some(([id]) => id === choice.who)) ? choice.who : ''
  return { ...choice, who }
}

/** Whether an event belongs to a choice, but for when it was known. */
export function chosen(event: LogEvent, { kinds, who, words }: Choice): boolean {
  return (
    (kinds.length === 0 || kinds.includes(event.kind)) &&
    (who === '' || event.actors.some(([id]) => id === who)) &&
    (words === '' || event.words.includes(words.trim().toLocaleLowerCase()))
  )
}
