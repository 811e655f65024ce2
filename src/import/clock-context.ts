import { milestoneId } from './draft.ts'
import type { DayOrder } from './days.ts'
import type { Document } from './document.ts'
import type { DraftEvent, DraftMilestone, ImportSettings, Note } from './draft.ts'
import type { Header } from './header-reader.ts'
import type { Ids } from './ids.ts'
import { type ClockContext, timesOf } from './moments.ts'
import { isAmbiguous, readZone, zonesIn } from './zones.ts'

/** The zone that the times of a document have, where each that names one names the same. */
function zoneOfTimes(text: string) {
  const beside = [
    ...text.matchAll(
      /\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\s?\(?([A-Z][\w/+:-]{1,30}(?: [A-Z]?[a-z]+ [Tt]ime)?)/g,
    ),
  ].map(([, word = '']) => word)
  const said = [...text.matchAll(/\b(?:times?|timestamps?)\b[^.\n|]{0,40}?\b(?:in|are|is|:|=)?[^.\n|]{0,12}/gi)].map(
    ([words]) => words,
  )
  const zones = [...beside, ...said].flatMap((words) => zonesIn(words))
  const different = new Set(zones.map((zone) => JSON.stringify(zone)))
  return different.size === 1 ? zones[0] : undefined
}

/** What the clock of a document is read by. */
export function contextOf(
  document: Document,
  header: Header,
  day: string | undefined,
  settings: ImportSettings,
  order: DayOrder | undefined,
): ClockContext {
  const own = settings.timezone === undefined ? undefined : readZone(settings.timezone)
  const meant = own && !isAmbiguous(own) ? own : undefined
  const zone = header.zone ?? zoneOfTimes(document.text) ?? meant
  const base: ClockContext = {
    ...(day === undefined ? {} : { day, year: Number(day.slice(0, 4)) }),
    ...(zone === undefined ? {} : { zone }),
    ...(meant === undefined ? {} : { meant }),
    ...(order === undefined ? {} : { order }),
  }
  if (!header.start) return base
  const block = { node: { type: 'root' as const, children: [] }, from: 0, to: 0, line: 1 }
  const read = timesOf([{ block, line: 1, stamp: header.start, words: '', more: [], bold: [], accounts: [] }], base)
  const [timed] = 'refuse' in read ? [] : read.timed
  return timed && timed.at.includes('T')
    ? { ...base, start: { instant: timed.instant, offset: /(?:Z|[+-]\d\d:\d\d)/.exec(timed.at.slice(16))?.[0] ?? 'Z' } }
    : base
}

const HEAD = [
  ['start', 'began', 'Incident began', 'onset'],
  ['detected', 'detected', 'Incident detected', 'detection'],
  ['acknowledged', 'acknowledged', 'Incident acknowledged', 'escalation'],
  ['mitigated', 'mitigated', 'Incident mitigated', 'mitigation'],
  ['end', 'recovered', 'Incident ended', 'recovery'],
] as const

const MINUTE = 60_000
const instantOf = (at: string) => Date.parse(at.split(/[~?%/]/)[0] ?? at)
const isSameMinute = (one: number, other: number) => Math.floor(one / MINUTE) === Math.floor(other / MINUTE)

/**
 * The times in the head of a document (`Start:`, `Detected:`, `End:`) as events, where its timeline has none at that
 * time, and as milestones: what the head says so counts for more than what an entry of the timeline was taken for.
 */
export function addEnds(
  header: Header,
  context: ClockContext,
  events: DraftEvent[],
  milestones: DraftMilestone[],
  ids: Ids,
): Note[] {
  const notes: Note[] = []
  for (const [which, name, title, kind] of HEAD) {
    const stamp = header[which]
    const marked = milestones.findIndex((one) => one.name === name)
    if (!stamp?.time || (which === 'start' && header.startIsDate && marked !== -1)) continue
    const block = { node: { type: 'root' as const, children: [] }, from: 0, to: 0, line: 1 }
    const read = timesOf([{ block, line: 1, stamp, words: title, more: [], bold: [], accounts: [] }], context)
    if ('refuse' in read) {
      notes.push({ message: read.message, fix: read.fix })
      continue
    }
    const [timed] = read.timed
    if (!timed) continue
    const of = milestones[marked]
    const taken = of && events.find(({ id }) => id === of.event)
    const inMinute = events.filter(({ at }) => isSameMinute(instantOf(at), timed.instant))
    const same =
      inMinute.find(({ id }) => id === of?.event) ?? inMinute.find((event) => event.kind === kind) ?? inMinute[0]
    const event = same ?? { id: ids.give('e', title), at: timed.at, kind, title }
    if (same) {
      // The head may know the second of what the timeline has to the minute.
      if (stamp.time.seconds !== undefined && /T\d\d:\d\d(?!:)/.test(same.at) && !/[~/]/.test(same.at))
        same.at = timed.at
      if (same.kind === 'context') same.kind = kind
    } else {
      const index = events.findIndex((one) => instantOf(one.at) > timed.instant)
      events.splice(index === -1 ? events.length : index, 0, event)
    }
    if (of) milestones.splice(marked, 1)
    if (taken && taken !== event)
      notes.push({
        message:
          `the milestone "${name}" is at ${timed.at}, as the head says, and ` +
          `not at "${taken.title.slice(0, 60)}" (${taken.at})`,
        fix: 'name the event that marks it under milestones, if it is the other one',
      })
    milestones.push({ id: milestoneId(name), name, event: event.id })
  }
  const place = ({ event }: DraftMilestone) => events.findIndex(({ id }) => id === event)
  milestones.sort((one, other) => place(one) - place(other))
  return notes
}
