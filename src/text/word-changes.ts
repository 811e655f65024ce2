import { diffWords } from 'diff'

/** A run of words that two texts share, or that only one of them has. */
export interface WordRun {
  readonly text: string
  readonly in: 'both' | 'first' | 'second'
}

/**
 * Two texts compared word by word, in reading order (Myers' algorithm, from the `diff` package). Case and punctuation
 * count; spaces do not.
 */
export const compareWords = (first: string, second: string): WordRun[] =>
  diffWords(first, second).map(({ value, added, removed }) => ({
    text: value,
    in: added ? 'second' : removed ? 'first' : 'both',
  }))
