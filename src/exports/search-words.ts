import type { ShownRecord } from '#search/fragment.ts'
import { shelfOf, type Vocabulary } from '#search/vocabulary.ts'
import type { SearchEntry } from '#views/search-entry.ts'
import { wordsUnder } from './indexed-words.ts'

/** The words of a record by which it can be found: its pieces, its compounds as one, and the words inside them. */
function wordsOf({ title, names, outcome, meta, descriptions }: SearchEntry, { sections }: ShownRecord): Set<string> {
  const texts = [
    title,
    outcome,
    ...names,
    ...descriptions,
    ...Object.values(meta),
    ...sections.flatMap(({ label = '', text }) => [label, ...text]),
  ]
  return new Set(texts.flatMap(wordsUnder))
}

/**
 * Every word of the index, by shelf (`shelfOf`): commonest first, then from A to Z, with how many records have each.
 */
export function searchWords(
  records: readonly { readonly entry: SearchEntry; readonly shown: ShownRecord }[],
): ReadonlyMap<string, Vocabulary> {
  const counts = new Map<string, number>()
  for (const { entry, shown } of records)
    for (const word of wordsOf(entry, shown)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const inOrder = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
  return new Map(
    [...Map.groupBy(inOrder, ([word]) => shelfOf(word))].map(([shelf, words]) => [
      shelf,
      { words: words.map(([word]) => word), records: words.map(([, count]) => count) },
    ]),
  )
}
