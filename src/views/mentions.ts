import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst, occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { labelOf } from './label.ts'

/** A record that refers to another, as a line of a list. */
export interface MentionLine {
  readonly text: string
  readonly route: string
  readonly at?: string
  readonly note: string
}

/**
 * Every other record that refers to this one, in a field or in its text: the other end of each link, so that both can
 * be followed. Records that the page `listed` by another name are left out.
 */
export function mentionsOf(knowledge: Knowledge, entry: AnyEntry, listed: readonly AnyEntry[] = []): MentionLine[] {
  const known = new Set(listed.map(({ id }) => id)).add(entry.id)
  const others = [...new Set(knowledge.backlinks(entry.id).map(({ from }) => from))].filter(
    (other) => !known.has(other.id),
  )
  return newestFirst(others).map((other) => {
    const at = occurred(other)
    return {
      text: labelOf(knowledge, other),
      route: routes.record(other.kind, other.id),
      note: kinds[other.kind].singular,
      ...(at === undefined ? {} : { at }),
    }
  })
}
