import { copyText } from '../copy-text.ts'
import { make } from '../search/make.ts'
import type { Shown } from './answer.ts'
import { commentText } from './comment-text.ts'
import { t } from '../words.ts'

/** The comment built from what is ticked in `list`, in a short and a long form, with the button that copies it. */
export function commentBox(precedents: readonly Shown[], list: HTMLElement): HTMLElement {
  const form = make('select', { 'aria-label': t('Form of the comment') })
  form.append(
    make('option', { value: 'short' }, t('Short')),
    make('option', { value: 'long' }, t('Long, with trailers')),
  )
  const text = make('pre', {
    class: 'mt-2 max-h-[min(14rem,30vh)] overflow-auto',
    tabindex: '0',
    'aria-label': t('Review comment in Markdown'),
  })
  const copy = make('button', { type: 'button', class: 'line-ink bg-ink font-medium text-page' }, t('Copy comment'))
  const write = () => {
    const ticked = new Set([...list.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value))
    text.textContent = commentText(
      precedents.map((precedent) => ({
        precedent,
        asks: precedent.asks.filter(({ reference }) => ticked.has(reference)),
      })),
      form.value === 'long' ? 'long' : 'short',
    )
    copy.textContent = t('Copy comment')
  }
  list.addEventListener('change', write)
  form.addEventListener('change', write)
  copy.addEventListener('click', () => {
    void copyText(Promise.resolve(text.textContent ?? '')).then((copied) => {
      copy.textContent = copied ? t('Copied') : t('Select the text to copy it')
    })
  })
  write()
  return make(
    'section',
    { class: 'sticky bottom-0 line-t-ink/2 bg-page py-3', 'aria-label': t('Review comment') },
    make('div', { class: 'flex flex-wrap items-center gap-x-4 gap-y-2' }, copy, form),
    text,
  )
}
