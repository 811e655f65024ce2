import type { State } from '#search/address.ts'
import type { Answer } from '#search/answer.ts'
import { count } from '#text/words.ts'
import { button, make } from './make.ts'

/** How many results there are, in a sentence that is read out when it changes. */
export function statusOf({ total, complete, unnarrowed, words, isEmpty }: Answer): string {
  if (isEmpty) return 'Nothing to look for: type a letter or a digit. The lists by name below hold every record.'
  if (total === 0)
    return unnarrowed === 0
      ? 'Nothing found. The lists by name below hold every record.'
      : `Nothing found with these limits; ${count(unnarrowed, 'record')} without them.`
  if (words.length < 2 || complete === total) return `${count(total, 'record')} found.`
  if (complete === 0)
    return `No record has all of these words. ${count(total, 'record')} ${total === 1 ? 'has' : 'have'} some of them; those with the most come first.`
  return `${count(complete, 'record')} with all words, ${total - complete} more with some of them.`
}

// Folded words are compared, so the typed one may be written otherwise: then the other word is added.
function replaced(typed: string, from: string, to: string): string {
  const at = typed.toLowerCase().indexOf(from)
  return at < 0 ? `${typed} ${to}` : typed.slice(0, at) + to + typed.slice(at + from.length)
}

/** What was changed about the query, each with a way to have it literally, and what could not be used. */
export function noticeViews(
  { words, corrected, offered, notes, complete, total }: Answer,
  state: State,
  go: (state: State) => void,
): HTMLElement[] {
  const literally = () => button('Search literally', () => go({ ...state, literal: true }), { class: 'quiet' })
  const instead = (from: string, to: string) =>
    button(`“${to}”`, () => go({ ...state, typed: replaced(state.typed, from, to), shown: 0 }), { class: 'quiet' })
  const spelled = corrected.map(([from, to]) => `“${to}” instead of “${from}”`).join(', ')
  return [
    ...(state.literal
      ? [
          make(
            'p',
            {},
            'Only records with every word as typed. ',
            button('Search as usual', () => go({ ...state, literal: false }), { class: 'quiet' }),
          ),
        ]
      : []),
    ...(spelled ? [make('p', {}, `Searched for ${spelled}. `, literally())] : []),
    ...(!spelled && !state.literal && words.length > 1 && complete === 0 && total > 0
      ? [make('p', {}, `The search was widened to records with any of: ${words.join(', ')}. `, literally())]
      : []),
    ...offered.map(([from, to]) =>
      make('p', {}, `Did you mean `, instead(from, to), `? Searched for “${from}”, as typed.`),
    ),
    ...notes.map((note) => make('p', {}, note)),
  ]
}
