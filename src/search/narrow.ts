import type { Catalog } from './catalog.ts'
import { FACET_NAMES, FACETS, type FacetName, fieldOf } from './facet-names.ts'
import type { Operator } from './operator.ts'
import { wordsIn } from './tokens.ts'
import { nearest } from '#text/suggest.ts'

/** Values chosen per facet. Several values of a facet widen it; several facets narrow. */
export type Selection = Readonly<Partial<Record<FacetName, readonly string[]>>>

/** What a result must satisfy beyond its words. */
export interface Narrowing {
  readonly selection: Selection
  readonly before?: string | undefined
  readonly after?: string | undefined
}

const plain = (text: string) => wordsIn(text).join(' ')

/**
 * Values of a facet that a typed word means: its id or one of its names exactly, else every one whose id or label has
 * the typed words in it.
 */
export function valuesMeant(catalog: Catalog, name: FacetName, typed: string): readonly string[] {
  const { values, labels } = catalog.facets[name]
  const wanted = plain(typed)
  const forms = values.map((value, index) => [value, plain(value), plain(labels[index] ?? '')] as const)
  const plurals = [wanted, `${wanted}s`, wanted.replace(/y$/, 'ies'), wanted.replace(/s$/, '')]
  const exact = forms.filter(([, id, label]) => plurals.includes(id) || plurals.includes(label))
  if (exact.length > 0 || wanted === '') return exact.map(([value]) => value)
  const named = catalog.names.filter((own) => own.facet === name && plain(own.name) === wanted)
  if (named.length > 0) return [...new Set(named.map(({ value }) => value))]
  return forms
    .filter(([, id, label]) => ` ${id} `.includes(` ${wanted} `) || ` ${label} `.includes(` ${wanted} `))
    .map(([value]) => value)
}

/** Turns typed operators into a selection; values that no record has are kept out and explained. */
export function selectionOf(
  catalog: Catalog,
  operators: readonly Operator[],
): { selection: Selection; notes: readonly string[] } {
  const selection: Partial<Record<FacetName, string[]>> = {}
  const notes: string[] = []
  for (const { name, value } of operators) {
    const meant = valuesMeant(catalog, name, value)
    selection[name] = [...(selection[name] ?? []), ...meant]
    if (meant.length > 0) continue
    const near = nearest(value.toLowerCase(), catalog.facets[name].values)
    notes.push(
      `No record has “${name}:${value}” ` +
        `(${FACETS[name].label.toLowerCase()}).${near ? ` Did you mean “${name}:${near}”?` : ''}`,
    )
  }
  return { selection, notes }
}

/** A selection in the values of today: what was chosen by an old id or a former name follows to what has it now. */
export const followed = (catalog: Catalog, selection: Selection): Selection =>
  Object.fromEntries(
    FACET_NAMES.flatMap((name) => {
      const chosen = selection[name]
      const { values } = catalog.facets[name]
      const now = (value: string): readonly string[] => {
        if (values.includes(value)) return [value]
        const meant = catalog.names.filter((own) => own.facet === name && plain(own.name) === plain(value))
        return meant.length > 0 ? meant.map((own) => own.value) : [value]
      }
      return chosen ? [[name, [...new Set(chosen.flatMap(now))]]] : []
    }),
  )

/** Two selections as one. */
export const merged = (a: Selection, b: Selection): Selection =>
  Object.fromEntries(
    FACET_NAMES.flatMap((name) =>
      a[name] || b[name] ? [[name, [...new Set([...(a[name] ?? []), ...(b[name] ?? [])])]]] : [],
    ),
  )

/**
 * Says of a record, by its number in the catalog, whether it fits; `but` leaves one facet out of account, for counting
 * its values, and of the site's own fields the one named by `field`.
 */
export function fits(
  catalog: Catalog,
  { selection, before, after }: Narrowing,
): (record: number, but?: FacetName, field?: string) => boolean {
  const wanted = FACET_NAMES.flatMap((name) => {
    const chosen = selection[name]
    if (!chosen) return []
    const { values } = catalog.facets[name]
    if (chosen.length === 0) return [{ name, field: '', numbers: new Set<number>() }]
    return [...Map.groupBy(chosen, (value) => fieldOf(name, value))].map(([field, own]) => ({
      name,
      field,
      numbers: new Set(own.map((value) => values.indexOf(value))),
    }))
  })
  const { topic, stance } = selection
  // A statement on two topics must not match the topic of one position and the stance of the other.
  const pairs =
    topic && stance
      ? new Set(topic.flatMap((one) => stance.map((other) => catalog.positions.values.indexOf(`${one}/${other}`))))
      : undefined
  return (record, but, without = '') => {
    const at = catalog.occurred[record] ?? ''
    if ((before !== undefined || after !== undefined) && at === '') return false
    if ((before !== undefined && at >= before) || (after !== undefined && at < after)) return false
    for (const { name, field, numbers } of wanted) {
      if (
        (name !== but || field !== without) &&
        !catalog.facets[name].of[record]?.some((number) => numbers.has(number))
      )
        return false
    }
    const own = catalog.positions.of[record] ?? []
    return (
      pairs === undefined ||
      own.length === 0 ||
      but === 'topic' ||
      but === 'stance' ||
      own.some((number) => pairs.has(number))
    )
  }
}

/** A value of a facet with how many of the found records have it. */
export interface FacetCount {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly chosen: boolean
}

/**
 * Counts a facet over found records, as each value would do if it were added to what is chosen in the other facets.
 * Values with none are left out unless chosen.
 */
export function facetCounts(
  catalog: Catalog,
  found: readonly number[],
  narrowing: Narrowing,
  name: FacetName,
): FacetCount[] {
  const fit = fits(catalog, narrowing)
  const { values, labels, of } = catalog.facets[name]
  const counts = new Array<number>(values.length).fill(0)
  const fields = values.map((value) => fieldOf(name, value))
  for (const field of new Set(fields))
    for (const record of found)
      if (fit(record, name, field))
        for (const number of of[record] ?? []) if (fields[number] === field) counts[number] = (counts[number] ?? 0) + 1
  const chosen = new Set(narrowing.selection[name])
  return values
    .map((value, index) => ({
      value,
      label: labels[index] ?? value,
      count: counts[index] ?? 0,
      chosen: chosen.has(value),
    }))
    .filter(({ count, chosen: own }) => count > 0 || own)
    .sort((a, b) =>
      name === 'year' ? b.value.localeCompare(a.value) : b.count - a.count || a.label.localeCompare(b.label, 'en'),
    )
}
