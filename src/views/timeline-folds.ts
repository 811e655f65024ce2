import type { Entry } from '#schema/entry.ts'
import { count } from '#text/words.ts'
import { compareTexts } from '#time/moment.ts'

type Incident = Entry<'incidents'>
type Kind = Incident['data']['timeline'][number]['kind']

/** A timeline of so many events is read whole: nothing of it is folded. */
const WHOLE = 14
/**
 * So many events tell a course in short; where onsets and recoveries make them more, one of each stands for its kind.
 */
const MOST = 12

const COURSE: readonly Kind[] = ['onset', 'recovery']

/**
 * Ids of the events that tell the course in short: those that mark a milestone, the first public word where no
 * milestone does, what broke and what came back. Where these are too many, of what broke the first and of what came
 * back the last. All events where there are few of them.
 */
export function keyEvents({ data: { timeline, milestones } }: Incident): ReadonlySet<string> {
  if (timeline.length <= WHOLE) return new Set(timeline.map(({ id }) => id))
  const inOrder = [...timeline].sort((a, b) => compareTexts(a.at, b.at))
  const idsOf = (kind: Kind) => inOrder.filter((event) => event.kind === kind).map(({ id }) => id)
  const marking = milestones.flatMap(({ event }) => event ?? [])
  const spoken = milestones.some(({ name, event }) => name === 'communicated' && event !== undefined)
  const least = [...marking, ...(spoken ? [] : idsOf('communication').slice(0, 1))]
  const course = new Set([...least, ...COURSE.flatMap(idsOf)])
  if (course.size <= MOST) return course
  return new Set([...least, ...idsOf('onset').slice(0, 1), ...idsOf('recovery').slice(-1)])
}

/** Events that follow one another: in sight, or folded under words that say how many they are. */
export interface EventRun<T> {
  readonly fold?: string
  readonly events: readonly T[]
}

/** Where an event stands: before the incident began, among what tells its course, or among the rest. */
export type Place = 'early' | 'key' | 'rest'

const WORDS = { early: 'earlier', rest: 'more' } as const

/**
 * Cuts sorted events into what is in sight and what is folded. A single event that could be folded stays in sight: it
 * takes no more room.
 */
export function runsOf<T>(events: readonly T[], placeOf: (event: T) => Place): EventRun<T>[] {
  const runs: { place: Place; events: T[] }[] = []
  for (const event of events) {
    const place = placeOf(event)
    const last = runs.at(-1)
    if (last?.place === place) last.events.push(event)
    else runs.push({ place, events: [event] })
  }
  const seen: EventRun<T>[] = []
  for (const { place, events: own } of runs) {
    const last = seen.at(-1)
    if (place !== 'key' && own.length > 1) seen.push({ fold: count(own.length, `${WORDS[place]} event`), events: own })
    else if (last && last.fold === undefined) seen.splice(-1, 1, { events: [...last.events, ...own] })
    else seen.push({ events: own })
  }
  return seen
}
