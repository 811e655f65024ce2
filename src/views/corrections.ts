import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { kinds } from '#schema/kinds.ts'
import { labelOf, type Link } from './label.ts'
import { partLabel } from './part-label.ts'

/** A revision that put something right. */
export interface CorrectionView extends Link {
  readonly kindWord: string
  readonly revision: number
  /** Its day as written. */
  readonly date: string
  readonly summary: string
  /** The parts that it changed, as far as they are still there. */
  readonly parts: readonly Link[]
}

/** Every revision of type correction, newest first; those of one day by title. */
export const corrections = (knowledge: Knowledge): CorrectionView[] =>
  knowledge.entries
    .flatMap((entry) =>
      entry.data.history
        .filter(({ type }) => type === 'correction')
        .map(({ revision, date, summary, changed }) => ({
          text: labelOf(knowledge, entry),
          route: routes.record(entry.kind, entry.id),
          kindWord: kinds[entry.kind].singular,
          revision,
          date,
          summary,
          parts: changed.flatMap((id) => {
            const part = knowledge.part(entry, id)
            return part ? [{ text: partLabel(part), route: routes.record(entry.kind, entry.id, id) }] : []
          }),
        })),
    )
    .sort((a, b) => (a.date === b.date ? (a.text < b.text ? -1 : 1) : a.date < b.date ? 1 : -1))
