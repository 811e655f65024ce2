import { either } from './patterns.ts'
import { type Block, childrenOf, lineOf, type Node, oneLine, plain, type Section, within } from './document.ts'
import type { DayOrder } from './days.ts'
import { isDayAlone, readStamp, type Stamp } from './stamp.ts'

/** An entry of what may be a timeline. */
export interface Row {
  readonly block: Block
  readonly line: number
  /** When, as written and as read; absent where it does not say. */
  readonly stamp?: Stamp
  /** A day that stands above this and the following entries. */
  readonly dayAbove?: Stamp
  readonly words: string
  /** Further words: other columns, nested lists, addresses of links. */
  readonly more: readonly string[]
  /** Words in bold, which often say what an entry marks. */
  readonly bold: readonly string[]
  readonly actor?: string
  readonly component?: string
  /** Everything of the entry that the record will hold, as written. */
  readonly accounts: readonly string[]
  /** Blocks that stand beneath an entry that is a heading. */
  readonly beneath?: readonly Block[]
}

/** A table, a list or a run of paragraphs whose entries begin with times. */
export interface Candidate {
  readonly form: 'table' | 'list'
  readonly section: Section
  readonly line: number
  readonly rows: readonly Row[]
  /** Texts that may name the zone of its times: the head of its column. */
  readonly zoneTexts: readonly string[]
  /** Words of the table’s head, which the fields of the record say. */
  readonly head: readonly string[]
}

const TIME_HEAD = either(
  'i',
  String.raw`^(?:(?:date|day)(?: ?(?:and|&|/|-) ?| ))?(?:time(?:stamp)?s?|when|clock)\b|^date$|^date ?/? ?time`,
  String.raw`^at$|^timestamp|^(?:start|utc|local) time|^t[+]|^\w+ time\b|^(?:utc|gmt|[pmce][sd]?t|jst|ce?s?t)$`,
  String.raw`^(?:elapsed|offset)\b`,
)
const EVENT_HEAD = either(
  'i',
  String.raw`event|description|what|action|activity|details?|update|notes?|message|entry|happen|summary|comment`,
)
const ACTOR_HEAD = /^(?:who|actor|by|by whom|person|team|responder|owner|author|participant)s?$/i
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$/i
const COMPONENT_HEAD = /^(?:component|system|service|source|host)s?$/i

/** The addresses of links in a node that its words do not show. */
export const addresses = (node: Node): string[] =>
  within(node, 'link').flatMap((link) => {
    const words = oneLine(plain(link))
    const url = link.url.replace(/^mailto:/, '')
    return words === url || `http://${words}` === url || `https://${words}` === url ? [] : [`${words}: ${link.url}`]
  })

const bolds = (node: Node) => within(node, 'strong').map((one) => oneLine(plain(one)))

/** A cell or paragraph in parts, as rows hold them. */
const parts = (node: Node) => ({ words: plain(node).trim(), more: addresses(node), bold: bolds(node) })

