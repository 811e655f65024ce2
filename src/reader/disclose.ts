import { posix } from 'node:path'
import type { AnyEntry } from '#core/schema/entry.ts'
import type { FieldMeta } from '#core/schema/fields.ts'
import { kinds } from '#core/schema/kinds.ts'
import { parseReference } from '#core/schema/references.ts'
import type { Tlp } from '#core/schema/vocabularies.ts'
import { partsOf } from '#core/schema/walk.ts'
import { moment } from '#core/time/moment.ts'
import { cut, mayShowTo } from './cut.ts'
import { cutReferences, readMinutes } from './mdx/cut-references.ts'
import { readBody } from './mdx/read-body.ts'
import { closeGaps } from './renumber.ts'
import { leftPoints } from './minutes.ts'

/** For whom and as of when content is read. */
export interface Audience {
  readonly level: Tlp
  /** Milliseconds since 1970; embargoes end at it. */
  readonly now: number
  /** Drafts are shown in development and never built for readers. */
  readonly drafts: boolean
}

/** What has been removed so far: record ids (aliases too) and `record#part`. */
class Removed {
  readonly records = new Set<string>()
  readonly parts = new Set<string>()

  add(before: AnyEntry, after: AnyEntry | undefined): void {
    const left = new Set(after ? partsOf(after.data).map((part) => part.id) : [])
    for (const part of partsOf(before.data)) if (!left.has(part.id)) this.parts.add(`${before.id}#${part.id}`)
    if (!after) for (const id of [before.id, ...before.data.aliases]) this.records.add(id)
  }

  refers(text: string, own: string): boolean {
    const found = parseReference(text, own)
    if (!found) return false
    return this.records.has(found.id) || (found.part !== undefined && this.parts.has(`${found.id}#${found.part}`))
  }

  field(value: string, meta: FieldMeta, own: string): boolean {
    if (meta.part || meta.partOrWords) return this.parts.has(`${own}#${value}`)
    return meta.ref !== undefined && !meta.except?.includes(value) && this.refers(value, own)
  }

  get size(): number {
    return this.records.size + this.parts.size
  }
}

/** When an embargo ends: its instant. What is no instant and got here all the same ends late, or never. */
function embargoEnd(text: string): number {
  const { interval, earliest, latest } = moment(text)
  return (interval ? latest : earliest) ?? Infinity
}

const hidden = ({ data }: AnyEntry, { now, drafts }: Audience): boolean =>
  (data.recordStatus === 'draft' && !drafts) || (data.embargoUntil !== undefined && embargoEnd(data.embargoUntil) > now)

function cutEntry(entry: AnyEntry, audience: Audience, removed: Removed): AnyEntry | undefined {
  if (hidden(entry, audience)) return undefined
  const knife = {
    mayShow: mayShowTo(audience.level),
    gone: (value: string, meta: FieldMeta) => removed.field(value, meta, entry.id),
  }
  const data = cut(kinds[entry.kind].schema, entry.data, knife)
  if (data === undefined) return undefined
  const body = entry.body === undefined || removed.size === 0 ? entry.body : cutReferences(entry.body, (ref) => removed.refers(ref, entry.id))
  if (data === entry.data && body === entry.body) return entry
  return (body === undefined || body === entry.body ? { ...entry, data } : withoutCut(entry, data, body)) as AnyEntry
}

/** A record whose body lost blocks, together with all that came from them: mentions, images, minute lines. */
function withoutCut(entry: AnyEntry, data: AnyEntry['data'], body: string) {
  const { references, images, minutes } = readBody(body, { mayShow: () => true, trusted: true, minutes: entry.kind === 'summits' })
  const base = posix.dirname(entry.file)
  const shown = new Set(images.map((path) => posix.join(base, path)))
  const assets = entry.assets?.filter((path) => shown.has(path))
  const points = 'points' in data ? { points: leftPoints(data.points, readMinutes(entry.body ?? ''), minutes) } : {}
  return { ...entry, data: { ...data, ...points }, body, mentions: references, ...(assets === undefined ? {} : { assets }) }
}

/**
 * Takes away everything above an audience, under embargo or in draft, and then every reference to it, until nothing changes
 * (domain rule “Disclosure”). Bodies arrive with restricted passages already cut; here they lose what refers to removed records.
 */
export function disclose(entries: readonly AnyEntry[], audience: Audience): AnyEntry[] {
  const removed = new Removed()
  let [current, before] = [[...entries], -1]
  while (removed.size !== before) {
    before = removed.size
    current = current.flatMap((entry) => {
      const after = cutEntry(entry, audience, removed)
      if (after !== entry) removed.add(entry, after)
      return after ? [after] : []
    })
  }
  return closeGaps(entries, current)
}
