import type { Catalog } from './catalog.ts'
import { ownRecord } from './card.ts'
import { namedExactly, namesIn } from './names.ts'
import { outcomesIn } from './outcome-words.ts'
import { kindsMeant } from './kind-words.ts'
import { KIND_FACTORS, LEAD, PRIOR } from './weights.ts'

/**
 * What speaks for a record before its words are looked at, as a factor by its identifier: its kind, how much links to
 * it, and whether it is of the organization, the year or the kind that the query names. `words` are those of the query,
 * `others` the wordings asked for in place of some of them: what such a wording names comes before what has its words.
 */
export function priorOf(
  catalog: Catalog,
  words: readonly string[],
  others: readonly (readonly string[])[],
): (id: string) => number {
  const number = new Map(catalog.ids.map((id, index) => [id, index]))
  const { kind, year, outcome } = catalog.facets
  const outcomes = new Set(outcomesIn(words).map((value) => outcome.values.indexOf(value)))
  const names = namesIn(words, catalog).map(({ facet, value }) => ({
    of: catalog.facets[facet].of,
    wanted: catalog.facets[facet].values.indexOf(value),
  }))
  const called = new Set(
    others.flatMap((other) => namedExactly(other, catalog)).map((name) => ownRecord(name, catalog)),
  )
  const years = new Set(words.map((word) => year.values.indexOf(word)).filter((index) => index >= 0))
  const kinds = kindsMeant(words)
  return (id) => {
    const record = number.get(id) ?? -1
    const sort = kind.values[kind.of[record]?.[0] ?? -1] ?? ''
    const ofKind = (Object.hasOwn(KIND_FACTORS, sort) ? KIND_FACTORS[sort] : undefined) ?? 1
    // Of a record about many organizations each says less than of one about that alone.
    const shares = names.flatMap(({ of, wanted }) =>
      of[record]?.includes(wanted) ? [1 / Math.sqrt(of[record].length)] : [],
    )
    const named = 1 + (PRIOR.named - 1) * Math.max(0, ...shares)
    const dated = year.of[record]?.some((index) => years.has(index)) ? PRIOR.dated : 1
    // Who asks for questions or promises by what became of them is not to be shown everything else first.
    const became = outcome.of[record]?.some((index) => outcomes.has(index)) ? PRIOR.outcome / ofKind : 1
    const meant = kinds.has(sort) ? PRIOR.kind : 1
    const bearer = called.has(record) ? PRIOR.called : 1
    return bearer * became * ofKind * named * dated * meant * (1 + PRIOR.importance * (catalog.importance[record] ?? 0))
  }
}

/**
 * What it counts for more that a word stands in the title of a record, or in its head: its names, its outcome and its
 * summary.
 */
export function leadOf(catalog: Catalog): (id: string, places: readonly number[]) => number {
  const number = new Map(catalog.ids.map((id, index) => [id, index]))
  return (id, places) => {
    const [title, head] = catalog.heads[number.get(id) ?? -1] ?? [0, 0]
    if (places.some((place) => place < title)) return LEAD.title
    return places.some((place) => place < head) ? LEAD.head : 0
  }
}
