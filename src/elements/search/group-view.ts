import type { Grouping } from '#search/address.ts'
import type { AnswerHit } from '#search/answer.ts'
import { make } from './make.ts'
import { t } from '../words.ts'

interface Shown {
  readonly hit: AnswerHit
  readonly view: HTMLLIElement
}

const NONE = { org: 'No organization', year: 'No date' } as const

const list = (views: readonly HTMLLIElement[]) => make('ol', {}, ...views)

/** Results as one list, or as lists under the organization or year they belong to. */
export function groupsOf(shown: readonly Shown[], grouping: Grouping): HTMLElement[] {
  if (grouping === 'none') return shown.length === 0 ? [] : [list(shown.map(({ view }) => view))]
  const groups = Map.groupBy(shown, ({ hit }) => hit.group ?? NONE[grouping])
  const names = [...groups.keys()].sort(
    (a, b) =>
      Number(a === NONE[grouping]) - Number(b === NONE[grouping]) ||
      (grouping === 'year' ? b.localeCompare(a) : a.localeCompare(b, 'en')),
  )
  return names.map((name) =>
    make(
      'section',
      { class: 'group' },
      make('h3', { class: 'mt-6 text-table text-ink-soft' }, t(name)),
      list((groups.get(name) ?? []).map(({ view }) => view)),
    ),
  )
}
