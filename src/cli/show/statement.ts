import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { POSITION_BASIS, RESPONSE } from '#schema/statements.ts'
import { STANCE } from '#schema/vocabularies.ts'
import { labelOf } from '#views/label.ts'
import { type Block, row, section } from './document.ts'
import { nameOf } from './field-words.ts'

/** The sections of a statement: positions, words, what it responds to and what responded to it. */
export function statementBlocks(knowledge: Knowledge, entry: Entry<'statements'>): Block[] {
  const { data } = entry
  const replies = knowledge.from('statements', 'respondsTo.statement', entry.id)
  return [
    ...section(
      'Positions',
      data.positions.map((p) =>
        row(
          [STANCE[p.stance].label, `${nameOf(knowledge, p.topic)} - ${POSITION_BASIS[p.basis].label.toLowerCase()}`],
          p.conditions === undefined ? undefined : `Conditions: ${p.conditions}`,
        ),
      ),
    ),
    ...section(
      'Quotations',
      data.quotes.map(({ id, text }) => row([`"${text}"`], id)),
    ),
    ...section(
      'Responds to',
      data.respondsTo.map(({ statement, how }) => row([RESPONSE[how].label, nameOf(knowledge, statement)])),
    ),
    ...section(
      'Responses to it',
      replies.map((reply) => row([reply.id, labelOf(knowledge, reply)])),
    ),
  ]
}
