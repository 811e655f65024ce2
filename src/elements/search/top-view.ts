import type { Answer } from '#search/answer.ts'
import { answerText } from '#search/answer-text.ts'
import { make } from './make.ts'
import { said, t } from '../words.ts'

/** Addresses on this site: of a search by its query string, of a page by its route. */
export interface Addresses {
  search(query: string): string
  page(route: string): string
}

/** What stands above the hits: what the records say to the query, then a card of what it names. */
export function topViews({ answers, cards }: Answer, { search, page }: Addresses): HTMLElement[] {
  const lines = answers.map((one) =>
    make(
      'li',
      {},
      make(
        'a',
        { href: one.search === undefined ? page(one.route ?? '/') : search(one.search) },
        answerText(one, t, said),
      ),
    ),
  )
  return [
    ...(lines.length > 0 ? [make('ul', { class: 'my-2 font-medium', 'aria-label': t('Answers') }, ...lines)] : []),
    ...cards.map(({ title, sort, route, holds }) =>
      make(
        'div',
        {
          class: 'my-2 line-rule line-l-signal/3 px-3.5 py-2.5',
          role: 'group',
          'aria-label': `${t(sort)}: ${title}`,
        },
        make('p', { class: 'soft' }, t(sort)),
        make('p', { class: 'font-bold' }, route === undefined ? title : make('a', { href: page(route) }, title)),
        make(
          'ul',
          { class: 'flex flex-wrap gap-x-5 gap-y-1 text-table [&_a]:inline-block [&_a]:min-h-6' },
          ...holds.map(({ text, search: query }) => make('li', {}, make('a', { href: search(query) }, said(text)))),
        ),
      ),
    ),
  ]
}
