import { isUnreadable, readChange } from '#review/read-change.ts'
import type { PrecedentFinder } from '#review/rank.ts'
import { type Case, cases } from './cases.ts'

/** What the finder gave for a case. */
export interface Answer {
  readonly one: Case
  readonly given: readonly string[]
}

/** Means over cases with a precedent, and how many of the others were answered with nothing. */
export interface Measured {
  readonly cases: number
  /** Of the first three that were given, the share that a reviewer would name. Nothing given counts 0. */
  readonly precision: number
  /** Of those that a reviewer would name, the share among the first five. */
  readonly recall: number
  readonly silent: number
  readonly unrelated: number
}

/** Asks the finder for every case. */
export const ask = (finder: PrecedentFinder): Answer[] =>
  cases.map((one) => {
    const change = readChange(one.input)
    return { one, given: isUnreadable(change) ? [] : finder.suggest(change).map(({ id }) => id) }
  })

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const share = (found: readonly string[], among: readonly string[], of: number) =>
  of === 0 ? 0 : found.filter((id) => among.includes(id)).length / of

/** Precision at 3, recall at 5 and silence over some answers. */
export function measure(answers: readonly Answer[]): Measured {
  const related = answers.filter(({ one }) => one.expected.length > 0)
  const unrelated = answers.filter(({ one }) => one.expected.length === 0)
  return {
    cases: related.length,
    precision: mean(related.map(({ one, given }) => share(given.slice(0, 3), one.expected, Math.min(3, given.length)))),
    recall: mean(related.map(({ one, given }) => share(one.expected, given.slice(0, 5), one.expected.length))),
    silent: unrelated.filter(({ given }) => given.length === 0).length,
    unrelated: unrelated.length,
  }
}
