import type { Catalog } from '#search/catalog.ts'
import { FACET_NAMES } from '#search/facet-names.ts'
import type { Engine } from '#search/find.ts'
import type { Hit } from '#search/rank.ts'
import { wordsIn } from '#search/tokens.ts'

/** An index over a few texts that behaves like the real one: prefixes match, unknown words fall back to a known beginning, quotation marks ask for the exact words in order. */
export function engineOf(texts: Readonly<Record<string, string>>): Engine {
  const docs = Object.entries(texts).map(([id, text]) => ({ id, words: wordsIn(text) }))
  const known = [...new Set(docs.flatMap(({ words }) => words))]
  const placesOf = (words: readonly string[], match: (word: string) => boolean) =>
    words.flatMap((word, place) => (match(word) ? [place] : []))
  const forWord = (term: string): readonly Hit[] => {
    const beginning = known.filter((word) => term.startsWith(word)).sort((a, b) => b.length - a.length)[0]
    const match = known.some((word) => word.startsWith(term))
      ? (word: string) => word.startsWith(term)
      : (word: string) => word === beginning
    return docs.flatMap(({ id, words }) => {
      const places = placesOf(words, match)
      return places.length > 0 ? [{ id, score: places.length, words: places }] : []
    })
  }
  const search = (term: string): readonly Hit[] => {
    const words = wordsIn(term)
    if (!term.startsWith('"')) {
      const all = words.map(forWord)
      const [first = [], ...rest] = all
      return first.filter(({ id }) => rest.every((hits) => hits.some((hit) => hit.id === id)))
    }
    return docs.flatMap(({ id, words: own }) => {
      const start = own.findIndex((_, place) => words.every((word, index) => own[place + index] === word))
      return start < 0 || words.length === 0 ? [] : [{ id, score: 1, words: words.map((_, index) => start + index) }]
    })
  }
  return { search: (term) => Promise.resolve(search(term)), vocabulary: () => Promise.resolve(known) }
}

/** A catalog of records with values per facet. */
export function catalogOf(
  records: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  days: Readonly<Record<string, string>> = {},
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
    occurred: ids.map((id) => days[id] ?? ''),
    changed: ids.map(() => '2026-01-01'),
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, facet(name)])) as unknown as Catalog['facets'],
    positions: facet('position'),
  }
}
