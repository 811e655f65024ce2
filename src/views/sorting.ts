import type { Knowledge } from '#knowledge/knowledge.ts'
import { added, changed, newestFirst, occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { count } from '#text/words.ts'
import { labelOf, type Link } from './label.ts'

/** What a list can be sorted by. Kinds without a time of their own are by name where others are by time. */
export type Sort = 'occurred' | 'added' | 'changed'
export const SORTS: readonly Sort[] = ['occurred', 'added', 'changed']

const ownTime = (kind: Kind): string | undefined => {
  const facts = kinds[kind]
  return 'time' in facts ? facts.time : undefined
}
const isNamed = (kind: Kind): boolean => ownTime(kind) === undefined

/** The word for an order of a kind; the first is that of its own time. */
const sortLabel = (kind: Kind, sort: Sort) => (sort === 'occurred' ? (ownTime(kind) ?? 'name') : `date ${sort}`)

/** All records of a kind in an order. */
export function sortedEntries<K extends Kind>(knowledge: Knowledge, kind: K, sort: Sort): readonly Entry<K>[] {
  const all = knowledge.all(kind)
  if (sort === 'occurred' && isNamed(kind)) {
    const name = new Map(all.map((entry) => [entry.id, labelOf(knowledge, entry as never)]))
    return [...all].sort((a, b) => (name.get(a.id) ?? '').localeCompare(name.get(b.id) ?? '', 'en'))
  }
  const key = { occurred, added, changed }[sort]
  return newestFirst(all as never, key) as unknown as readonly Entry<K>[]
}

/** Head of an index page: its title, total and the other orders. */
export interface ListHead {
  readonly title: string
  readonly total: string
  readonly sorts: readonly (Link & { readonly current: boolean })[]
}

/** Head of the index of a kind in an order. */
export function listHead(knowledge: Knowledge, kind: Kind, sort: Sort): ListHead {
  return {
    title: kinds[kind].label,
    total: count(knowledge.all(kind).length, kinds[kind].singular),
    sorts: SORTS.map((own) => ({
      text: sortLabel(kind, own),
      route: own === 'occurred' ? routes.kind(kind) : routes.sorted(kind, own),
      current: own === sort,
    })),
  }
}
