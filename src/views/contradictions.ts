import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst } from '#knowledge/dates.ts'
import { stands } from '#schema/entry.ts'
import { routes } from '#urls.ts'
import { kinds } from '#schema/kinds.ts'
import { impactView } from './incident-impact.ts'
import { labelOf } from './label.ts'
import { contradictionViews } from './record.ts'

/** Rival accounts and figures of every record, and what is known to be wrong. */
export function contradictionsView(knowledge: Knowledge) {
  const records = newestFirst(
    knowledge.entries.filter((entry) => stands(entry) && entry.data.contradictions.length > 0),
  ).map((entry) => ({
    record: { text: labelOf(knowledge, entry), route: routes.record(entry.kind, entry.id) },
    kindLabel: kinds[entry.kind].singular,
    clashes: contradictionViews(knowledge, entry).map((clash) => ({
      ...clash,
      route: routes.record(entry.kind, entry.id, clash.id),
    })),
  }))
  const figures = newestFirst(knowledge.all('incidents')).flatMap((entry) => {
    const rivals = impactView(knowledge, entry).filter(
      ({ figures: found }) => found.length > 1 || found.some(({ disputedBy }) => disputedBy.length > 0),
    )
    if (rivals.length === 0) return []
    const link = (figure: (typeof rivals)[number]['figures'][number]) => ({
      ...figure,
      route: routes.record('incidents', entry.id, figure.id),
    })
    return [
      {
        record: { text: entry.data.title, route: routes.record('incidents', entry.id) },
        rivals: rivals.map((rival) => ({ ...rival, figures: rival.figures.map(link) })),
      },
    ]
  })
  const wrong = records.flatMap(({ record, clashes }) =>
    clashes.flatMap(({ readings, about, why, route }) =>
      readings
        .filter(({ verdict }) => verdict === 'wrong')
        .map((reading) => ({ ...reading, about, why, route, record })),
    ),
  )
  return { records, figures, wrong, total: records.reduce((sum, { clashes }) => sum + clashes.length, 0) }
}

export type ContradictionsView = ReturnType<typeof contradictionsView>
