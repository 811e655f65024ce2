import type { AnyEntry } from '#schema/entry.ts'
import { type Tlp, TLP, tlpRank } from '#schema/vocabularies.ts'
import { isObject } from '#schema/walk.ts'

const rank = (label: unknown): number =>
  typeof label === 'string' && Object.hasOwn(TLP, label) ? tlpRank(label as Tlp) : 0

function unmarked(value: unknown, limit: number): unknown {
  if (Array.isArray(value))
    return value.filter((item) => !isObject(item) || rank(item['tlp']) <= limit).map((item) => unmarked(item, limit))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      isObject(inner) && rank(inner['tlp']) > limit ? [] : [[key, unmarked(inner, limit)]],
    ),
  )
}

const OPENING = /<Restricted\b[^>]*\btlp\s*=\s*\{?\s*["']([A-Z+]+)["'][^>]*>|<\/Restricted>/g

/** A body without the passages above a level; a plain reading of the marks, nesting counted. */
function unmarkedBody(body: string, limit: number): string {
  const open: number[] = []
  let [kept, from] = ['', 0]
  for (const match of body.matchAll(OPENING)) {
    const hidden = open.some((level) => level > limit)
    if (!hidden) kept += body.slice(from, match.index)
    from = match.index + match[0].length
    if (match[1] === undefined) open.pop()
    else open.push(rank(match[1]))
  }
  return open.some((level) => level > limit) ? kept : kept + body.slice(from)
}

/** Whether a record waits for an instant: what cannot be read as one waits for ever. */
const waits = ({ embargoUntil }: AnyEntry['data'], now: number): boolean =>
  embargoUntil !== undefined && !(Date.parse(embargoUntil) <= now)

/**
 * A record without everything that bears a mark above a level; undefined where the record itself does, or is a draft, or waits for the
 * end of an embargo after `now` (ms since 1970). It knows marks alone, on purpose: an audit that trusted the cut it is to check would
 * prove nothing.
 */
export function withoutMarked(entry: AnyEntry, level: Tlp, now: number): AnyEntry | undefined {
  const limit = tlpRank(level)
  if (rank(entry.data.tlp) > limit || entry.data.recordStatus === 'draft' || waits(entry.data, now)) return undefined
  const data = unmarked(entry.data, limit)
  return { ...entry, data, ...(entry.body === undefined ? {} : { body: unmarkedBody(entry.body, limit) }) } as AnyEntry
}