function tableRows(block: Block, section: Section, order: DayOrder | undefined): Candidate | undefined {
  if (block.node.type !== 'table') return undefined
  const [head, ...rest] = block.node.children
  if (!head || rest.length === 0) return undefined
  const heads = childrenOf(head).map((cell) => oneLine(plain(cell)))
  const cells = rest.map((row) => childrenOf(row))
  const stampsIn = (column: number) =>
    cells.map((row) => (row[column] ? readStamp(oneLine(plain(row[column])), order) : undefined))
  const isTimes = (column: number) => {
    const filled = cells.filter((row) => row[column] && plain(row[column]).trim() !== '').length
    const stamps = stampsIn(column).filter((stamp) => stamp?.rest === '' || (stamp?.rest.length ?? 99) < 25)
    const clocks = stamps.filter((stamp) => stamp?.time !== undefined || stamp?.sinceStart !== undefined).length
    const named = TIME_HEAD.test(heads[column] ?? '')
    return stamps.length > 0 && stamps.length >= filled * (named ? 0.5 : 0.75) && (clocks > 0 || stamps.length > 0)
      ? { column, named, clocks }
      : undefined
  }
  const columns = heads.map((_, column) => isTimes(column)).filter((one) => one !== undefined)
  const timed = columns.filter(({ clocks }) => clocks > 0)
  const isTimeline = section.kind === 'timeline' || section.parent?.kind === 'timeline'
  // A table of days alone is a timeline where its heading says so: others list deadlines.
  const main =
    timed.find(({ column }) => /utc|gmt/i.test(heads[column] ?? '')) ??
    timed[0] ??
    (isTimeline ? columns.find(({ named }) => named) : undefined)
  if (!main) return undefined
  const date = columns.find(({ column, clocks }) => column !== main.column && clocks === 0)?.column
  const year = /\b((?:19|20)\d\d)\b/.exec(heads[date ?? -1] ?? '')?.[1]
  // Days of the week beside dates say nothing more.
  const isWeekdays = (column: number) => cells.every((row) => row[column] && WEEKDAY.test(plain(row[column]).trim()))
  const others = heads
    .map((_, column) => column)
    .filter((column) => column !== main.column && column !== date && !(date !== undefined && isWeekdays(column)))
  const find = (pattern: RegExp, from = others) => from.find((column) => pattern.test(heads[column] ?? ''))
  const actor = find(ACTOR_HEAD)
  const component = find(
    COMPONENT_HEAD,
    others.filter((column) => column !== actor),
  )
  const free = others.filter((column) => column !== actor && column !== component)
  const event = find(EVENT_HEAD, free) ?? free[0] ?? actor
  if (event === undefined) return undefined
  const rows = cells.map((row, index): Row => {
    const cell = (column: number | undefined) => {
      const node = column === undefined ? undefined : row[column]
      return node ? parts(node) : { words: '', more: [], bold: [] }
    }
    const [when, day] = [oneLine(cell(main.column).words), oneLine(cell(date).words)]
    const dated = year !== undefined && !/\d{4}/.test(day) ? `${day} ${year}` : day
    const stamp = readStamp(`${dated} ${when}`.trim(), order)
    const [what, who, where] = [cell(event), cell(actor === event ? undefined : actor), cell(component)]
    const rest = free
      .filter((column) => column !== event)
      .flatMap((column) => {
        const { words, more } = cell(column)
        const isEmpty = /^(?:[-–—]|n\/a)?$/i.test(words)
        return isEmpty ? more : [`${heads[column] ? `${heads[column]}: ` : ''}${oneLine(words)}`, ...more]
      })
    const more = [...(stamp?.rest ? [stamp.rest] : []), ...what.more, ...who.more, ...where.more, ...rest]
    return {
      block,
      line: lineOf(childrenOf(block.node)[index + 1] ?? block.node),
      ...(stamp ? { stamp } : {}),
      words: what.words,
      more,
      bold: [...what.bold, ...cell(main.column).bold.filter((words) => !/\d/.test(words))],
      ...(who.words === '' ? {} : { actor: oneLine(who.words) }),
      ...(where.words === '' ? {} : { component: oneLine(where.words) }),
      accounts: [
        day,
        when,
        ...heads.flatMap((_, column) => (isWeekdays(column) ? [cell(column).words] : [])),
        what.words,
        who.words,
        where.words,
        ...more,
      ],
    }
  })
  return { form: 'table', section, line: block.line, rows, zoneTexts: [heads[main.column] ?? ''], head: heads }
}

/** The rows of a list item: its own words, with what is nested in it; or a day and the times beneath it. */
function itemRows(item: Node, block: Block, order: DayOrder | undefined): Row[] {
  const [first, ...others] = childrenOf(item)
  if (!first) return []
  if (first.type !== 'paragraph')
    return [{ block, line: lineOf(item), words: plain(item), more: [], bold: [], accounts: [] }]
  const { words, more, bold } = parts(first)
  const flat = oneLine(words)
  const nested = others.find((node) => node.type === 'list')
  if (nested && isDayAlone(flat, order)) {
    const day = readStamp(flat, order)
    const rows = childrenOf(nested).flatMap((one) => itemRows(one, block, order))
    const [head, ...tail] = rows
    return head && day ? [{ ...head, dayAbove: day, accounts: [...head.accounts, flat] }, ...tail] : rows
  }
  const beneath = others.flatMap((node) => [plain(node).trim(), ...addresses(node)]).filter((text) => text !== '')
  const stamp = readStamp(words, order) ?? readStamp(flat, order)
  const rest = stamp?.rest ?? words
  const [line = '', ...further] = rest === '' && beneath.length > 0 ? beneath : [rest, ...beneath]
  const all = [...more, ...further]
  return [
    {
      block,
      line: lineOf(item),
      ...(stamp ? { stamp } : {}),
      words: line,
      more: all,
      bold: bold.filter((one) => readStamp(one, order)?.rest !== ''),
      accounts: [stamp?.written ?? '', line, ...all],
    },
  ]
}

