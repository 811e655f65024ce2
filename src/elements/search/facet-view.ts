import type { Answer } from '#search/answer.ts'
import { FACET_NAMES, FACETS, type FacetName, fieldOf } from '#search/facet-names.ts'
import type { FacetCount } from '#search/narrow.ts'
import { button, make } from './make.ts'
import { t } from '../words.ts'

const SHOWN = 8

/** The facets of an answer as groups of checkboxes. `toggle` is called when a value is chosen or given up. */
export function facetViews(
  { facets }: Answer,
  toggle: (name: FacetName, value: string, chosen: boolean) => void,
): HTMLElement[] {
  // Each field of the site's own is a facet by itself, named as its values are: "Service tier: gold".
  const groups = FACET_NAMES.flatMap((name) =>
    [...Map.groupBy(facets[name], ({ value }) => fieldOf(name, value))].map(([field, counts]) => {
      const [title = FACETS[name].label] = field === '' ? [] : (counts[0]?.label ?? field).split(': ', 1)
      const own = ({ label, ...rest }: FacetCount) => ({ ...rest, label: label.replace(`${title}: `, '') })
      return { name, title, counts: field === '' ? counts : counts.map(own) }
    }),
  )
  return groups.flatMap(({ name, title, counts }) => {
    if (counts.length === 0) return []
    const item = ({ value, label, count, chosen }: FacetCount) => {
      const box = make('input', { type: 'checkbox', name, value, checked: chosen, id: `facet-${name}-${value}` })
      box.addEventListener('change', () => toggle(name, value, box.checked))
      return make(
        'li',
        {},
        make(
          'label',
          { class: 'flex min-h-6 items-baseline gap-2 py-0.5' },
          box,
          make('span', { class: 'min-w-0 flex-1 wrap-anywhere' }, t(label)),
          make('span', { class: 'num text-ink-faint' }, String(count)),
        ),
      )
    }
    const inSight = counts.filter(({ chosen }, index) => chosen || index < SHOWN)
    const rest = counts.filter((count) => !inSight.includes(count))
    const list = make('ul', {}, ...inSight.map(item))
    // Drawn only when asked for: there can be hundreds.
    const all = button(
      t('{n} more', { n: rest.length }),
      () => {
        const added = rest.map(item)
        list.append(...added)
        added[0]?.querySelector('input')?.focus()
        all.remove()
      },
      { class: 'quiet' },
    )
    return [
      make(
        'fieldset',
        { class: 'mb-5', 'data-facet': name },
        make('legend', { class: 'mb-1 font-bold' }, t(title)),
        list,
        rest.length > 0 ? all : undefined,
      ),
    ]
  })
}
