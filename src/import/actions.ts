import { fromItem } from './action-item.ts'
import { fromTable } from './action-table.ts'
import { NOTHING, type Reading } from './action-words.ts'
import { actorKind } from './actor-kind.ts'
import { type Block, childrenOf, lineOf, oneLine } from './document.ts'
import type { DayOrder } from './days.ts'
import type { DraftAction, Named, Note } from './draft.ts'
import type { Ids } from './ids.ts'
import { plainText } from './words.ts'

const ownerOf = (name: string): Named => ({
  name: plainText(oneLine(name)).replace(/^@/, '').slice(0, 120),
  kind: actorKind(name),
})

/** The actions that the blocks of a section list; blocks that are taken whole get what they were turned into. */
export function actionsOf(
  blocks: readonly Block[],
  order: DayOrder | undefined,
  ids: Ids,
): { actions: DraftAction[]; notes: Note[] } {
  const notes: Note[] = []
  const read: { block: Block; line: number; reading: Reading; words?: string[] }[] = blocks.flatMap((block) => {
    const { node } = block
    if (node.type === 'table') return fromTable(block, order)?.map((one) => ({ block, ...one })) ?? []
    if (node.type !== 'list') return []
    return childrenOf(node).flatMap((item) => {
      const reading = item.type === 'listItem' ? fromItem(item, order) : undefined
      return reading ? [{ block, line: lineOf(item), reading }] : []
    })
  })
  const listed = read.filter(({ reading }) => !NOTHING.test(reading.text) || reading.ticket !== undefined)
  // Where some are marked as done, those without a mark are not.
  const marked = listed.some(({ reading }) => reading.status !== undefined)
  const actions = listed.flatMap(({ block, line, reading, words }): DraftAction[] => {
    const { text, owner, type, priority, status, due, ticket, url, rest } = reading
    const full = plainText([text === '' ? (ticket ?? '') : text, ...rest].join('\n'))
    if (full === '' || full.length > 5000) {
      notes.push({ line, message: 'an action says nothing, or too much for a record; it stays in the body' })
      return []
    }
    const action: DraftAction = {
      id: ids.give('a', text === '' ? (ticket ?? '') : text),
      text: full,
      ...(owner === undefined ? {} : { owner: ownerOf(owner) }),
      ...(type === undefined ? {} : { type }),
      ...(priority === undefined ? {} : { priority }),
      status: status ?? (marked ? 'open' : 'unknown'),
      ...(due === undefined ? {} : { due }),
      ...(ticket === undefined ? {} : { ticket: plainText(ticket) }),
      ...(url === undefined ? {} : { url }),
    }
    block.accounts = [
      ...(block.accounts ?? []),
      ...(words ?? []),
      full,
      owner ?? '',
      due ?? '',
      ticket ?? '',
      url ?? '',
      priority ?? '',
      LABELS,
    ]
    return [action]
  })
  return { actions, notes }
}

// Words of an item that fields of the record say.
const LABELS =
  'owner assignee assigned to responsible dri due date by deadline eta status ' +
  'priority ticket jira issue type category x done todo completed'
