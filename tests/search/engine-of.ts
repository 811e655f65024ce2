import { termsIn } from '#exports/indexed-words.ts'
import type { Engine } from '#search/ask.ts'
import { type Catalog, numbersText, VERSION } from '#search/catalog.ts'
import { type EquivalentGroup, readShelf, shelved } from '#search/equivalents.ts'
import { FACET_NAMES } from '#search/facet-names.ts'
import type { Hit } from '#search/rank.ts'
import { tokensIn } from '#search/tokens.ts'
import { shelfOf } from '#search/vocabulary.ts'

/**
 * An index over a few texts that behaves like the real one: it knows terms and phrases of terms, and nothing of words.
 */
export function engineOf(texts: Readonly<Record<string, string>>, groups: readonly EquivalentGroup[] = []): Engine {
  const docs = Object.entries(texts).map(([id, text]) => ({ id, terms: termsIn(text) }))
  const words = new Map<string, number>()
  for (const text of Object.values(texts))
    for (const { pieces, wholes } of tokensIn(text))
      for (const word of new Set([...pieces.map(({ key }) => key), ...wholes]))
        words.set(word, (words.get(word) ?? 0) + 1)
  const places = (terms: readonly string[], wanted: readonly string[]) =>
    terms.flatMap((_, start) => (wanted.every((term, index) => terms[start + index] === term) ? [start] : []))
  const search = (term: string): readonly Hit[] =>
    docs.flatMap(({ id, terms }) => {
      const found = places(terms, term.replaceAll('"', '').split(' '))
      return found.length > 0 ? [{ id, score: found.length, words: found }] : []
    })
  return {
    search: (term) => Promise.resolve(search(term)),
    equivalents: (shelf) => Promise.resolve(readShelf(shelved(groups).get(shelf))),
    vocabulary(shelf) {
      const own = [...words].filter(([word]) => shelfOf(word) === shelf).sort(([, a], [, b]) => b - a)
      return Promise.resolve({ words: own.map(([word]) => word), records: own.map(([, count]) => count) })
    },
  }
}

/** A catalog of records with values per facet. */
export function catalogOf(
  records: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  more: { readonly days?: Readonly<Record<string, string>>; readonly names?: Catalog['names'] } = {},
): Catalog {
  const ids = Object.keys(records)
  const facet = (name: string) => {
    const values = [...new Set(ids.flatMap((id) => records[id]?.[name] ?? []))].sort()
    return {
      values,
      labels: values,
      of: ids.map((id) => (records[id]?.[name] ?? []).map((value) => values.indexOf(value))),
    }
  }
  return {
    ids,
    occurred: ids.map((id) => more.days?.[id] ?? ''),
    changed: ids.map(() => '2026-01-01'),
    heads: ids.map(() => [0, 0] as const),
    importance: ids.map(() => 0),
    shelves: [],
    equivalents: [],
    names: more.names ?? [],
    measures: [],
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, facet(name)])) as unknown as Catalog['facets'],
    positions: facet('position'),
  }
}

/** The least catalog file that can be read. */
export const catalogFile = {
  version: VERSION,
  build: 'x',
  occurred: numbersText([[], [19_000]]),
  changed: numbersText([[], [-40]]),
  titles: numbersText([[3], [2]]),
  heads: numbersText([[6], []]),
  importance: numbersText([[3], [1]]),
  shelves: ['a'],
  equivalents: [],
  measures: [],
  facets: {
    kind: { values: ['a', 'b-c'], labels: ['The A', 0], of: numbersText([[1], [1, 2]]) },
    org: {
      values: ['a', 'b'],
      labels: ['Alpha', 'Beta Incorporated'],
      names: [0, ['Beta', 'B']],
      of: numbersText([[], [1]]),
    },
  },
} as const
