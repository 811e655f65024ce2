import type { AnswerHit } from '#search/answer.ts'
import type { Marked, Passage } from '#search/passages.ts'
import { copyText } from '../copy-text.ts'
import { button, make } from './make.ts'
import { said, t, titled } from '../words.ts'

/** What a hit needs to be drawn beside what was found. */
export interface HitContext {
  /** Words to highlight on the page that is opened. */
  readonly words: readonly string[]
  /** Copy of a drawn mark by name (`stance-opposes`), from the page’s templates. */
  mark(name: string): Node | undefined
}

const SHOWN = 3
const LINES = 'my-1.5 grid gap-1.5'

const marked = (text: Marked): Node[] =>
  text.map(({ text: piece, found }) => (found ? make('mark', {}, piece) : document.createTextNode(piece)))

/** Address of a passage: the record with the words to highlight, then the anchor. */
export function addressOf(url: string, words: readonly string[], anchor?: string): string {
  const found = words.length === 0 ? '' : `?found=${encodeURIComponent(words.join(' '))}`
  return `${url}${found}${anchor === undefined ? '' : `#${anchor}`}`
}

function passageLine(url: string, { anchor, title, text }: Passage, words: readonly string[]): HTMLElement {
  const label =
    anchor !== undefined
      ? make(
          'a',
          { href: addressOf(url, words, anchor), class: 'text-note' },
          title === undefined ? anchor : said(title),
        )
      : title === undefined
        ? undefined
        : make('span', { class: 'soft' }, said(title))
  return make('li', {}, label, make('p', { class: 'point-text' }, ...marked(text)))
}

function citation({ url }: AnswerHit, title: string, anchor: string | undefined): HTMLElement {
  const said = make('span', { class: 'soft', role: 'status' })
  const address = new URL(addressOf(url, [], anchor), location.href)
  const twin = new URL(`${url.replace(/\/$/, '')}.json`, location.href).href
  const part = anchor === undefined || anchor.startsWith('h-') ? '' : anchor
  const copy = () => {
    const made = import('../cite/citations.ts').then((cite) => cite.citation(part, 'short', twin))
    const text = made.catch(() => `${title}. ${address}`)
    void copyText(text).then(async (copied) =>
      said.replaceChildren(copied ? t('Copied.') : `${t('The browser did not allow copying')}: ${await text}`),
    )
  }
  return make(
    'span',
    {},
    button(t('Copy citation'), copy, {
      class: 'quiet',
      'aria-label': t('Copy citation of {title}', { title }),
    }),
    ' ',
    said,
  )
}

// A passage that can be linked to is the better place to land, unless the words are mostly elsewhere.
const landing = (found: readonly Passage[]): Passage | undefined =>
  found.find(({ anchor, weight }) => anchor !== undefined && weight * 2 >= (found[0]?.weight ?? 0)) ?? found[0]

/** What a field holds is shown only where the record says nothing itself. */
const worthShowing = (found: readonly Passage[]): readonly Passage[] => {
  const said = found.filter(({ field }) => !field)
  return said.length > 0 ? said : found
}

/** One record as a result: what it is, its title, the passages that were found in it. */
export function hitView(hit: AnswerHit, { words, mark }: HitContext): HTMLLIElement {
  const { kind = '', date = '', org = '', speaker = '', outcome } = hit.meta
  const found = worthShowing(hit.passages)
  const first = landing(found)
  const rest = found.slice(SHOWN)
  const line = (passage: Passage) => passageLine(hit.url, passage, words)
  const positions = hit.positions.map(({ topic, stance, label }) =>
    make('span', {}, mark(`stance-${stance}`), ` ${topic}: ${said(label.toLowerCase())}`),
  )
  const title = titled(kind, hit.title)
  const link = make('a', { href: addressOf(hit.url, words, first?.anchor), class: 'hit-link' }, title)
  const head = [said(kind), said(date), ...new Set([speaker, org]), ...hit.origin].filter(Boolean).join(', ')
  return make(
    'li',
    { class: 'hit line-t-rule py-3 focus-within:[box-shadow:-3px_0_0_var(--color-signal)]' },
    make(
      'p',
      { class: 'line-head soft' },
      head,
      outcome ? make('span', { class: 'hit-outcome font-bold' }, ` · ${said(outcome)}`) : undefined,
    ),
    make('h3', { class: 'font-medium' }, link),
    hit.isIncident ? make('div', { class: 'hit-strip my-1.5 max-w-96 empty:hidden' }) : undefined,
    positions.length > 0 ? make('p', { class: 'stances' }, ...positions) : undefined,
    found.length > 0 ? make('ul', { class: LINES }, ...found.slice(0, SHOWN).map(line)) : undefined,
    rest.length > 0
      ? make(
          'details',
          {},
          make('summary', { class: 'soft' }, t('{n} more in this record', { n: rest.length })),
          make('ul', { class: LINES }, ...rest.map(line)),
        )
      : undefined,
    make('p', { class: 'soft' }, citation(hit, title, first?.anchor)),
  )
}
