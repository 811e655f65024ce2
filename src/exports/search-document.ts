import { escaped } from '#text/html.ts'
import type { SearchEntry } from '#views/search-entry.ts'

const block = (text: string, attributes = '') => `<p${attributes}>${escaped(text)}</p>`

/**
 * A record as the document that Pagefind indexes: only what it says, none of the words of its page's frame. Parts carry their
 * anchor and its name in the hit list (`data-pagefind-title`); `body` is the rendered body, whose headings are anchors already.
 */
export function searchDocument(entry: SearchEntry, body: string): string {
  const meta = Object.entries({ title: entry.title, ...entry.meta }).map(
    ([name, value]) => `<span data-pagefind-meta="${name}[title]" title="${escaped(value)}"></span>`,
  )
  return [
    `<html lang="en"><body data-pagefind-body>${meta.join('')}`,
    block(entry.title, ' data-pagefind-weight="7"'),
    entry.summary && block(entry.summary, ' data-pagefind-weight="2"'),
    ...entry.text.map((text) => block(text)),
    body && `<div>${body}</div>`,
    ...entry.parts.map(
      ({ id, label, text }) =>
        `<section id="${escaped(id)}" data-pagefind-title="${escaped(label)}">${block(text)}</section>`,
    ),
    '</body></html>',
  ].join('\n')
}
