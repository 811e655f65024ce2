import type { Entry } from '#schema/entry.ts'
import type { Knowledge } from './knowledge.ts'
import { inOrderOfStatement } from './statement-order.ts'

type Statement = Entry<'statements'>

/** One statement of a conversation and how far it is from the one that began its branch. */
export interface Turn {
  readonly statement: Statement
  /** 0 for what began it; one more than the earliest statement that it responds to. */
  readonly depth: number
}

/** Every statement that is connected with this one by responses, in the order said. */
function connected(knowledge: Knowledge, start: Statement): Statement[] {
  const found = new Set([start])
  for (const one of found) {
    for (const { statement } of one.data.respondsTo) {
      const target = knowledge.get('statements', statement)
      if (target) found.add(target)
    }
    for (const response of knowledge.from('statements', 'respondsTo.statement', one.id)) found.add(response)
  }
  return inOrderOfStatement([...found])
}

/**
 * The conversation that a statement belongs to, as a tree in reading order: each reply stands below the earliest
 * statement it responds to, siblings in the order said. A statement alone gives one turn. Circles, which a rule
 * reports, are walked once.
 */
export function threadOf(knowledge: Knowledge, start: Statement): Turn[] {
  const all = connected(knowledge, start)
  const inside = new Map(all.map((statement, index) => [statement.id, index]))
  const parentOf = (statement: Statement): Statement | undefined => {
    const earlier = statement.data.respondsTo
      .flatMap(({ statement: id }) => inside.get(id) ?? [])
      .filter((index) => index < all.indexOf(statement))
    return all[Math.min(...earlier)]
  }
  const replies = Map.groupBy(all, parentOf)
  const turns: Turn[] = []
  const visit = (parent: Statement | undefined, depth: number): void =>
    replies.get(parent)?.forEach((statement) => {
      turns.push({ statement, depth })
      visit(statement, depth + 1)
    })
  visit(undefined, 0)
  return turns
}
