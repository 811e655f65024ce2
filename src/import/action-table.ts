import { PRIORITY } from '#schema/incident-words.ts'
import { meant } from '#schema/vocabularies.ts'
import { COLUMNS, type Column, dueOf, NOTHING, type Reading, statusOf, TICKET, TYPES } from './action-words.ts'
import { type Block, childrenOf, lineOf, type Node, oneLine, plain, within } from './document.ts'
import type { DayOrder } from './days.ts'
import { stripped } from './patterns.ts'
import { addresses } from './rows.ts'

function takeCell(
  reading: Reading,
  column: Column | undefined,
  head: string,
  cell: Node,
  order: DayOrder | undefined,
): void {
  const words = oneLine(plain(cell))
  const links = within(cell, 'link')
  const keep = () => reading.rest.push(head === '' ? words : `${head}: ${words}`, ...addresses(cell))
  if (NOTHING.test(words) && links.length === 0) return
  switch (column) {
    case 'type': {
      const type = TYPES.find(([pattern]) => pattern.test(words))?.[1]
      if (type && reading.type === undefined) reading.type = type
      else keep()
      return
    }
    case 'owner':
      if (reading.owner === undefined && words.length <= 120) reading.owner = words
      else keep()
      if (links.length > 0) reading.rest.push(...addresses(cell))
      return
    case 'ticket': {
      takeTicket(
        reading,
        words,
        links.map(({ url }) => url),
        keep,
      )
      return
    }
    case 'status': {
      const status = statusOf(words)
      if (status && reading.status === undefined) reading.status = status
      if (!status || words.split(' ').length > 2) keep()
      return
    }
    case 'due': {
      const due = dueOf(words, order)
      if (due && reading.due === undefined) reading.due = due
      else keep()
      return
    }
    case 'priority': {
      const priority = meant(PRIORITY, words)
      if (priority) reading.priority = priority
      else keep()
      return
    }
    case 'text':
      if (reading.text === '') {
        reading.text = words
        if (links.length > 0) reading.rest.push(...addresses(cell))
      } else keep()
      return
    case undefined:
      keep()
  }
}

/** A cell such as `PLAT-77 **DONE**`, or a link to a ticket. */
function takeTicket(reading: Reading, words: string, urls: readonly string[], keep: () => void): void {
  const isAddress = /^https?:\/\/\S+$/.test(words)
  const ticket = isAddress
    ? undefined
    : (TICKET.exec(words)?.[0] ?? (urls.length === 1 && words.length <= 60 ? words : undefined))
  const left = stripped(ticket === undefined ? words : words.replace(ticket, ''), ',;:()–—-')
  const status = ticket !== undefined || isAddress ? statusOf(left) : undefined
  if (
    urls.length > 1 ||
    (ticket === undefined && urls.length === 0) ||
    (!isAddress && left !== '' && status === undefined)
  ) {
    keep()
    return
  }
  if (ticket !== undefined) reading.ticket = ticket
  if (urls[0] !== undefined && /^https?:/.test(urls[0])) reading.url = urls[0]
  if (status !== undefined) reading.status ??= status
}

/** The actions of a table, with their lines and all words of their cells; undefined for a table of something else. */
export function fromTable(
  block: Block,
  order: DayOrder | undefined,
): { line: number; reading: Reading; words: string[] }[] | undefined {
  if (block.node.type !== 'table') return undefined
  const [head, ...rows] = block.node.children
  if (!head) return undefined
  const heads = childrenOf(head).map((cell) => oneLine(plain(cell)))
  const taken = new Set<Column>()
  const columns = heads.map((words) => {
    const column = COLUMNS.find(([pattern, of]) => pattern.test(words) && !taken.has(of))?.[1]
    if (column) taken.add(column)
    return column
  })
  if (!taken.has('text')) return undefined
  return rows.map((row) => {
    const reading: Reading = { text: '', rest: [] }
    const cells = childrenOf(row)
    const numbered = heads.findIndex((words) => /^(?:#|no\.?|nr\.?|number)?$/i.test(words))
    cells.forEach((cell, index) => {
      if (index !== numbered || !/^\d*\.?$/.test(plain(cell).trim()))
        takeCell(reading, columns[index], heads[index] ?? '', cell, order)
    })
    return { line: lineOf(row), reading, words: [...heads, ...cells.map((cell) => plain(cell)), ...addresses(row)] }
  })
}
