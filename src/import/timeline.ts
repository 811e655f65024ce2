import { either } from './patterns.ts'
import type { Document, Section } from './document.ts'
import { oneLine, plain } from './document.ts'
import { daysIn, isoDay } from './days.ts'
import type { DraftEvent, DraftMilestone, Note } from './draft.ts'
import { actorKind } from './actor-kind.ts'
import { titleAndText } from './entry-words.ts'
import { eventKind, type Marked, milestonesOf } from './event-kinds.ts'
import type { Ids } from './ids.ts'
import { type ClockContext, type ClockProblem, follow, type Timed, timesOf } from './moments.ts'
import { type Candidate, candidatesIn, headingRow, type Row } from './rows.ts'
import { isDayAlone, readStamp } from './stamp.ts'
import { plainText } from './words.ts'
import { zonesIn, zoneWordsIn } from './zones.ts'

const MOST_TEXT = 5000

/** What was made of the timeline of a document. */
export interface TimelineResult {
  readonly events: DraftEvent[]
  readonly milestones: DraftMilestone[]
  readonly notes: Note[]
  /** Why the document has to be asked about first. */
  readonly refused?: Note
}

const isTimelineTree = (section: Section | undefined): boolean =>
  section !== undefined && (section.kind === 'timeline' || isTimelineTree(section.parent))

/** The candidates of a document: those under a heading that says timeline, or else those anywhere. */
function findCandidates(document: Document, context: ClockContext): { candidates: Candidate[]; named: boolean } {
  const inTimeline = document.sections.filter(isTimelineTree)
  const headed = headingCandidate(inTimeline, context)
  if (headed) return { candidates: [headed], named: true }
  const named = inTimeline.flatMap((section) => candidatesIn(section, context.order))
  if (named.length > 0) return { candidates: named, named: true }
  const elsewhere = document.sections
    .filter(({ kind }) => kind !== 'actions' && kind !== 'people')
    .flatMap((section) => candidatesIn(section, context.order))
    .filter(({ rows }) => rows.filter(({ stamp }) => stamp?.time ?? stamp?.sinceStart !== undefined).length >= 3)
  return { candidates: elsewhere, named: false }
}

/** A timeline whose entries are headings. */
function headingCandidate(sections: readonly Section[], { order }: ClockContext): Candidate | undefined {
  const rows = sections.flatMap((section) => headingRow(section, order) ?? [])
  const [first] = rows
  const timed = rows.filter(({ stamp }) => stamp?.time !== undefined || stamp?.sinceStart !== undefined)
  const [root] = sections
  return first && root && timed.length >= 2
    ? { form: 'list', section: root, line: first.line, rows, zoneTexts: [], head: [] }
    : undefined
}

/** The rows of a candidate, the first with the day that headings above it name. */
function withDays({ section, rows }: Candidate, context: ClockContext): readonly Row[] {
  for (let above: Section | undefined = section; above; above = above.parent) {
    const [head, ...rest] = rows
    if (isDayAlone(above.title, context.order) && head) {
      const day = readStamp(above.title, context.order)
      return day && !head.dayAbove && head.stamp?.day === undefined ? [{ ...head, dayAbove: day }, ...rest] : rows
    }
  }
  return rows
}

/** What may name day and zone of a candidate: headings above, and words of its section that are no entries. */
function around({ section, rows, zoneTexts }: Candidate): {
  zoneTexts: string[]
  dayTexts: string[]
  captions: Section['blocks']
} {
  const blocks = new Set(rows.map(({ block }) => block))
  const titles: string[] = []
  const captions: Section['blocks'] = []
  for (let above: Section | undefined = section; above; above = above.parent) {
    titles.push(above.title)
    for (const block of above.blocks)
      if (!blocks.has(block) && (block.node.type === 'paragraph' || block.node.type === 'blockquote')) {
        if (oneLine(plain(block.node)).length < 200) captions.push(block)
      }
    if (above.kind === 'timeline') break
  }
  const words = captions.map(({ node }) => oneLine(plain(node)))
  const first = rows[0]?.block.from ?? 0
  return {
    zoneTexts: [...zoneTexts, ...titles.slice(0, 2), ...words],
    // What follows the entries may speak of other days.
    dayTexts: [...titles.slice(0, 2), ...words.filter((_, index) => (captions[index]?.from ?? 0) < first)],
    captions,
  }
}

