import { PRIORITY } from '#schema/incident-words.ts'
import { meant } from '#schema/vocabularies.ts'
import { dueOf, type Reading, statusOf, TICKET, TYPES } from './action-words.ts'
import { childrenOf, type Node, oneLine, plain, within } from './document.ts'
import type { DayOrder } from './days.ts'
import { either, stripped } from './patterns.ts'
import { addresses } from './rows.ts'

const TAGGED = either(
  'giu',
  String.raw`(?:^|[\s,;(\[–—-])(?<key>owners?|assignees?|assigned to|responsible|dri|due(?: date| by)?|deadline|eta|` +
    String.raw`status|priority|ticket|jira|issue|type|category)\s*[:=]\s*(?<value>[^,;()[\]–—|]+?)` +
    String.raw`(?=\s*(?:[,;)\]–—|]|$|\s-\s|\b(?:owner|due|status|priority|ticket|type)\b\s*:))`,
)
const DUE_PLAIN = either(
  'iu',
  String.raw`(?:^|[\s,;(])(?:due|by|deadline)\s+(?<value>(?:\d{4}-\d{2}-\d{2}|\d{1,2} \p{L}{3,9} \d{4}|` +
    String.raw`\p{L}{3,9} \d{1,2},? \d{4}))`,
)

// "(@name)" at the end, or "@name:", "@name -" or "@name to" at the start.
const MENTIONED = new RegExp(
  String.raw`(?:^|\s)[(\[]?(@[\w.\-]+(?: \p{Lu}\p{Ll}+)?)[)\]]?\s*[.:]?$|` +
    String.raw`^(@[\w.\-]+)(?:\s*(?::|-|–|—|to\b)\s+|\s+(?=\p{Lu}))`,
  'u',
)

/** Reads an item of a list: its text with what stands in it about owner, due date, ticket and status. */
function fromWords(words: string, order: DayOrder | undefined): Reading {
  const reading: Reading = { text: words, rest: [] }
  const cut = (piece: string) => {
    reading.text = reading.text.replace(piece, ' ')
  }
  for (const match of [...words.matchAll(TAGGED)]) {
    const { key = '', value = '' } = match.groups ?? {}
    const clean = value.trim()
    if (/^(?:owner|assign|responsible|dri)/i.test(key) && reading.owner === undefined) reading.owner = clean
    else if (/^(?:due|deadline|eta)/i.test(key) && dueOf(clean, order) !== undefined)
      reading.due = dueOf(clean, order) ?? ''
    else if (/^status/i.test(key) && statusOf(clean)) reading.status = statusOf(clean) ?? 'unknown'
    else if (/^priority/i.test(key) && meant(PRIORITY, clean)) reading.priority = meant(PRIORITY, clean)
    else if (/^(?:ticket|jira|issue)/i.test(key) && TICKET.test(clean))
      reading.ticket = TICKET.exec(clean)?.[0] ?? clean
    else if (/^(?:type|category)/i.test(key) && TYPES.some(([pattern]) => pattern.test(clean)))
      reading.type = TYPES.find(([pattern]) => pattern.test(clean))?.[1]
    else continue
    cut(match[0])
  }
  // "@Ana Ruiz 10 Jun 2025" at the end is how task lists of wikis write who and until when.
  const end = /\s(\d[\d./-]{5,9}|\d{1,2} \p{L}{3,9} \d{4})$/u.exec(reading.text)
  const named = end !== null && /\s@[\w.-]+(?: \p{Lu}\p{Ll}+)?$/u.test(reading.text.slice(0, end.index).trimEnd())
  const until = end && named && reading.due === undefined ? dueOf(end[1] ?? '', order) : undefined
  if (end && until !== undefined) {
    reading.due = until
    cut(end[0])
    reading.text = reading.text.trimEnd()
  }
  const at = reading.owner === undefined ? MENTIONED.exec(reading.text) : null
  if (at) {
    reading.owner = at[1] ?? at[2] ?? ''
    cut(at[0])
  }
  const due = reading.due === undefined ? DUE_PLAIN.exec(reading.text) : null
  const day = due ? dueOf(due.groups?.['value'] ?? '', order) : undefined
  if (due && day) {
    reading.due = day
    cut(due[0])
  }
  reading.text = stripped(reading.text, ',;–—-', 'end')
    .replace(/\([\s,;]{0,9}\)|\[\s{0,9}\]/g, ' ')
    .replace(/[\s,;]{1,9}\)(?![^(]{0,200}\()/g, (end, at: number, all: string) =>
      all.slice(0, at).includes('(') ? end : ' ',
    )
    .replace(/\s{1,9}([,.;:)])/g, '$1')
    .replace(/\(\s{0,9}[,;]\s{0,9}/g, '(')
    .replace(/[,;](?:\s{0,9}[,;]){1,9}/g, ',')
    // What opened it went with what was read.
    .replace(/^([^()]{1,500})\)$/, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return reading
}

/** The action of an item of a list; undefined for an item that is no paragraph. */
export function fromItem(item: Extract<Node, { type: 'listItem' }>, order: DayOrder | undefined): Reading | undefined {
  const [first, ...others] = childrenOf(item)
  if (first?.type !== 'paragraph') return undefined
  const reading = fromWords(oneLine(plain(first)), order)
  const lead = either(
    'iu',
    String.raw`^(?:\[(?<box>[ xX])\]|(?<mark>✅|☑️?|✔️?|🚧|❌|⬜))\s*`,
    String.raw`^(?:\*?(?<word>done|todo|wip|in progress|completed?)\*?\s*[:\]–—-])\s*`,
  ).exec(reading.text)
  const said = lead
    ? statusOf(lead.groups?.['word'] ?? lead.groups?.['mark'] ?? `[${lead.groups?.['box']?.toLowerCase()}]`)
    : undefined
  if (lead && said) {
    reading.status = said
    reading.text = reading.text.slice(lead[0].length)
  }
  if (item.checked !== null && item.checked !== undefined)
    reading.status = item.checked ? 'done' : (reading.status ?? 'open')
  const links = within(first, 'link')
  const [link] = links
  if (
    links.length === 1 &&
    link &&
    (TICKET.test(plain(link)) || oneLine(plain(link)) === link.url) &&
    /^https?:/.test(link.url)
  ) {
    const label = oneLine(plain(link))
    reading.url = link.url
    if (label !== link.url) reading.ticket ??= TICKET.exec(label)?.[0] ?? label
    const without = reading.text
      .replace(label, '')
      .replace(/\(\s{0,9}\)|\[\s{0,9}\]/g, '')
      .trim()
    if (without.length > 8) reading.text = without
  } else {
    reading.rest.push(...addresses(first))
    const ticket = TICKET.exec(reading.text)?.[0]
    if (ticket !== undefined && reading.ticket === undefined && links.length === 0) reading.ticket = ticket
  }
  for (const other of others) {
    for (const line of plain(other)
      .split('\n')
      .filter((one) => one.trim() !== '')) {
      const tagged = fromWords(line.trim(), order)
      if (tagged.text === '')
        Object.assign(
          reading,
          Object.fromEntries(
            Object.entries(tagged).filter(([key, of]) => key !== 'text' && key !== 'rest' && of !== undefined),
          ),
        )
      else reading.rest.push(line.trim())
    }
    reading.rest.push(...addresses(other))
  }
  return reading
}
