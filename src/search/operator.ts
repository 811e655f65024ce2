import type { FacetName } from './facet-names.ts'

/** A typed operator, with where it stands so that removing its chip can remove its text. */
export interface Operator {
  readonly name: FacetName
  readonly value: string
  readonly start: number
  readonly end: number
}

/** The typed text without one operator, as left when its chip is removed. */
export const withoutOperator = (typed: string, { start, end }: Pick<Operator, 'start' | 'end'>): string =>
  `${typed.slice(0, start)}${typed.slice(end)}`.replace(/\s{2,}/g, ' ').trim()