const CAPTION = either(
  'gi',
  String.raw`\b(?:all|every|the|times?|timestamps?|timezone|time zone|are|in|is|local|date|events?|on)\b`,
  String.raw`\b(?:given|shown|listed|note|utc|below|following|and|dates|unless|otherwise|noted|stated|zone)\b`,
  String.raw`\b(?:clock|hours?|24|format|by|approximate)\b`,
)

/** Whether a caption says nothing but day and zone, which every time of the record then says. */
function isClockCaption(words: string, zone: readonly string[]): boolean {
  let left = words
  for (const day of daysIn(words).reverse()) left = left.slice(0, day.from) + left.slice(day.to)
  for (const word of zone) left = left.replaceAll(word, ' ')
  return !/[\p{L}\p{N}]/u.test(
    left
      .replace(CAPTION, ' ')
      .replace(/\b(?:UTC|GMT|[A-Z][a-z]+\/[A-Z]\w+|[PMCE][SD]?T|CES?T|JST)\b|[+-]\d{1,2}(?::?\d\d)?/g, ' '),
  )
}

/**
 * The days that the nearest heading above a section names, where one does: `### October 21 – Cache overload` over its
 * own timeline.
 */
function daysAbove({ parent }: Section, order: ClockContext['order']) {
  for (let above = parent; above; above = above.parent) {
    const days = daysIn(above.title, order).filter(({ day }) => day !== undefined)
    if (days.length > 0) return days
  }
  return []
}

const clockContext = (candidate: Candidate, context: ClockContext): ClockContext => {
  const near = around(candidate)
  const named = near.dayTexts.flatMap((text) => daysIn(text, context.order)).filter((day) => day.day !== undefined)
  const days = named.length > 0 ? named : daysAbove(candidate.section, context.order)
  const [day] = days
  const iso = day && isoDay({ ...day, year: day.year ?? context.year ?? NaN })
  const zone = near.zoneTexts.flatMap((text) => zonesIn(text))[0] ?? context.zone
  return {
    ...context,
    ...(iso && !iso.startsWith('NaN') && !day.ambiguous ? { day: iso } : {}),
    ...(zone === undefined ? {} : { zone }),
  }
}

const isProblem = (value: object): value is ClockProblem => 'refuse' in value

/**
 * The candidates as one timeline: those that follow one another are its parts; two that overlap in time cannot both be
 * it.
 */
/** That two of what a document has could be its timeline, by the lines where they begin. */
const rivals = (what: string, lines: readonly (number | undefined)[]) =>
  `two ${what} could be the timeline: those of lines ${lines.join(' and ')}`

function join(candidates: readonly Candidate[], context: ClockContext) {
  const times: { candidate: Candidate; timed: readonly Timed[]; untimed: readonly Row[]; days: readonly Row[] }[] = []
  const remarks: Note[] = []
  let day: string | undefined
  for (const candidate of candidates) {
    const own = clockContext(candidate, context)
    const read = timesOf(withDays(candidate, context), { ...own, ...(own.day === context.day && day ? { day } : {}) })
    if (isProblem(read)) return read
    const before = times.at(-1)
    if (before && !follow(before.timed, read.timed))
      return {
        line: candidate.line,
        message: rivals(candidate.form === 'table' && before.candidate.form === 'table' ? 'tables' : 'lists', [
          before.candidate.line,
          candidate.line,
        ]),
        fix: 'write the heading "Timeline" above the one that is, and a heading of its own above the other',
        refuse: false,
      }
    times.push({ candidate, ...read })
    remarks.push(...read.remarks)
    day = read.timed.at(-1)?.at.slice(0, 10) ?? day
  }
  return { times, remarks }
}

