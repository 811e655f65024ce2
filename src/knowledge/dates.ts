import type { AnyEntry, Entry } from '#schema/entry.ts'
import { knownFrom } from '#time/day.ts'
import { compareTexts, moment } from '#time/moment.ts'

type Incident = Entry<'incidents'>['data']

/** What has milestones: an incident, whether read here or from published JSON. */
export interface MilestoneHolder {
  readonly data: Pick<Incident, 'milestones'> &
    Partial<Pick<Incident, 'account' | 'timeline' | 'organizations' | 'outages'>>
}

/** A reading of a milestone: one of the record, or an event that stands for one that the record does not have. */
export type Reading = Pick<Incident['milestones'][number], 'id' | 'name' | 'at' | 'definition'>

/** The order of times by when they can first have been: an open beginning is not known, so it does not come first. */
const byKnownBeginning = (a: string, b: string): number => knownFrom(a) - knownFrom(b) || compareTexts(a, b)

/** Which kind of event stands for a milestone that a record does not have. */
const MARKED_BY = { began: 'onset', detected: 'detection', communicated: 'communication' } as const
const isMarked = (name: string): name is keyof typeof MARKED_BY => Object.hasOwn(MARKED_BY, name)

/** Who speaks for whom has a part in an incident; a reporter or the press does not. */
const PARTIES: ReadonlySet<string> = new Set(['origin', 'platform', 'supplier', 'responder'])

/**
 * The first event that marks a milestone: never one from before the beginning, nor words of others than the parties.
 * Only whoever tells of their own incident knows that the first one written down is the first one.
 */
function marked({ data }: MilestoneHolder, name: keyof typeof MARKED_BY): Reading | undefined {
  if (data.account !== 'own') return undefined
  const parties = new Set((data.organizations ?? []).flatMap(({ org, role }) => (PARTIES.has(role) ? org : [])))
  const speaks = (actors: readonly unknown[] | undefined) =>
    parties.size === 0 || actors === undefined || actors.some((actor) => parties.has(String(actor)))
  const began = name === 'began' ? undefined : milestone({ data }, 'began')?.at
  const from = began === undefined ? Number.NEGATIVE_INFINITY : knownFrom(began)
  const [first] = (data.timeline ?? [])
    .filter(({ kind, actor }) => kind === MARKED_BY[name] && (name !== 'communicated' || speaks(actor)))
    .filter(({ at }) => (moment(at).latest ?? Number.POSITIVE_INFINITY) >= from)
    .sort((a, b) => byKnownBeginning(a.at, b.at))
  return first && { id: first.id, name, at: first.at, definition: undefined }
}

/**
 * The reading of a milestone that strips and metrics use: the one marked `headline`, else the first with that name;
 * where the record has none and tells of its owner’s own incident, the first onset, detection or communication of its
 * timeline.
 */
export function milestone(incident: MilestoneHolder, name: string): Reading | undefined {
  const named = incident.data.milestones.filter((found) => found.name === name)
  return named.find((found) => found.headline) ?? named[0] ?? (isMarked(name) ? marked(incident, name) : undefined)
}

/**
 * The time a record is filed under: when an incident began, a meeting met, a statement was said, a promise made, a case
 * brought. Undefined for kinds without one.
 */
export function occurred(entry: AnyEntry): string | undefined {
  switch (entry.kind) {
    case 'incidents':
      return (
        milestone(entry, 'began')?.at ??
        [...entry.data.milestones, ...entry.data.timeline].map(({ at }) => at).sort(byKnownBeginning)[0] ??
        /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=-)/.exec(entry.id)?.[0] ??
        entry.data.published
      )
    case 'summits':
      return entry.data.date
    case 'statements':
      // A statement known only by its publication was said no later than that; it is filed there.
      return entry.data.said.startsWith('..') ? (entry.data.published ?? entry.data.said) : entry.data.said
    case 'commitments':
      return entry.data.made
    case 'inquiries':
      return entry.data.asked ?? entry.data.at
    case 'proceedings':
      return (entry.data.steps.find(({ kind }) => kind === 'filing') ?? entry.data.steps[0])?.at
    case 'sources':
      return entry.data.published
    case 'citations':
      return entry.data.at
    case 'organizations':
    case 'topics':
    case 'controls':
      return undefined
    default:
      return entry satisfies never
  }
}

/** Whether an incident still goes on: its `state` is one before resolved, and a record without one is resolved. */
export const isOngoing = (entry: Entry<'incidents'>): boolean =>
  'state' in entry.data && typeof entry.data.state === 'string' && entry.data.state !== 'resolved'

/**
 * The instant (ms since 1970) that the date of a revision begins with: a day at its first moment in UTC, or the
 * date-time it is.
 */
export const revisionInstant = (date: string): number => Date.parse(date.includes('T') ? date : `${date}T00:00Z`)

/** The day a record was added, from its history. */
export const added = (entry: AnyEntry): string => entry.data.history[0]?.date.slice(0, 10) ?? ''

/** The day a record last changed, from its history. */
export const changed = (entry: AnyEntry): string => entry.data.history.at(-1)?.date.slice(0, 10) ?? ''

/** Newest first by a time or day text; records without one come last, ties by id. */
export function newestFirst<E extends AnyEntry>(
  entries: readonly E[],
  key: (entry: E) => string | undefined = occurred,
): E[] {
  return [...entries].sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (left === undefined || right === undefined)
      return left === right ? (a.id < b.id ? -1 : 1) : left === undefined ? 1 : -1
    return compareTexts(right, left) || (a.id < b.id ? -1 : 1)
  })
}
