import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import { CONTROL_STATE } from '#schema/incident-words.ts'
import { printReference } from '#schema/references.ts'
import { csvText } from './csv-text.ts'
import { disclosureOf } from './twin.ts'

/**
 * Every use of a control in an incident as CSV, for a risk register: one row per control and incident, in the order of
 * their ids.
 */
export const controlsCsv = (knowledge: Knowledge): string =>
  csvText(
    [
      ['control', 'controlTitle', 'incident', 'incidentTitle', 'severity', 'state', 'note', 'reference', 'url'],
      ...knowledge
        .all('incidents')
        .flatMap(({ id, data }) =>
          data.controls.map(({ control, state, note }) => [
            control,
            knowledge.get('controls', control)?.data.title ?? control,
            id,
            data.title,
            data.severity,
            CONTROL_STATE[state].label,
            note ?? '',
            printReference({ id, revision: data.revision }),
            absolute(knowledge, routes.record('incidents', id)),
          ]),
        )
        .toSorted(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
    ],
    disclosureOf(knowledge).disclosure,
  )
