import { stemOf } from './terms.ts'
import { wordsIn } from './tokens.ts'

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

const cut = (wordings: readonly string[]) => wordings.map(wordsIn).filter((words) => words.length > 0)

const isList = (group: EquivalentGroup): group is readonly string[] => Array.isArray(group)

/** Prepares groups for comparing; owner's groups come after the built-in ones. */
export const prepare = (groups: readonly EquivalentGroup[]): Equivalents =>
  groups.map((group) =>
    isList(group)
      ? { typed: cut(group), also: cut(group), same: true }
      : { typed: cut(group.typed), also: cut(group.also), same: false },
  )

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
