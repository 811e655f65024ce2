import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { wordsIn } from '#search/tokens.ts'
import { labelOf } from '#views/label.ts'

// A country before the name of an office is left out in speech: "US GAO" is the GAO.
const COUNTRY = /^(?:the |us |uk |eu )+/i
const FORM = / (?:inc|ltd|plc|llc|corporation|corp|company|group|limited|gmbh|sa|ag)\.?$/i

/** Initials of a name of three or more words that begin with a capital. */
function initials(name: string): string[] {
  const words = name.replace(COUNTRY, '').match(/\b\p{Lu}\p{L}+/gu) ?? []
  return words.length < 3 ? [] : [words.map((word) => word.charAt(0)).join('')]
}

const spoken = (name: string): string[] => [name, name.replace(COUNTRY, ''), name.replace(FORM, '')]

/** Other names of a record than those its facet's value goes by. */
function namesOf(entry: AnyEntry): readonly string[] {
  if (entry.kind === 'organizations') {
    const { name, shortName, formerNames } = entry.data
    return [
      ...[name, ...(shortName === undefined ? [] : [shortName]), ...formerNames].flatMap(spoken),
      ...initials(name),
    ]
  }
  if (entry.kind !== 'incidents') return []
  const { shortTitle, products, aliases } = entry.data
  return [
    ...(shortTitle === undefined ? [] : [shortTitle]),
    ...products.flatMap(({ name, formerNames }) => [name, ...formerNames]),
    ...aliases,
  ]
}

/**
 * Of those, the ones in other words than the label, the id and each other: whatever is compared by its words is written
 * once.
 */
function otherNames(knowledge: Knowledge, entry: AnyEntry): string[] {
  const said = new Set([labelOf(knowledge, entry), entry.id].map((name) => wordsIn(name).join(' ')))
  return namesOf(entry).filter((name) => {
    const words = wordsIn(name).join(' ')
    return words !== '' && !said.has(words) && said.add(words)
  })
}

/**
 * Names by which queries mean a value of a facet, beyond its label: short, former and spoken names, initials, products,
 * short titles. None for a facet whose values have no other names.
 */
export const searchNames = (knowledge: Knowledge, facet: string, value: string): readonly string[] => {
  const entry = facet === 'org' || facet === 'incident' ? knowledge.find(value) : undefined
  return entry ? otherNames(knowledge, entry) : []
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
 * link to it.
 */
export function importance(knowledge: Knowledge, entry: AnyEntry): number {
  const from = new Set(knowledge.backlinks(entry.id).map((link) => link.from.id)).size
  const grave = entry.kind === 'incidents' ? (GRAVE[entry.data.severity ?? ''] ?? 0) : 0
  return (KINDS[entry.kind] ?? 0) + grave + Math.round(2 * Math.log2(1 + from))
}
