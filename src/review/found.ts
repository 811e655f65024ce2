import type { Reference } from '#schema/references.ts'

/** A reference found in a text, with where it stands. */
export interface Found {
  readonly by: 'trailer' | 'url' | 'code' | 'word'
  /** As it stands there. */
  readonly written: string
  readonly reference: Reference
  /** Where it begins, in characters from the beginning of the text. */
  readonly offset: number
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** A trailer whose value is no reference. */
export interface Malformed {
  readonly written: string
  readonly line: number
  readonly column: number
}

/** A reference by its place alone, before lines are counted. */
export type Placed = Pick<Found, 'by' | 'written' | 'reference' | 'offset'>
