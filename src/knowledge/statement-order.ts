import type { Entry } from '#schema/entry.ts'
import { knownFrom } from '#time/day.ts'
import { compareTexts, moment } from '#time/moment.ts'
import { occurred } from './dates.ts'

type Statement = Entry<'statements'>

/** When a statement is taken to have been said: its publication where only that is known. */
export const saidAt = (statement: Statement): string => occurred(statement) ?? statement.data.said

/** Statements that this one itself says are earlier: those it responds to, and those its change is measured from. */
export const earlierThan = ({ data }: Statement): string[] => [
  ...data.respondsTo.map(({ statement }) => statement),
  ...data.positions.flatMap(({ change }) => change?.from ?? []),
]

/** Whether the times of two statements leave open which came first. */
export const mayOverlap = (a: Statement, b: Statement): boolean => {
  const end = (statement: Statement) => moment(saidAt(statement)).latest ?? Number.POSITIVE_INFINITY
  return knownFrom(saidAt(a)) <= end(b) && knownFrom(saidAt(b)) <= end(a)
}

/** Statements in the order said; where their times leave it open, what one says of the other decides, else the id. */
export function inOrderOfStatement(statements: readonly Statement[]): Statement[] {
  const byTime = [...statements].sort((a, b) => compareTexts(saidAt(a), saidAt(b)) || (a.id < b.id ? -1 : 1))
  const byId = new Map(byTime.map((statement) => [statement.id, statement]))
  const placed = new Set<Statement>()
  const begun = new Set<Statement>()
  const place = (statement: Statement): void => {
    if (begun.has(statement)) return
    begun.add(statement)
    for (const id of earlierThan(statement)) {
      const earlier = byId.get(id)
      if (earlier && mayOverlap(earlier, statement)) place(earlier)
    }
    placed.add(statement)
  }
  byTime.forEach(place)
  return [...placed]
}
