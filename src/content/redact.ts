import { posix } from 'node:path'
import type { AnyEntry } from '#schema/entry.ts'
import type { FieldMeta } from '#schema/fields.ts'
import { SCHEMAS, type Schemas } from '#schema/extend.ts'
import type { Tlp } from '#schema/vocabularies.ts'
import { grammarOf } from '#text/grammar.ts'
import { moment } from '#time/moment.ts'
import { cut, mayShowTo } from './cut.ts'
import { cutReferences } from './body/cut-references.ts'
import { readBody } from './body/read-body.ts'
import { readMarkdown } from './body/read-markdown.ts'
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
  schemas: Schemas,
): AnyEntry | undefined {
  if (hidden(entry, audience)) return undefined
  const options = {
    mayShow: mayShowTo(audience.level),
    gone: (value: string, meta: FieldMeta) => removed.field(value, meta, entry.id),
  }
  const data = cut(schemas[entry.kind], entry.data, options)
  if (data === undefined) return undefined
  const body =
    entry.body === undefined || removed.size === 0
      ? entry.body
      : cutReferences(entry.body, (ref) => removed.refers(ref, entry.id), grammarOf(entry.file))
  if (body === undefined && entry.body !== undefined) unclean(entry)
  if (data === entry.data && body === entry.body) return entry
  return { ...entry, data, ...(body === entry.body ? {} : fromBody(entry, body ?? '')) } as AnyEntry
}

/** All that comes from a body which lost blocks: its text, mentions and images. */
function fromBody(entry: AnyEntry, body: string) {
  const { references, images, headings } =
    grammarOf(entry.file) === 'md'
      ? readMarkdown(body, titleOf(entry), () => false)
      : readBody(body, { mayShow: () => true, meeting: false })
  const base = posix.dirname(entry.file)
  const shown = new Set(images.map((path) => posix.join(base, path)))
  const assets = entry.assets?.filter((path) => shown.has(path))
  return { body, mentions: references, headings, ...(assets === undefined ? {} : { assets }) }
}

const titleOf = ({ data }: AnyEntry): string => ('title' in data ? data.title : '')

/**
 * Takes away everything above an audience, under embargo or in draft, and then every reference to it, until nothing
 * changes (domain rule “Disclosure”). Bodies arrive with restricted passages already cut; here they lose what refers to
 * what was removed.
 * @param unclean told of a record whose body cannot lose what it must lose and so is left out whole.
 */
export function redact(
  entries: readonly AnyEntry[],
  audience: Audience,
  unclean: (entry: AnyEntry) => void = () => {},
  schemas: Schemas = SCHEMAS,
): AnyEntry[] {
  const removed = new Removed(entries)
  let [current, before] = [[...entries], -1]
  while (removed.size !== before) {
    before = removed.size
    current = current.flatMap((entry) => {
      const after = cutEntry(entry, audience, removed, unclean, schemas)
      if (after !== entry) removed.add(entry, after)
      return after ? [after] : []
    })
  }
  return closeGaps(entries, current)
}
