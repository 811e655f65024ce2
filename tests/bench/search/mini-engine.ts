import MiniSearch from 'minisearch'
import type { SearchEntry } from '#views/search-entry.ts'
import { contentTokens } from '#search/find.ts'
import { nameOf, tokensIn } from '#search/tokens.ts'
import { KIND_FACTORS } from '#search/weights.ts'
import type { Answer } from './page-engine.ts'

interface Doc {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly names: string
  readonly text: string
}

const text = ({ fields, parts, outcome, descriptions }: SearchEntry, body: string) =>
  [...fields.map((field) => field.text), outcome, body, ...parts.map((part) => part.text), ...descriptions].join(' ')

/**
 * MiniSearch over the same entries: stop words dropped, prefixes and slips allowed, fields and kinds weighted, tuned by
 * hand on the queries that are not held back.
 */
export function miniSearch(entries: readonly { readonly entry: SearchEntry; readonly body: string }[]): Answer {
  const index = new MiniSearch<Doc>({
    fields: ['title', 'summary', 'names', 'text'],
    tokenize: (own) => tokensIn(own).flatMap(({ pieces, wholes }) => [...pieces.map(({ key }) => key), ...wholes]),
    processTerm: (term) => (term.length > 1 ? term : null),
  })
  index.addAll(
    entries.map(({ entry, body }) => ({
      id: entry.id,
      title: entry.title,
      summary: entry.summary,
      names: [...Object.values(entry.meta), ...entry.names].join(' '),
      text: text(entry, body),
    })),
  )
  const kinds = new Map(entries.map(({ entry }) => [entry.id, entry.facets.kind?.[0] ?? '']))
  const options = {
    boost: { title: 3, summary: 2, names: 1.5 },
    prefix: (term: string) => term.length > 3,
    fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
    weights: { fuzzy: 0.2, prefix: 0.3 },
    bm25: { k: 1.2, b: 0.7, d: 0.5 },
    boostDocument: (id: unknown) => KIND_FACTORS[kinds.get(String(id)) ?? ''] ?? 1,
  }
  return (q) => {
    const start = performance.now()
    const ids = index
      .search(contentTokens(q).tokens.map(nameOf).join(' '), options)
      .slice(0, 10)
      .map(({ id }) => String(id))
    return Promise.resolve({ ids, ms: performance.now() - start })
  }
}