/** The lines of a paragraph or a block of code as rows. */
function lineRows(block: Block, order: DayOrder | undefined): Row[] {
  const { words, more, bold } = parts(block.node)
  const isCode = block.node.type === 'code'
  const lines: { text: string; index: number }[] = []
  for (const [index, text] of words.split('\n').entries()) {
    if (text.trim() === '') continue
    const last = lines.at(-1)
    // A line of a paragraph that begins with no time goes on with the entry before it.
    if (last && !isCode && readStamp(last.text, order) && !readStamp(text, order)) last.text += `\n${text.trim()}`
    else lines.push({ text, index })
  }
  return lines.map(({ text, index }, place) => {
    const stamp = readStamp(text, order)
    const own = stamp?.rest ?? text.trim()
    const further = place === lines.length - 1 ? more : []
    return {
      block,
      line: block.line + (isCode ? index + 1 : index),
      ...(stamp ? { stamp } : {}),
      words: own,
      more: further,
      bold: bold.filter((one) => text.includes(one) && readStamp(one, order)?.rest !== ''),
      accounts: [stamp?.written ?? '', own, ...further],
    }
  })
}

const isTimed = ({ stamp, dayAbove }: Row) =>
  stamp?.time !== undefined || stamp?.sinceStart !== undefined || (dayAbove !== undefined && stamp !== undefined)

function rowsOf(block: Block, order: DayOrder | undefined): Row[] {
  if (block.node.type === 'list') return childrenOf(block.node).flatMap((item) => itemRows(item, block, order))
  if (block.node.type === 'paragraph' || block.node.type === 'code') return lineRows(block, order)
  return []
}

/**
 * What in a section, its subsections aside, may be a timeline or a part of one: each table of times, and all lists
 * together.
 */
export function candidatesIn(section: Section, order: DayOrder | undefined): Candidate[] {
  const isTimeline = section.kind === 'timeline' || section.parent?.kind === 'timeline'
  const tables = section.blocks.flatMap((block) => tableRows(block, section, order) ?? [])
  const listed = section.blocks.flatMap((block): Row[] => {
    const rows = rowsOf(block, order)
    const stamped = rows.filter(({ stamp }) => stamp !== undefined)
    const timed = rows.filter(isTimed)
    if (stamped.length < rows.length * 0.6) return []
    // A day alone begins many a sentence; where the section is a timeline a list of days is one.
    const isDay = rows.every(({ stamp, words }) => stamp?.day !== undefined && (words === '' || stamp.separated))
    return timed.length > 0 || (isTimeline && (block.node.type === 'list' || isDay)) ? rows : []
  })
  const [first] = listed
  return [
    ...tables,
    ...(first && (isTimeline || listed.filter(isTimed).length >= 2)
      ? [{ form: 'list' as const, section, line: first.line, rows: listed, zoneTexts: [], head: [] }]
      : []),
  ]
}

/**
 * A section whose heading is itself an entry (`### 09:58 UTC – Release deployed`), with what stands beneath as its
 * words.
 */
export function headingRow(section: Section, order: DayOrder | undefined): Row | undefined {
  const stamp = section.heading && readStamp(section.title, order)
  if (!section.heading || !stamp || isDayAlone(section.title, order)) return undefined
  const beneath = section.blocks.flatMap(({ node }) => [plain(node).trim(), ...addresses(node)])
  const [words = '', ...more] = stamp.rest === '' ? beneath : [stamp.rest, ...beneath]
  return {
    block: section.heading,
    line: section.line,
    stamp,
    words,
    more,
    bold: [],
    accounts: [stamp.written, words, ...more],
    beneath: section.blocks,
  }
}
