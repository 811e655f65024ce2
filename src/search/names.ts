import type { Catalog } from './catalog.ts'
import type { FacetName } from './facet-names.ts'
import { wordsIn } from './tokens.ts'

/** A name that queries can be about: of which facet's value, and in which words. */
export interface Name {
  readonly facet: FacetName
  readonly value: string
  readonly words: readonly string[]
}

/**
 * The facets whose values have names of their own, with the kind of the record that each value is, where there is one.
 */
export const NAMED = {
  org: 'organizations',
  incident: 'incidents',
  speaker: undefined,
  product: undefined,
  topic: 'topics',
  control: 'controls',
} as const satisfies Partial<Record<FacetName, string | undefined>>

type NamedFacet = keyof typeof NAMED

const DAY = /^\d{4}(?:-\d{2}){0,2}-/

// What stands before the name of an office and after that of a company in their full forms, and is left out in speech.
const COUNTRIES = new Set(['the', 'us', 'uk', 'eu'])
const FORMS = new Set([
  'inc',
  'ltd',
  'plc',
  'llc',
  'corp',
  'corporation',
  'company',
  'group',
  'limited',
  'gmbh',
  'ag',
  'sa',
])

/** Ways in which a name is spoken: an organization's also without its country or its form. */
function spokenWays(name: Name): Name[] {
  const { facet, words } = name
  if (facet !== 'org') return [name]
  const start = words.findIndex((word) => !COUNTRIES.has(word))
  const end = FORMS.has(words.at(-1) ?? '') ? words.length - 1 : words.length
  return [
    name,
    ...(start > 0 ? [{ ...name, words: words.slice(start) }] : []),
    ...(end < words.length ? [{ ...name, words: words.slice(0, end) }] : []),
  ]
}

const FACETS = Object.keys(NAMED) as NamedFacet[]

export const isNamed = (name: string): name is NamedFacet => Object.hasOwn(NAMED, name)

/** Names by what a query may hold of them. */
interface Names {
  readonly byFirstWord: ReadonlyMap<string, readonly Name[]>
  /** By all words of the name, joined. */
  readonly byLetters: ReadonlyMap<string, readonly Name[]>
  /** Speakers, by the last word of their names. */
  readonly byFamily: ReadonlyMap<string, readonly Name[]>
}

const known = new WeakMap<Catalog, Names>()

/** Every name of a catalog, indexed once. */
function namesOf(catalog: Catalog): Names {
  const made = known.get(catalog)
  if (made) return made
  const labels = FACETS.flatMap((facet) => {
    const { values, labels: own } = catalog.facets[facet]
    return values.flatMap((value, index) => [
      { facet, value, words: wordsIn(own[index] ?? '') },
      { facet, value, words: wordsIn(value) },
      // An incident is known by its id without the day, too: "log4shell".
      ...(facet === 'incident' ? [{ facet, value, words: wordsIn(value.replace(DAY, '')) }] : []),
    ])
  })
  const others = catalog.names.flatMap(({ facet, value, name }) => {
    // A short title of an incident ends with its year, which nobody types.
    const spoken = facet === 'incident' ? name.replace(/,? \d{4}$/, '') : name
    return [...new Set([name, spoken])].map((own) => ({ facet, value, words: wordsIn(own) }))
  })
  const all = [...labels, ...others].flatMap(spokenWays).filter(({ words }) => words.length > 0)
  const byFirstWord = Map.groupBy(all, ({ words }) => words[0] ?? '')
  const inOrder = [...byFirstWord.values()].flat()
  const speakers = inOrder.filter(({ facet, words }) => facet === 'speaker' && words.length > 1)
  const names: Names = {
    byFirstWord,
    byLetters: Map.groupBy(inOrder, ({ words }) => words.join('')),
    byFamily: Map.groupBy(speakers, ({ words }) => words.at(-1) ?? ''),
  }
  known.set(catalog, names)
  return names
}

const same = (a: Name, b: Name) => a.facet === b.facet && a.value === b.value

const distinct = (names: readonly Name[]): Name[] =>
  names.filter((name, index) => names.findIndex((other) => same(name, other)) === index)

/** Names that a query holds, longest first, each once: words in a row, and no word in two of them. */
export function namesIn(words: readonly string[], catalog: Catalog): Name[] {
  const { byFirstWord } = namesOf(catalog)
  const found: Name[] = []
  for (let start = 0; start < words.length;) {
    const fitting = (byFirstWord.get(words[start] ?? '') ?? []).filter((name) =>
      name.words.every((word, index) => words[start + index] === word),
    )
    const most = Math.max(0, ...fitting.map((name) => name.words.length))
    found.push(...fitting.filter((name) => name.words.length === most))
    start += Math.max(1, most)
  }
  return distinct(found).sort((a, b) => b.words.length - a.words.length)
}

/** What some words are a whole name of. */
export const namedExactly = (words: readonly string[], catalog: Catalog): Name[] =>
  distinct(
    (namesOf(catalog).byFirstWord.get(words[0] ?? '') ?? []).filter(
      (name) => name.words.length === words.length && words.every((word, index) => name.words[index] === word),
    ),
  )

/**
 * What a query names and nothing besides: one thing, or several of the same name, however it is parted into words
 * ("delta airlines"); the family name of a speaker, or a beginning of one name where no other begins so, will do.
 */
export function namedBy(words: readonly string[], catalog: Catalog): Name[] {
  if (words.length === 0) return []
  const found = nameOrBeginning(words, catalog)
  return found.length === 0 && words.length > 1 && FORMS.has(words.at(-1) ?? '')
    ? nameOrBeginning(words.slice(0, -1), catalog)
    : found
}

function nameOrBeginning(words: readonly string[], catalog: Catalog): Name[] {
  const { byFirstWord, byLetters, byFamily } = namesOf(catalog)
  const begun = (byFirstWord.get(words[0] ?? '') ?? []).filter((name) =>
    words.every((word, index) => name.words[index] === word),
  )
  const exact = distinct(begun.filter((name) => name.words.length === words.length))
  if (exact.length > 0) return exact
  const joined = byLetters.get(words.join('')) ?? []
  if (joined.length > 0) return distinct(joined)
  const family = words.length > 1 ? [] : (byFamily.get(words[0] ?? '') ?? [])
  if (family.length > 0) return distinct(family)
  const longer = distinct(begun.filter(({ facet }) => facet === 'org' || facet === 'speaker'))
  return longer.length === 1 ? longer : []
}
