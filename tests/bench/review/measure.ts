import { isUnreadable, readChange } from '#review/read-change.ts'
import type { PrecedentFinder } from '#review/rank.ts'
import { type Case, cases } from './cases.ts'

/** What the finder gave for a case. */
export interface Answer {
  readonly one: Case
  readonly given: readonly string[]
}

/** Shares of answers that are as they should be. */
export interface Measured {
  readonly related: number
  /** Share of the changes with a precedent for which one that a reviewer would name is among the first three. */
  readonly right: number
  readonly harmless: number
  /** Share of the harmless changes that are answered with nothing. */
  readonly silent: number
}

/** Asks the finder for every case. */
export const ask = (finder: PrecedentFinder): Answer[] =>
  cases.map((one) => {
    const change = readChange(one.input)
    return { one, given: isUnreadable(change) ? [] : finder.suggest(change).map(({ id }) => id) }
  })

/** Whether an answer is as it should be: a right incident among the first three, or nothing for a harmless change. */
export const isRight = ({ one, given }: Answer): boolean =>
  one.expected.length === 0 ? given.length === 0 : given.slice(0, 3).some((id) => one.expected.includes(id))

const share = (answers: readonly Answer[]) => answers.filter(isRight).length / Math.max(1, answers.length)

/** How many of some answers are as they should be. */
export function measure(answers: readonly Answer[]): Measured {
  const [related, harmless] = [true, false].map((is) => answers.filter(({ one }) => one.expected.length > 0 === is))
  return {
    related: related?.length ?? 0,
    right: share(related ?? []),
    harmless: harmless?.length ?? 0,
    silent: share(harmless ?? []),
  }
}
