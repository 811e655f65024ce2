import type { Knowledge } from '#knowledge/knowledge.ts'
import { threadOf } from '#knowledge/thread.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { RESPONSE } from '#schema/statements.ts'
import { formatText } from '#time/format.ts'
import { type Link, orgName } from './label.ts'
import { statementLine, type StatementLine } from './statement-line.ts'

type Statement = Entry<'statements'>
type How = keyof typeof RESPONSE

/** A response seen from the statement it is about. */
const BACK: Readonly<Record<How, string>> = {
  agrees: 'Agreed with by',
  disputes: 'Disputed by',
  clarifies: 'Clarified by',
  retracts: 'Taken back by',
  supersedes: 'Replaced by',
  answers: 'Answered by',
}

/** One tie between two statements, in words, with the other end. */
export interface Tie {
  readonly how: How
  readonly label: string
  readonly other: Link
}

/** One turn of a conversation. */
export interface TurnView {
  readonly line: StatementLine
  readonly depth: number
  readonly current: boolean
  readonly ties: readonly Tie[]
}

/** Who said it and when: enough to name a statement inside its conversation. */
const shortLink = (knowledge: Knowledge, { id, data }: Statement): Link => ({
  text:
    `${data.org === undefined ? (data.speaker?.name ?? 'a speaker') : orgName(knowledge, data.org)}, ` +
    `${formatText(data.said)}`,
  route: routes.record('statements', id),
})

/** Every tie of a statement: what it says of others, then what others say of it. */
export function tiesOf(knowledge: Knowledge, statement: Statement): Tie[] {
  const forward = statement.data.respondsTo.flatMap(({ statement: id, how }) => {
    const other = knowledge.get('statements', id)
    return other ? [{ how, label: RESPONSE[how].label, other: shortLink(knowledge, other) }] : []
  })
  const back = knowledge
    .from('statements', 'respondsTo.statement', statement.id)
    .flatMap((other) =>
      other.data.respondsTo
        .filter(({ statement: id }) => id === statement.id)
        .map(({ how }) => ({ how, label: BACK[how], other: shortLink(knowledge, other) })),
    )
  return [...forward, ...back]
}

/** The ties a reader must not miss: that words were taken back, replaced or disputed. */
export const warningsOf = (knowledge: Knowledge, statement: Statement): Tie[] => {
  const grave: readonly string[] = [BACK.retracts, BACK.supersedes, BACK.disputes]
  return tiesOf(knowledge, statement).filter(({ label }) => grave.includes(label))
}

/** The conversation around a statement; empty where it stands alone. */
export function threadView(knowledge: Knowledge, statement: Statement): TurnView[] {
  const turns = threadOf(knowledge, statement)
  if (turns.length < 2) return []
  return turns.map((turn) => ({
    line: statementLine(knowledge, turn.statement),
    depth: turn.depth,
    current: turn.statement === statement,
    ties: tiesOf(knowledge, turn.statement),
  }))
}
