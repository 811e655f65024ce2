import type { State } from '#core/search/address.ts'
import type { Catalog } from '#core/search/catalog.ts'
import { FACET_NAMES, FACETS } from '#core/search/facet-names.ts'
import type { Outcome } from '#core/search/outcome.ts'
import { withoutOperator } from '#core/search/query.ts'
import { button, make } from './make.ts'

/** What narrows the search as buttons that remove it: values chosen from the lists, and operators typed. */
export function chipViews(catalog: Catalog, { query }: Outcome, state: State, go: (state: State) => void): HTMLElement[] {
  const chosen = FACET_NAMES.flatMap((name) =>
    (state.selection[name] ?? []).map((value) => {
      const { values, labels } = catalog.facets[name]
      const label = labels[values.indexOf(value)] ?? value
      const selection = { ...state.selection, [name]: (state.selection[name] ?? []).filter((other) => other !== value) }
      return { text: `${FACETS[name].label}: ${label}`, state: { ...state, selection } }
    }),
  )
  const typed = query.operators.map((operator) => ({ text: `${FACETS[operator.name].label}: ${operator.value}`, state: { ...state, typed: withoutOperator(state.typed, operator) } }))
  const chips = [...chosen, ...typed]
  const views = chips.map(({ text, state: next }) => make('li', {}, button(text, () => go(next), { class: 'chip', 'aria-label': `Remove ${text}` })))
  return views.length === 0 ? [] : [make('ul', { class: 'chips', 'aria-label': 'Narrowed by' }, ...views)]
}
