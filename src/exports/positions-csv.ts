import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute } from '#urls.ts'
import { matrixView } from '#views/matrix.ts'
import { csvText } from './csv-text.ts'
import { disclosureOf } from './twin.ts'

/**
 * The statement matrix as CSV, one row per position and the days it held; `until` is empty for what holds at the run’s
 * date.
 */
export function positionsCsv(knowledge: Knowledge): string {
  const { columns, rows } = matrixView(knowledge, knowledge.all('topics'))
  const lines = rows.flatMap((row) =>
    row.cells.flatMap(({ topic, states }) =>
      states.map(({ from, mark, label, at, route, conditions }, index) => [
        row.id,
        row.org.text,
        topic,
        columns.find(({ id }) => id === topic)?.question ?? '',
        mark,
        label,
        at,
        from,
        states[index + 1]?.from ?? '',
        conditions.join(' '),
        absolute(knowledge, route),
      ]),
    ),
  )
  return csvText(
    [
      ['organization', 'name', 'topic', 'question', 'position', 'words', 'said', 'from', 'until', 'conditions', 'url'],
      ...lines,
    ],
    disclosureOf(knowledge).disclosure,
  )
}
