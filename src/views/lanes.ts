import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { ROLE } from '#schema/incident-words.ts'
import type { Actor } from '#schema/parties.ts'
import { type Shape, clock, sightOf } from '#time/clock.ts'
import { compareTexts, moment } from '#time/moment.ts'
import { whoLinks } from './label.ts'
import { stack } from './lanes-stack.ts'
import { groupEvents } from './timeline-groups.ts'
import { type Stretch, stretchOf } from './lanes-stretch.ts'
import type { EventKind } from './timeline.ts'

type Incident = Entry<'incidents'>
type Event = Incident['data']['timeline'][number]

/** An event as a mark in a lane. Places are px from the left and top of its cell. */
export interface LaneMark {
  readonly id: string
  readonly kind: EventKind
  readonly shape: Shape
  readonly x: number
  /** Where its span ends, where it has a length on this clock. */
  readonly end?: number
  readonly level: number
}

/** What one party did, by stretch of time. */
export interface Lane {
  readonly who: { readonly text: string; readonly route?: string }
  /** The organization’s role in this incident: the lane’s class. */
  readonly role?: { readonly id: keyof typeof ROLE; readonly label: string }
  readonly cells: readonly { readonly height: number; readonly marks: readonly LaneMark[] }[]
}

/** All lanes on one clock. Stretches stand side by side, each to its own scale, which it names. */
export interface LanesView {
  readonly stretches: readonly Stretch[]
  readonly lanes: readonly Lane[]
}

const LEVEL = 24
const NOBODY = ''

function markOf(event: Event, stretch: Stretch): Omit<LaneMark, 'level'> {
  const at = moment(event.at)
  const [from, until] = [at.earliest ?? stretch.first, at.latest ?? stretch.last]
  const [x, end] = [stretch.place(at.earliest === null ? until : from), stretch.place(until)]
  return {
    id: event.id,
    kind: event.kind,
    shape: clock(at, sightOf(at, false)).shape,
    x,
    ...(end > x ? { end } : {}),
  }
}

/** Whose lane an actor’s events stand in: those without a record by their name. */
const keysOf = (actors: readonly Actor[] = [NOBODY]): string[] =>
  actors.map((actor) => (typeof actor === 'string' ? actor : actor.name))

/**
 * Roles in their fixed order, then those without one, then events whose actor is not given; within a role as the record
 * lists them.
 */
function order({ data }: Incident): { id: string; role: keyof typeof ROLE | undefined }[] {
  const roles = new Map(data.organizations.toReversed().map(({ org, role }) => [org, role]))
  const acting = new Set(data.timeline.flatMap(({ actor }) => keysOf(actor)))
  const rank = (id: string) =>
    id === NOBODY ? 99 : roles.has(id) ? Object.keys(ROLE).indexOf(roles.get(id) ?? '') : 50
  const listed = [...data.organizations.map(({ org }) => org), ...acting]
  return [...new Set(listed)]
    .filter((id) => acting.has(id))
    .sort((a, b) => rank(a) - rank(b))
    .map((id) => ({ id, role: roles.get(id) }))
}

/** So many parties make lanes: what one or two did is told by the log. */
const PARTIES = 3

/**
 * The lanes of an incident, each acting party’s events on one clock; undefined where fewer than three parties acted.
 */
export function lanesView(knowledge: Knowledge, incident: Incident): LanesView | undefined {
  const { data } = incident
  const parties = order(incident)
  if (parties.filter(({ id }) => id !== NOBODY).length < PARTIES) return undefined
  const groups = groupEvents(
    [...data.timeline].sort((a, b) => compareTexts(a.at, b.at)),
    ({ at }) => moment(at),
  )
  const stretches = groups.map(({ heading, items }) =>
    stretchOf(
      heading,
      items.map(({ at }) => moment(at)),
    ),
  )
  const lanes = parties.map(({ id: org, role }): Lane => {
    const [who = { text: 'No actor given' }] = org === NOBODY ? [] : whoLinks(knowledge, [org])
    const cells = groups.map(({ items }, index) => {
      const stretch = stretches[index]
      const own =
        stretch === undefined
          ? []
          : items.filter(({ actor }) => keysOf(actor).includes(org)).map((event) => markOf(event, stretch))
      const marks = stack(own)
      return { height: LEVEL * Math.max(1, ...marks.map(({ level }) => level + 1)), marks }
    })
    return { who, ...(role === undefined ? {} : { role: { id: role, label: ROLE[role].label } }), cells }
  })
  return { stretches, lanes }
}
