import type { AnyEntry } from '#schema/entry.ts'
import { isObject } from '#schema/walk.ts'

/**
 * For each record (old ids too) whose history lost a revision: what a revision that was pinned is called among those
 * left.
 */
type Renamed = ReadonlyMap<string, (revision: number) => number>

// A whole reference, as words or in an address; not the middle of a word, a mail address or a handle.
const PIN =
  /(?<![\p{L}\p{N}_@./#-])(?=[a-z0-9#])([a-z0-9-]*)(#[a-z]-[a-z0-9-]+)?@r([1-9]\d*)(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])/gu

const repinned = (text: string, own: string, renamed: Renamed): string =>
  text.includes('@r')
    ? text.replace(PIN, (whole, id: string, part: string | undefined, revision: string) => {
        const rename = renamed.get(id === '' ? own : id)
        return rename ? `${id}${part ?? ''}@r${rename(Number(revision))}` : whole
      })
    : text

function repinnedIn(value: unknown, own: string, renamed: Renamed): unknown {
  if (typeof value === 'string') return repinned(value, own, renamed)
  if (Array.isArray(value)) return value.map((item) => repinnedIn(item, own, renamed))
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, repinnedIn(inner, own, renamed)]))
    : value
}

function renumbered(entry: AnyEntry, renamed: Renamed): AnyEntry {
  const { data, body, mentions, id } = entry
  const history = renamed.has(id) ? data.history.map((one, index) => ({ ...one, revision: index + 1 })) : data.history
  const revision = renamed.has(id) ? history.length : data.revision
  return {
    ...entry,
    data: repinnedIn({ ...data, history, revision }, id, renamed),
    ...(body === undefined ? {} : { body: repinned(body, id, renamed) }),
    ...(mentions === undefined
      ? {}
      : { mentions: mentions.map((one) => ({ ...one, ref: repinned(one.ref, id, renamed) })) }),
  } as AnyEntry
}

/**
 * Numbers the revisions of a record anew where one was taken out, and with them every pinned reference to it: a gap
 * would tell that there was something. Records that lost none are the same objects.
 */
export function closeGaps(before: readonly AnyEntry[], after: readonly AnyEntry[]): AnyEntry[] {
  const written = new Map(before.map(({ id, data }) => [id, data.history.length]))
  const renamed: Renamed = new Map(
    after.flatMap(({ id, data: { history, aliases } }) => {
      if (history.length === written.get(id)) return []
      const rename = (pinned: number) => Math.max(1, history.filter(({ revision }) => revision <= pinned).length)
      return [id, ...aliases].map((name) => [name, rename] as const)
    }),
  )
  return renamed.size === 0 ? [...after] : after.map((entry) => renumbered(entry, renamed))
}
