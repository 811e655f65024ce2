import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst, occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { CONTROL_STATE } from '#schema/incident-words.ts'
import { commitmentLines } from './commitment.ts'
import { evidence } from './evidence.ts'
import { linksTo } from './label.ts'
import { metricSets } from './metric-sets.ts'
import { recordView } from './record.ts'
import { phases } from './phases.ts'

type State = keyof typeof CONTROL_STATE

function uses(knowledge: Knowledge, id: string) {
  return newestFirst(knowledge.from('incidents', 'controls.control', id)).flatMap((incident) =>
    incident.data.controls
      .filter(({ control }) => control === id)
      .map(({ state, note, sources }) => ({
        incident: { text: incident.data.title, route: routes.record('incidents', incident.id) },
        at: occurred(incident),
        phases: phases(incident),
        state,
        label: CONTROL_STATE[state].label,
        note,
        evidence: evidence(knowledge, sources),
      })),
  )
}

/** A control as a line of a list, with in how many incidents it was absent, failed, partial, worked. */
export function controlLine(knowledge: Knowledge, { data, id }: Entry<'controls'>) {
  const found = uses(knowledge, id)
  const tally = (state: State) => found.filter((use) => use.state === state).length
  return {
    id,
    route: routes.record('controls', id),
    title: data.title,
    summary: data.summary,
    tally: { absent: tally('absent'), failed: tally('failed'), partial: tally('partial'), worked: tally('worked') },
    incidents: found.length,
  }
}

export type ControlLine = ReturnType<typeof controlLine>

/** Everything the page of a control prints, body apart. */
export function controlView(knowledge: Knowledge, entry: Entry<'controls'>) {
  const { data, id } = entry
  const found = uses(knowledge, id)
  return {
    ...recordView(knowledge, entry),
    topics: linksTo(knowledge, data.topics),
    groups: Object.entries(CONTROL_STATE).flatMap(([state, { label, means }]) => {
      const own = found.filter((use) => use.state === state)
      return own.length === 0 ? [] : [{ state, label, means, uses: own }]
    }),
    lengths: metricSets(knowledge.from('incidents', 'controls.control', id)),
    commitments: commitmentLines(knowledge, knowledge.from('commitments', 'controls', id)),
  }
}

export type ControlView = ReturnType<typeof controlView>
