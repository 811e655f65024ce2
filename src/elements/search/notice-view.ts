import type { State } from '#core/search/address.ts'
import type { Outcome } from '#core/search/outcome.ts'
import { count } from '#core/text/words.ts'
import { button, make } from './make.ts'

/** How many results there are, in a sentence that is read out when it changes. */
export function statusOf({ results, complete, unnarrowed, found }: Outcome): string {
  if (results.length === 0) return unnarrowed === 0 ? 'Nothing found.' : `Nothing found with these limits; ${count(unnarrowed, 'record')} without them.`
  if (found.words.length < 2 || complete === results.length) return `${count(results.length, 'record')} found.`
  if (complete === 0) return `No record has all of these words. ${count(results.length, 'record')} ${results.length === 1 ? 'has' : 'have'} some of them; those with the most come first.`
  return `${count(complete, 'record')} with all words, ${results.length - complete} more with some of them.`
}

/** What was changed about the query, each with a way to have it literally, and what could not be used. */
export function noticeViews({ found, notes, complete, results }: Outcome, state: State, go: (state: State) => void): HTMLElement[] {
  const literally = () => button('Search literally', () => go({ ...state, literal: true }), { class: 'quiet' })
  const words = found.corrected.map(([from, to]) => `“${to}” instead of “${from}”`).join(', ')
  return [
    ...(state.literal ? [make('p', {}, 'Only records with every word as typed. ', button('Search as usual', () => go({ ...state, literal: false }), { class: 'quiet' }))] : []),
    ...(words ? [make('p', {}, `Searched for ${words}. `, literally())] : []),
    ...(!words && !state.literal && found.words.length > 1 && complete === 0 && results.length > 0 ? [make('p', {}, `The search was widened to records with any of: ${found.words.join(', ')}. `, literally())] : []),
    ...notes.map((note) => make('p', {}, note)),
  ]
}
