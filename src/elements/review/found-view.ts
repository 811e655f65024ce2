import { whyInWords } from '#review/comment.ts'
import { readStrip } from '#views/strip.ts'
import { stripSvg } from '#views/strip-svg.ts'
import { make } from '../search/make.ts'
import type { Safeguard, Shown } from './answer.ts'
import { becauseOf } from './because.ts'
import { said, t } from '../words.ts'

// Only web addresses and paths become links: the list of incidents could have been changed on its way.
const link = (url: string | undefined, text: string): Node =>
  url !== undefined && /^(?:https?:\/\/|\/)/.test(url) ? make('a', { href: url }, text) : document.createTextNode(text)

function drawn(packed: unknown): Element[] {
  const strip = readStrip(packed)
  return strip
    ? [...new DOMParser().parseFromString(stripSvg({ ...strip, words: said(strip.words) }), 'text/html').body.children]
    : []
}

/** A precedent: its shape, short title, lesson and why it matched; the questions are ticked for the comment. */
export const precedentView = ({ title, url, lesson, strip, why, asks }: Shown): HTMLLIElement =>
  make(
    'li',
    { class: 'line-t-rule py-4 [&>*+*]:mt-1.5' },
    ...drawn(strip),
    make('h3', {}, link(url, title)),
    lesson === undefined ? undefined : make('p', {}, lesson),
    make('p', { class: 'soft' }, `${t('Because')}: ${becauseOf(why)}`),
    make(
      'details',
      {},
      make('summary', { class: 'soft' }, t('Why')),
      make('p', { class: 'soft' }, `${t('Matched by')} ${whyInWords(why, said).join('; ')}.`),
    ),
    make(
      'ul',
      { class: 'asks grid gap-1' },
      ...asks.map((one) =>
        make(
          'li',
          {},
          make('label', {}, make('input', { type: 'checkbox', class: 'mr-2', value: one.reference }), one.ask),
          ' ',
          make('span', { class: 'soft' }, link(one.url, t('Question in full'))),
        ),
      ),
    ),
  )

/** A precedent in two lines, for where there is little room. */
export const briefView = ({ title, url, why }: Shown): HTMLLIElement =>
  make('li', {}, link(url, title), make('div', { class: 'soft' }, `${t('Because')}: ${becauseOf(why)}`))

/** What to look at where no incident is near. */
export const safeguardsView = (safeguards: readonly Safeguard[]): HTMLElement[] =>
  safeguards.length === 0
    ? []
    : [
        make('p', {}, t('The nearest safeguards, for what they ask of a change:')),
        make(
          'ul',
          { class: 'list-[square] pl-5' },
          ...safeguards.map(({ title, url }) => make('li', {}, link(url, title))),
        ),
      ]
