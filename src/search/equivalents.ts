import { wordsIn } from './tokens.ts'

/** Words that mean the same in this field: what one of a group finds, the others find too. Owners add their own in `equivalents.yaml`. */
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

/** Groups as lists of words, the form in which queries are compared with them. */
export type Equivalents = readonly (readonly (readonly string[])[])[]

/** Prepares groups for comparing; owner's groups come after the built-in ones. */
export const prepare = (groups: readonly (readonly string[])[]): Equivalents =>
  groups.map((group) => group.map(wordsIn).filter((words) => words.length > 0))

/** Other wordings of words that stand together in a query: which words they replace, and the words to ask for instead. */
export interface Alternative {
  readonly of: readonly string[]
  readonly words: readonly string[]
}

const at = (words: readonly string[], part: readonly string[]) =>
  words.findIndex((_, start) => part.every((word, index) => words[start + index] === word))

/** Every alternative wording of a query's words. */
export function alternatives(typed: readonly string[], equivalents: Equivalents): Alternative[] {
  return equivalents.flatMap((group) => {
    const present = group.filter((words) => at(typed, words) >= 0)
    return present.flatMap((of) => group.filter((words) => !present.includes(words)).map((words) => ({ of, words })))
  })
}
