import type { State } from '#search/address.ts'
import type { Answer } from '#search/answer.ts'
import { button, make } from './make.ts'
import { counted, t } from '../words.ts'

/** How many results there are, in a sentence that is read out when it changes. */
export function statusOf({ total, complete, unnarrowed, words, isEmpty }: Answer): string {
  if (isEmpty) return t('Nothing to look for: type a letter or a digit. The lists by name below hold every record.')
  if (total === 0)
    return unnarrowed === 0
      ? t('Nothing found. The lists by name below hold every record.')
      : t('Nothing found with these limits; {records} without them.', { records: counted(unnarrowed, 'record') })
  if (words.length < 2 || complete === total) return t('{records} found.', { records: counted(total, 'record') })
  const records = counted(total, 'record')
  if (complete === 0)
    return total === 1
      ? t('No record has all of these words. {records} has some of them; those with the most come first.', { records })
      : t('No record has all of these words. {records} have some of them; those with the most come first.', { records })
  return t('{records} with all words, {n} more with some of them.', {
    records: counted(complete, 'record'),
    n: total - complete,
  })
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
  const literally = () => button(t('Search literally'), () => go({ ...state, literal: true }), { class: 'quiet' })
  const instead = (from: string, to: string) =>
    button(`“${to}”`, () => go({ ...state, typed: replaced(state.typed, from, to), shown: 0 }), { class: 'quiet' })
  const spelled = corrected.map(([from, to]) => t('“{to}” instead of “{from}”', { to, from })).join(', ')
  return [
    ...(state.literal
      ? [
          make(
            'p',
            {},
            `${t('Only records with every word as typed.')} `,
            button(t('Search as usual'), () => go({ ...state, literal: false }), { class: 'quiet' }),
          ),
        ]
      : []),
    ...(spelled ? [make('p', {}, `${t('Searched for {words}.', { words: spelled })} `, literally())] : []),
    ...(!spelled && !state.literal && words.length > 1 && complete === 0 && total > 0
      ? [
          make(
            'p',
            {},
            `${t('The search was widened to records with any of: {words}.', { words: words.join(', ') })} `,
            literally(),
          ),
        ]
      : []),
    ...offered.map(([from, to]) =>
      make(
        'p',
        {},
        `${t('Did you mean')} `,
        instead(from, to),
        `? ${t('Searched for “{word}”, as typed.', { word: from })}`,
      ),
    ),
    ...notes.map((note) => make('p', {}, note)),
  ]
}
