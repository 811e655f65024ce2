import type { Knowledge } from '#knowledge/knowledge.ts'
import { type Sayer, sayersOf } from '#knowledge/asserters.ts'
import { milestone } from '#knowledge/dates.ts'
import type { Entry } from '#schema/entry.ts'
import { COMPONENT_STATUS, EVENT_KIND } from '#schema/incident-words.ts'
import { type Clock, clock, elapsed, sightOf } from '#time/clock.ts'
import { knownFrom } from '#time/day.ts'
import { formatText } from '#time/format.ts'
import { compareTexts, isInstant, type Moment, moment } from '#time/moment.ts'
import type { Evidence } from './evidence.ts'
import { type Link, whoLinks } from './label.ts'
import { claimView } from './record.ts'
import { type EventRun, keyEvents, type Place, runsOf } from './timeline-folds.ts'
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
  /** What the component did from then on, in a word. */
  readonly status?: string
  /** When it became known, in words and as authored, where that was later. */
  readonly knownAt?: { readonly words: string; readonly at: string }
  /** Whose word it is: who published its sources. */
  readonly says: readonly Sayer[]
  readonly evidence: readonly Evidence[]
  readonly doubt?: string
  /** How long nothing was recorded before this event, where that is worth a word. */
  readonly gapBefore?: string
}

/** Events in order, in sight or folded. */
export interface EventList {
  /** Set over the events of a day of which the clock does not give the time. */
  readonly label?: string
  readonly runs: readonly EventRun<EventView>[]
}

/** Events under one heading: a day, or what lies between two such days. */
export interface EventGroup {
  readonly heading: string
  /** Whether the heading gives the day of its events. */
  readonly day: boolean
  readonly lists: readonly EventList[]
}

/** A whole timeline, and how many events of each kind and actor it has. */
export interface TimelineView {
  readonly groups: readonly EventGroup[]
  readonly count: number
  /** How many of them are in sight before anything is unfolded. */
  readonly key: number
  /** At how many instants something came to be known, where any of it did so later than it happened. */
  readonly steps?: number
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
    ...(event.status === undefined ? {} : { status: COMPONENT_STATUS[event.status].label.toLowerCase() }),
    ...(event.knownAt === undefined ? {} : { knownAt: { words: formatText(event.knownAt), at: event.knownAt } }),
    says: sayersOf(knowledge, event),
    ...claimView(knowledge, event),
    ...(gap === undefined ? {} : { gapBefore: gap }),
  }
}

/**
 * Whether only bounds of an event’s time are known, or no more than its day: under a day it has no place among the
 * clock times.
 */
const isBounded = ({ shape }: EventView) => shape === 'day' || shape === 'within'

/** The lists of a group: of a day, what the clock gives first, and what was at some time of that day after it. */
function listsOf(day: boolean, events: readonly EventView[], placeOf: (event: EventView) => Place): EventList[] {
  const bounded = day ? events.filter(isBounded) : []
  const list = (own: readonly EventView[], label?: string): EventList[] =>
    own.length === 0 ? [] : [{ ...(label === undefined ? {} : { label }), runs: runsOf(own, placeOf) }]
  return [...list(events.filter((event) => !bounded.includes(event))), ...list(bounded, 'During the day')]
}

/** At how many instants something came to be known; undefined where nothing did so later than it happened. */
function knownSteps(timeline: Incident['data']['timeline']): number | undefined {
  if (timeline.every(({ knownAt }) => knownAt === undefined)) return undefined
  return new Set(timeline.map(({ at, knownAt }) => knownFrom(knownAt ?? at)).filter(Number.isFinite)).size
}

/** The timeline of an incident, sorted, grouped by day, with its gaps, and folded to what tells the course in short. */
export function timelineView(knowledge: Knowledge, incident: Incident): TimelineView {
  const events = [...incident.data.timeline].sort((a, b) => compareTexts(a.at, b.at))
  const zeroText = zeroOf(incident)
  const zero = zeroText === undefined ? undefined : moment(zeroText)
  const gaps = gapsBefore(
    events.map(({ at }) => moment(at)),
    zero?.earliest ?? undefined,
  )
  const gapOf = new Map(events.map(({ id }, index) => [id, gaps[index]]))
  const key = keyEvents(incident)
  const folds = events.length > key.size
  const isEarly = (event: EventView, day: boolean) =>
    folds && zero !== undefined && !(day && isBounded(event)) && knownFrom(event.at) < knownFrom(zeroText ?? event.at)
  const groups = groupEvents(events, ({ at }) => moment(at)).map(({ heading, day, items }): EventGroup => {
    const views = items.map((event) => eventView(knowledge, event, zero, day, gapOf.get(event.id)))
    const placeOf = (event: EventView): Place => (isEarly(event, day) ? 'early' : key.has(event.id) ? 'key' : 'rest')
    return { heading, day, lists: listsOf(day, views, placeOf) }
  })
  const steps = knownSteps(events)
  const actors = whoLinks(knowledge, [...new Set(events.flatMap(({ actor }) => actor ?? []))])
  return {
    groups,
    count: events.length,
    key: groups
      .flatMap(({ lists }) => lists.flatMap(({ runs }) => runs))
      .reduce((sum, { fold, events: own }) => (fold === undefined ? sum + own.length : sum), 0),
    ...(steps === undefined ? {} : { steps }),
    ...(zeroText === undefined ? {} : { zero: zeroText }),
    kinds: (Object.keys(EVENT_KIND) as EventKind[]).flatMap((kind) => {
      const count = events.filter((event) => event.kind === kind).length
      return count === 0 ? [] : [{ kind, ...EVENT_KIND[kind], count }]
    }),
    actors: actors.filter((actor): actor is Link => actor.route !== undefined),
  }
}