/** Events and milestones out of a document’s timeline; blocks that it takes whole get what they were turned into. */
export function timelineOf(document: Document, context: ClockContext, ids: Ids): TimelineResult {
  const nothing = { events: [], milestones: [] }
  const { candidates, named } = findCandidates(document, context)
  if (candidates.length === 0) return { ...nothing, notes: [] }
  if (!named && candidates.length > 1) {
    const [first, second] = candidates
    return {
      ...nothing,
      notes: [
        {
          line: second?.line ?? 1,
          message: `${rivals(candidates.every(({ form }) => form === 'table') ? 'tables' : 'lists of times', [
            first?.line,
            second?.line,
          ])}; both stay in the body`,
          fix: 'write the heading "Timeline" above the one that is, and import it again',
        },
      ],
    }
  }
  const joined = join(candidates, context)
  if (isProblem(joined)) {
    const { line, message, fix, refuse } = joined
    if (refuse) return { ...nothing, notes: [], refused: { line, message, fix } }
    return {
      ...nothing,
      notes: [
        {
          line,
          message: `${message}; the timeline stays in the body`,
          fix: `${fix}, delete the record, and import it again`,
        },
      ],
    }
  }
  const marked: Marked[] = []
  const notes: Note[] = [...joined.remarks]
  for (const { candidate, timed, untimed, days } of joined.times) {
    for (const { block, accounts } of days) block.accounts = [...(block.accounts ?? []), ...accounts]
    for (const { row, at } of timed) {
      const event = eventOf(row, at, ids)
      if (event === undefined) {
        notes.push({
          line: row.line,
          message: `the entry "${row.stamp?.written}" says nothing, or too much for an event; it stays in the body`,
        })
        continue
      }
      marked.push({ event, bold: row.bold, line: row.line })
      for (const block of row.beneath ?? []) block.accounts = [...row.accounts]
      row.block.accounts = [
        ...(row.block.accounts ?? candidate.head),
        ...row.accounts,
        row.dayAbove?.written ?? '',
        row.dayAbove?.rest ?? '',
      ]
    }
    if (untimed.length > 0)
      notes.push({
        line: untimed[0]?.line ?? candidate.line,
        message:
          `${untimed.length === 1 ? 'an entry' : `${untimed.length} entries`} without a time ` +
          `stay${untimed.length === 1 ? 's' : ''} in the body: "${oneLine(untimed[0]?.words ?? '').slice(0, 60)}"`,
      })
    accountForCaptions(candidate)
  }
  const { milestones, remarks } = milestonesOf(marked)
  return { events: marked.map(({ event }) => event), milestones, notes: [...notes, ...remarks] }
}

function accountForCaptions(candidate: Candidate): void {
  for (const block of around(candidate).captions) {
    const words = oneLine(plain(block.node))
    if (isClockCaption(words, zoneWordsIn(words))) block.accounts = [words]
  }
}

// "@ada: seeing errors", "Ada Nowak: seeing errors", "<ada> seeing errors", as chats are exported.
const SPEAKER = /^(?:(@[\w.-]{2,40}|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\s*:\s+|<[@+%]?([\w.-]{2,40})>\s+)(?=\S)/u

function eventOf(row: Row, at: string, ids: Ids): DraftEvent | undefined {
  const speaker = row.actor === undefined ? SPEAKER.exec(row.words) : null
  const actor = row.actor ?? speaker?.[1] ?? speaker?.[2]
  const { title, text } = titleAndText(row.words.slice(speaker?.[0].length ?? 0), row.more)
  if (title === '' || (text?.length ?? 0) > MOST_TEXT) return undefined
  return {
    id: ids.give('e', title),
    at,
    kind: eventKind([title, ...row.bold].join(' ')),
    ...(actor === undefined
      ? {}
      : { actor: { name: plainText(actor).replace(/^@/, '').slice(0, 120), kind: actorKind(actor) } }),
    ...(row.component === undefined ? {} : { component: row.component }),
    title,
    ...(text === undefined ? {} : { text }),
  }
}
