import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst, occurred } from '#knowledge/dates.ts'
import { routes, SEARCH_INDEX_ORDERS, type SearchIndexOrder } from '#urls.ts'
import { type AnyEntry, stands } from '#schema/entry.ts'
import { count } from '#text/words.ts'
import { yearOf } from '#time/format.ts'
import { moment } from '#time/moment.ts'
import { kindWord, labelOf, type Link } from './label.ts'
import { searchFacets } from './search-facets.ts'

export const SEARCH_INDEX_LABELS: Readonly<Record<SearchIndexOrder, string>> = {
  'a-z': 'A to Z',
  'by-organization': 'By organization',
  'by-topic': 'By topic',
  'by-year': 'By year',
}

/** A group of records under a heading of an index. */
export interface SearchIndexGroup {
  readonly id: string
  readonly label: string
  readonly items: readonly (Link & { readonly at?: string | undefined; readonly note: string })[]
}

/** A complete index of the knowledge base. */
export interface SearchIndexView {
  readonly order: SearchIndexOrder
  readonly label: string
  readonly route: string
  readonly total: string
  readonly groups: readonly SearchIndexGroup[]
}

/** Links to the indexes. */
export const searchIndexLinks = (): Link[] =>
  SEARCH_INDEX_ORDERS.map((order) => ({ text: SEARCH_INDEX_LABELS[order], route: routes.searchIndex(order) }))

type Key = readonly [id: string, label: string]

function letter(title: string): Key {
  const first = title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .charAt(0)
    .toUpperCase()
  return /[A-Z]/.test(first) ? [first.toLowerCase(), first] : ['0-9', '0 to 9']
}

// Every record is in every index: what has no organization, topic or year stands in a last group that says so.
const NONE: Readonly<Record<SearchIndexOrder, Key>> = {
  'a-z': ['0-9', '0 to 9'],
  'by-organization': ['none', 'No organization'],
  'by-topic': ['none', 'No topic'],
  'by-year': ['none', 'No date'],
}

function keysOf(knowledge: Knowledge, entry: AnyEntry, order: SearchIndexOrder): readonly Key[] {
  const named = (ids: readonly string[] = []) =>
    ids.flatMap((id): Key[] => {
      const found = knowledge.find(id)
      return found ? [[id, labelOf(knowledge, found)]] : []
    })
  if (order === 'a-z') return [letter(labelOf(knowledge, entry))]
  if (order === 'by-organization') return named(searchFacets(entry).org)
  if (order === 'by-topic') return named(searchFacets(entry).topic)
  const at = occurred(entry)
  const year = at === undefined ? undefined : yearOf(moment(at))
  return year === undefined ? [] : [[String(year), String(year)]]
}

/**
 * An index of every record: each stands under every heading it belongs to; newest first within a heading, by name from
 * A to Z.
 */
export function searchIndexView(knowledge: Knowledge, order: SearchIndexOrder): SearchIndexView {
  const standing = knowledge.entries.filter(stands)
  const entries =
    order === 'a-z'
      ? [...standing].sort((a, b) => labelOf(knowledge, a).localeCompare(labelOf(knowledge, b), 'en'))
      : newestFirst(standing)
  const groups = new Map<string, { label: string; entries: AnyEntry[] }>()
  for (const entry of entries) {
    const keys = keysOf(knowledge, entry, order)
    for (const [id, label] of keys.length > 0 ? keys : [NONE[order]]) {
      const group = groups.get(id) ?? { label, entries: [] }
      group.entries.push(entry)
      groups.set(id, group)
    }
  }
  const byLabel = ([, a]: [string, { label: string }], [, b]: [string, { label: string }]) =>
    order === 'by-year' ? b.label.localeCompare(a.label) : a.label.localeCompare(b.label, 'en')
  const [last] = NONE[order]
  return {
    order,
    label: SEARCH_INDEX_LABELS[order],
    route: routes.searchIndex(order),
    total: count(standing.length, 'record'),
    groups: [...groups]
      .sort((a, b) => Number(a[0] === last) - Number(b[0] === last) || byLabel(a, b))
      .map(([id, { label, entries: own }]) => ({
        id: `of-${id}`,
        label,
        items: own.map((entry) => ({
          text: labelOf(knowledge, entry),
          route: routes.record(entry.kind, entry.id),
          at: occurred(entry),
          note: kindWord(entry),
        })),
      })),
  }
}
