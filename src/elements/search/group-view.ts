import type { Grouping } from '#core/search/address.ts'
import type { Catalog } from '#core/search/catalog.ts'
import type { Result } from '#core/search/outcome.ts'
import { make } from './make.ts'

interface Shown {
  readonly result: Result
  readonly view: HTMLLIElement
}

const NONE = { org: 'No organization', year: 'No date' } as const

const list = (views: readonly HTMLLIElement[]) => make('ol', { class: 'hits' }, ...views)

function keys(catalog: Catalog, record: number, grouping: 'org' | 'year'): readonly string[] {
  const { of, labels } = catalog.facets[grouping]
  const own = (of[record] ?? []).map((number) => labels[number] ?? '')
  return own.length > 0 ? own.slice(0, 1) : [NONE[grouping]]
}

/** Results as one list, or as lists under the organization or year they belong to; a record stands under its first organization. */
export function groupsOf(shown: readonly Shown[], catalog: Catalog, grouping: Grouping): HTMLElement[] {
  if (grouping === 'none') return shown.length === 0 ? [] : [list(shown.map(({ view }) => view))]
  const groups = Map.groupBy(shown.flatMap((own) => keys(catalog, own.result.record, grouping).map((key) => ({ key, view: own.view }))), ({ key }) => key)
  const names = [...groups.keys()].sort((a, b) => Number(a === NONE[grouping]) - Number(b === NONE[grouping]) || (grouping === 'year' ? b.localeCompare(a) : a.localeCompare(b, 'en')))
  return names.map((name) => make('section', { class: 'group' }, make('h3', {}, name), list((groups.get(name) ?? []).map(({ view }) => view))))
}
