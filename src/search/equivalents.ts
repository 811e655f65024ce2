import { stemOf } from './terms.ts'
import { wordsIn } from './tokens.ts'
import { shelfOf } from './vocabulary.ts'

/**
 * Wordings that mean the same (each finds the others), or `typed` wordings by which people look for what records call
 * `also`.
 */
export type EquivalentGroup =
  readonly string[] | { readonly typed: readonly string[]; readonly also: readonly string[] }

/**
 * Words that mean the same in this field: what one of a group finds, the others find too. Owners add their own in
 * `equivalents.yaml`.
 */
export const BUILT_IN: readonly (readonly string[])[] = [
  ['BSOD', 'blue screen', 'blue screen of death'],
  ['cert', 'certificate'],
  ['k8s', 'kubernetes'],
  ['rollback', 'roll back', 'revert'],
  ['config', 'configuration'],
  ['DNS', 'domain name system'],
  ['BGP', 'border gateway protocol'],
  ['postmortem', 'post-mortem', 'post-incident review'],
]

interface Group {
  readonly typed: readonly (readonly string[])[]
  readonly also: readonly (readonly string[])[]
  /** Whether the wordings mean the same, or one is only looked for by the other. */
  readonly same: boolean
}

/** Groups as lists of words, the form in which queries are compared with them. */
export type Equivalents = readonly Group[]

/** A group as a shelf has it: the wordings that begin there, and all that they lead to. */
export interface ShelvedGroup {
  readonly typed: readonly string[]
  readonly also: readonly string[]
  readonly same?: true
}

const isList = (group: EquivalentGroup): group is readonly string[] => Array.isArray(group)

/**
 * Groups by shelf: the first letter or digit of the wordings that may be typed (`shelfOf`). A search loads only those
 * of its words.
 */
export function shelved(groups: readonly EquivalentGroup[]): ReadonlyMap<string, readonly ShelvedGroup[]> {
  const shelves = new Map<string, ShelvedGroup[]>()
  for (const group of groups) {
    const all: ShelvedGroup = isList(group) ? { typed: group, also: group, same: true } : group
    for (const [shelf, typed] of Map.groupBy(all.typed, (wording) => shelfOf(wordsIn(wording)[0] ?? '')))
      shelves.set(shelf, [...(shelves.get(shelf) ?? []), { ...all, typed }])
  }
  return shelves
}

const cut = (wordings: readonly string[]) => wordings.map(wordsIn).filter((words) => words.length > 0)

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const isGroup = (value: unknown): value is ShelvedGroup =>
  typeof value === 'object' &&
  value !== null &&
  'typed' in value &&
  'also' in value &&
  isTexts(value.typed) &&
  isTexts(value.also)

/** Reads a shelf of groups; what is no group is as if it were not there. */
export const readShelf = (file: unknown): Equivalents =>
  (Array.isArray(file) ? file : [])
    .filter(isGroup)
    .map(({ typed, also, same = false }) => ({ typed: cut(typed), also: cut(also), same }))

/**
 * Other wordings of words that stand together in a query: where the replaced words stand, and the words to ask for
 * instead.
 */
export interface Alternative {
  readonly start: number
  readonly length: number
  readonly words: readonly string[]
  readonly same: boolean
}

/**
 * Every alternative wording of a query's words. Whole words are compared, whatever their English ending; parts of words
 * never.
 */
export function alternatives(typed: readonly string[], equivalents: Equivalents): Alternative[] {
  const stems = typed.map(stemOf)
  const at = (part: readonly string[]) =>
    stems.findIndex((_, start) => part.every((word, index) => stems[start + index] === stemOf(word)))
  return equivalents.flatMap(({ typed: wordings, also, same }) => {
    const present = wordings.flatMap((words) => {
      const start = at(words)
      return start < 0 ? [] : [{ words, start }]
    })
    return present.flatMap(({ words: { length }, start }) =>
      also
        .filter((words) => present.every((own) => own.words.join(' ') !== words.join(' ')))
        .map((words) => ({ start, length, words, same })),
    )
  })
}
