import type { Knowledge } from '#knowledge/knowledge.ts'
import { formerSlugs, productsOf } from '#knowledge/products.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { WITH_NAMES } from '#search/catalog.ts'
import { wordsIn } from '#search/tokens.ts'

// A country before the name of an office is left out in speech: "US GAO" is the GAO.
const COUNTRY = /^(?:the |us |uk |eu )+/i

/** Initials of a name of three or more words that begin with a capital. */
function initials(name: string): string[] {
  const words = name.replace(COUNTRY, '').match(/\b\p{Lu}\p{L}+/gu) ?? []
  return words.length < 3 ? [] : [words.map((word) => word.charAt(0)).join('')]
}

/** Other names of a record than those its facet's value goes by. */
function namesOf(entry: AnyEntry): readonly string[] {
  if (entry.kind === 'organizations') {
    const { name, shortName, formerNames, aliases } = entry.data
    return [...aliases, ...[name, ...(shortName === undefined ? [] : [shortName]), ...formerNames], ...initials(name)]
  }
  const { aliases } = entry.data
  return entry.kind === 'incidents' && entry.data.shortTitle !== undefined
    ? [entry.data.shortTitle, ...aliases]
    : aliases
}

/** Names of a product beside its label and its address: former names, aliases, and its old addresses. */
function productNames(knowledge: Knowledge, slug: string): string[] {
  const product = productsOf(knowledge).find((one) => one.slug === slug)
  if (!product) return []
  const old = [...formerSlugs(knowledge)].flatMap(([from, to]) => (to === slug ? [from] : []))
  return [product.name, ...product.alsoWritten, ...old]
}

/**
 * Of names, the ones in other words than the label, the value and each other: whatever is compared by its words is
 * written once.
 */
function distinct(names: readonly string[], label: string, value: string): string[] {
  const said = new Set([label, value].map((name) => wordsIn(name).join(' ')))
  return names.filter((name) => {
    const words = wordsIn(name).join(' ')
    return words !== '' && !said.has(words) && said.add(words)
  })
}

/**
 * Names by which queries mean a value of a facet, beyond its label: short, former and spoken names, initials, old ids,
 * short titles. None for a facet whose values have no other names.
 */
export function searchNames(knowledge: Knowledge, facet: string, value: string, label: string): readonly string[] {
  if (facet === 'product') return distinct(productNames(knowledge, value), label, value)
  const entry = (WITH_NAMES as readonly string[]).includes(facet) ? knowledge.find(value) : undefined
  return entry ? distinct(namesOf(entry), label, value) : []
}

const KINDS: Readonly<Partial<Record<AnyEntry['kind'], number>>> = {
  incidents: 8,
  summits: 5,
  statements: 4,
  commitments: 3,
  topics: 3,
  controls: 3,
  inquiries: 2,
  proceedings: 3,
}

// Severities of a scale of the owner's own weigh nothing.
const GRAVE: Readonly<Record<string, number>> = { critical: 3, major: 2 }

/**
 * How much a record matters beside others of the same name, from 0: by its kind, how grave it was, and how many records
 * link to it. Publications and reviews are of nobody's name.
 */
export function importance(knowledge: Knowledge, entry: AnyEntry): number {
  if (entry.kind === 'sources' || entry.kind === 'citations') return 0
  const from = new Set(knowledge.backlinks(entry.id).map((link) => link.from.id)).size
  const grave = entry.kind === 'incidents' ? (GRAVE[entry.data.severity ?? ''] ?? 0) : 0
  return (KINDS[entry.kind] ?? 0) + grave + Math.round(2 * Math.log2(1 + from))
}
