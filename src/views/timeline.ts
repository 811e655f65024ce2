import type { Knowledge } from '#knowledge/knowledge.ts'
import { type Sayer, sayersOf } from '#knowledge/asserters.ts'
import { milestone } from '#knowledge/dates.ts'
import type { Entry } from '#schema/entry.ts'
import { EVENT_KIND } from '#schema/incident-words.ts'
import { type Clock, clock, elapsed, sightOf } from '#time/clock.ts'
import { formatText } from '#time/format.ts'
import { compareTexts, isInstant, type Moment, moment } from '#time/moment.ts'
import type { Evidence } from './evidence.ts'
import { type Link, whoLinks } from './label.ts'
import { claimView } from './record.ts'
import { gapsBefore } from './timeline-gaps.ts'
import { groupEvents } from './timeline-groups.ts'

export type EventKind = keyof typeof EVENT_KIND

/** One event as the log prints it. */
export interface EventView extends Clock {
  readonly id: string
  readonly kind: EventKind
  readonly kindLabel: string
  readonly title: string
  readonly text?: string
  /** In the Moment grammar, as authored. */
  readonly at: string
  /** The whole time in words, for the title of a short form. */
  readonly when: string
  /** Time since the beginning: `+1 h 18 min`. */
  readonly elapsed?: string
  readonly actors: readonly { readonly text: string; readonly route?: string }[]
  readonly component?: string
  /** When it became known, in words and as authored, where that was later. */
  readonly knownAt?: { readonly words: string; readonly at: string }
  /** Whose word it is: who published its sources. */
  readonly says: readonly Sayer[]
  readonly evidence: readonly Evidence[]
  readonly doubt?: string
  /** How long nothing was recorded before this event, where that is worth a word. */
  readonly gapBefore?: string
}

/** Events under one heading: a day, or what lies between two such days. */
export interface EventGroup {
  readonly heading: string
  /** Whether the heading gives the day of its events. */
  readonly day: boolean
  readonly events: readonly EventView[]
}

/** A whole timeline, and how many events of each kind and actor it has. */
export interface TimelineView {
  readonly groups: readonly EventGroup[]
  readonly count: number
  /** Instant in the Moment grammar that elapsed time counts from, where there is one. */
  readonly zero?: string
  readonly kinds: readonly {
    readonly kind: EventKind
    readonly label: string
    readonly means: string
    readonly count: number
  }[]
  readonly actors: readonly Link[]
}

type Incident = Entry<'incidents'>

/** Where elapsed time begins: the milestone “began”, else the first onset; only an instant will do. */
function zeroOf(incident: Incident): string | undefined {
  const candidates = [milestone(incident, 'began')?.at, incident.data.timeline.find(({ kind }) => kind === 'onset')?.at]
  return candidates.find((at) => at !== undefined && isInstant(moment(at)))
}

function eventView(
  knowledge: Knowledge,
  event: Incident['data']['timeline'][number],
  zero: Moment | undefined,
  inDay: boolean,
  gap: string | undefined,
): EventView {
  const at = moment(event.at)
  const since = zero && elapsed(zero, at)
  return {
    id: event.id,
    kind: event.kind,
    kindLabel: EVENT_KIND[event.kind].label,
    title: event.title,
    ...(event.text === undefined ? {} : { text: event.text }),
    at: event.at,
    when: formatText(event.at),
    ...clock(at, sightOf(at, inDay)),
    ...(since === undefined ? {} : { elapsed: since }),
    actors: whoLinks(knowledge, event.actor ?? []),
    ...(event.component === undefined ? {} : { component: event.component }),
    ...(event.knownAt === undefined ? {} : { knownAt: { words: formatText(event.knownAt), at: event.knownAt } }),
    says: sayersOf(knowledge, event),
    ...claimView(knowledge, event),
    ...(gap === undefined ? {} : { gapBefore: gap }),
  }
}

/** The timeline of an incident, sorted, grouped by day, with its gaps. */
export function timelineView(knowledge: Knowledge, incident: Incident): TimelineView {
  const events = [...incident.data.timeline].sort((a, b) => compareTexts(a.at, b.at))
  const zeroText = zeroOf(incident)
  const zero = zeroText === undefined ? undefined : moment(zeroText)
  const gaps = gapsBefore(
    events.map(({ at }) => moment(at)),
    zero?.earliest ?? undefined,
  )
  const gapOf = new Map(events.map(({ id }, index) => [id, gaps[index]]))
  const groups = groupEvents(events, ({ at }) => moment(at)).map(({ heading, day, items }) => ({
    heading,
    day,
    events: items.map((event) => eventView(knowledge, event, zero, day, gapOf.get(event.id))),
  }))
  const actors = whoLinks(knowledge, [...new Set(events.flatMap(({ actor }) => actor ?? []))])
  return {
    groups,
    count: events.length,
    ...(zeroText === undefined ? {} : { zero: zeroText }),
    kinds: (Object.keys(EVENT_KIND) as EventKind[]).flatMap((kind) => {
      const count = events.filter((event) => event.kind === kind).length
      return count === 0 ? [] : [{ kind, ...EVENT_KIND[kind], count }]
    }),
    actors: actors.filter((actor): actor is Link => actor.route !== undefined),
  }
}
