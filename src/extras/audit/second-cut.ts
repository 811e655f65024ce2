import type { AnyEntry } from '#schema/entry.ts'
import { type Tlp, TLP, tlpRank } from '#schema/vocabularies.ts'
import { isObject } from '#schema/walk.ts'

const isLabel = (value: unknown): value is Tlp => typeof value === 'string' && Object.hasOwn(TLP, value)
const rank = (label: unknown): number => (isLabel(label) ? tlpRank(label) : 0)

function withoutLabelled(value: unknown, limit: number): unknown {
  if (Array.isArray(value))
    return value
      .filter((item) => !isObject(item) || rank(item['tlp']) <= limit)
      .map((item) => withoutLabelled(item, limit))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      isObject(inner) && rank(inner['tlp']) > limit ? [] : [[key, withoutLabelled(inner, limit)]],
    ),
  )
}

// Each ends where the next may begin, so that no text takes long.
const TAG = /<Restricted\b[^<>]*>|<\/Restricted>/g
const LABEL = /\btlp\b[^"'\w]*["']([A-Z+]+)/g

/** The level of an opening tag: the highest that it names, and the highest of all where it names none that exists. */
function levelOf(tag: string): number {
  const labels = [...tag.matchAll(LABEL)].map(([, label]) => label).filter(isLabel)
  return labels.length === 0 ? tlpRank('RED') : Math.max(...labels.map(tlpRank))
}

/**
 * A body without the `<Restricted>` passages above a level, nesting counted; read as text, without a parser. The tags
 * of passages that stay stay with them, as their labels are printed.
 */
function withoutPassages(body: string, limit: number): string {
  const open: number[] = []
  let [kept, from] = ['', 0]
  const isHidden = () => open.some((level) => level > limit)
  for (const { 0: tag, index } of body.matchAll(TAG)) {
    if (!isHidden()) kept += body.slice(from, index)
    from = index + tag.length
    const closes = tag.startsWith('</')
    if (!closes) open.push(levelOf(tag))
    if (!isHidden()) kept += tag
    if (closes) open.pop()
  }
  return isHidden() ? kept : kept + body.slice(from)
}

/** Whether a record waits for an instant: what cannot be read as one waits for ever. */
const waits = ({ embargoUntil }: AnyEntry['data'], now: number): boolean =>
  embargoUntil !== undefined && !(Date.parse(embargoUntil) <= now)

/**
 * A record without everything that bears a TLP label above a level; undefined where the record itself does, or is a
 * draft, or waits for the end of an embargo after `now` (ms since 1970). It shares no code with the cut of the reader
 * and knows labels alone, on purpose: an audit that trusted the cut it is to check would prove nothing.
 */
export function cutAgain(entry: AnyEntry, level: Tlp, now: number): AnyEntry | undefined {
  const limit = tlpRank(level)
  if (rank(entry.data.tlp) > limit || entry.data.recordStatus === 'draft' || waits(entry.data, now)) return undefined
  const data = withoutLabelled(entry.data, limit)
  return {
    ...entry,
    data,
    ...(entry.body === undefined ? {} : { body: withoutPassages(entry.body, limit) }),
  } as AnyEntry
}
