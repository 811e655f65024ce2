import type { State } from '#search/address.ts'
import type { Answer } from '#search/answer.ts'
import { FACET_NAMES, FACETS } from '#search/facet-names.ts'
import { withoutOperator } from '#search/operator.ts'
import { button, make } from './make.ts'
import { t } from '../words.ts'

/** What narrows the search as buttons that remove it: values chosen from the lists, and operators typed. */
export function chipViews({ facets, operators }: Answer, state: State, go: (state: State) => void): HTMLElement[] {
  const chosen = FACET_NAMES.flatMap((name) =>
    (state.selection[name] ?? []).map((value) => {
      const label = facets[name].find((own) => own.value === value)?.label ?? value
      const selection = { ...state.selection, [name]: (state.selection[name] ?? []).filter((other) => other !== value) }
      return {
        text: name === 'field' ? label : `${t(FACETS[name].label)}: ${t(label)}`,
        state: { ...state, selection },
      }
    }),
  )
  const typed = operators.map((operator) => ({
    text: `${t(FACETS[operator.name].label)}: ${operator.value}`,
    state: { ...state, typed: withoutOperator(state.typed, operator) },
  }))
  const chips = [...chosen, ...typed]
  const views = chips.map(({ text, state: next }) =>
    make(
      'li',
      {},
      button(`${text} ×`, () => go(next), { class: 'text-note', 'aria-label': t('Remove {what}', { what: text }) }),
    ),
  )
  return views.length === 0
    ? []
    : [make('ul', { class: 'flex flex-wrap gap-2', 'aria-label': t('Narrowed by') }, ...views)]
}
