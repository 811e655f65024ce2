import { posix } from 'node:path'
import type { AnyEntry } from '#schema/entry.ts'
import type { FieldMeta } from '#schema/fields.ts'
import { kinds } from '#schema/kinds.ts'
import type { Tlp } from '#schema/vocabularies.ts'
import { moment } from '#time/moment.ts'
import { cut, mayShowTo } from './cut.ts'
import { cutReferences, readMinutes } from './body/cut-references.ts'
import { readBody } from './body/read-body.ts'
import { madeAnew, splitPoints } from './minutes.ts'
import { Removed } from './removed.ts'
import { closeGaps } from './renumber.ts'

/** For whom and as of when content is read. */
export interface Audience {
  readonly level: Tlp
  /** Milliseconds since 1970; embargoes end at it. */
  readonly now: number
  /** Drafts are shown in development and never built for readers. */
  readonly drafts: boolean
}

/** What came of reading bodies, before there was anything to cut references to. */
export interface Known {
  /** Parts that were gone with restricted passages: `record#part`. */
  readonly lost?: readonly string[]
  /** Told of a record whose body cannot lose what it must lose and so is left out whole. */
  readonly unclean?: (entry: AnyEntry) => void
}

/** When an embargo ends: its instant. What is no instant and got here all the same ends late, or never. */
function embargoEnd(text: string): number {
  const { interval, earliest, latest } = moment(text)
  return (interval ? latest : earliest) ?? Infinity
}

const hidden = ({ data }: AnyEntry, { now, drafts }: Audience): boolean =>
  (data.recordStatus === 'draft' && !drafts) || (data.embargoUntil !== undefined && embargoEnd(data.embargoUntil) > now)

/** One round of cutting a record; the same object when nothing of it goes. */
function cutEntry(
  entry: AnyEntry,
  audience: Audience,
  removed: Removed,
  unclean: (entry: AnyEntry) => void,
): AnyEntry | undefined {
  if (hidden(entry, audience)) return undefined
  const knife = {
    mayShow: mayShowTo(audience.level),
    gone: (value: string, meta: FieldMeta) => removed.field(value, meta, entry.id),
  }
  const lines = entry.kind === 'summits' ? readMinutes(entry.body ?? '') : []
  const points = entry.kind === 'summits' && lines.length > 0 ? splitPoints(entry.data, lines) : undefined
  const written = points ? { ...entry.data, points: points.written } : entry.data
  const data = cut(kinds[entry.kind].schema, written, knife)
  if (data === undefined) return undefined
  const body =
    entry.body === undefined || removed.size === 0
      ? entry.body
      : cutReferences(entry.body, (ref) => removed.refers(ref, entry.id))
  if (body === undefined && entry.body !== undefined) unclean(entry)
  if (data === written && body === entry.body) return entry
  const left = { ...entry, data, ...(body === entry.body ? {} : fromBody(entry, body ?? '')) } as AnyEntry
  if (!points || left.kind !== 'summits') return left
  const made = madeAnew(points.made, readMinutes(left.body ?? ''), left.data)
  return { ...left, data: { ...left.data, points: [...left.data.points, ...made] } }
}

/** All that comes from a body which lost blocks: its text, mentions and images. */
function fromBody(entry: AnyEntry, body: string) {
  const { references, images } = readBody(body, { mayShow: () => true, minutes: entry.kind === 'summits' })
  const base = posix.dirname(entry.file)
  const shown = new Set(images.map((path) => posix.join(base, path)))
  const assets = entry.assets?.filter((path) => shown.has(path))
  return { body, mentions: references, ...(assets === undefined ? {} : { assets }) }
}

/**
 * Takes away everything above an audience, under embargo or in draft, and then every reference to it, until nothing changes
 * (domain rule “Disclosure”). Bodies arrive with restricted passages already cut; here they lose what refers to what was removed.
 */
export function disclose(
  entries: readonly AnyEntry[],
  audience: Audience,
  { lost = [], unclean = () => {} }: Known = {},
): AnyEntry[] {
  const removed = new Removed(entries, lost)
  let [current, before] = [[...entries], -1]
  while (removed.size !== before) {
    before = removed.size
    current = current.flatMap((entry) => {
      const after = cutEntry(entry, audience, removed, unclean)
      if (after !== entry) removed.add(entry, after)
      return after ? [after] : []
    })
  }
  return closeGaps(entries, current)
}
