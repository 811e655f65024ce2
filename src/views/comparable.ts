import type { Knowledge } from '#knowledge/knowledge.ts'
import { milestone } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { CAUSE, CONTROL_STATE, EVENT_KIND, INCIDENT_KIND, MILESTONE, SEVERITY } from '#schema/incident-words.ts'
import { linkTo } from './label.ts'
import { metrics } from './metrics.ts'

/** An incident as far as it is compared with another: plain values, so that a browser can read them too. Routes are without prefix. */
export function comparable(knowledge: Knowledge, incident: Entry<'incidents'>) {
  const { id, data } = incident
  const names = [...new Set(data.milestones.map(({ name }) => name))]
  return {
    id,
    title: data.title,
    route: routes.record('incidents', id),
    facts: `${INCIDENT_KIND[data.kind].label}, ${SEVERITY[data.severity].label.toLowerCase()}`,
    causes: data.causes.map((cause) => CAUSE[cause].label),
    /** Headline readings, in the order of the vocabulary. */
    milestones: Object.entries(MILESTONE).flatMap(([name, { label }], rank) => {
      const found = names.some((own) => own === name) ? milestone(incident, name) : undefined
      return found ? [{ name, rank, label, at: found.at, route: routes.record('incidents', id, found.id) }] : []
    }),
    events: data.timeline.map((event) => ({
      at: event.at,
      kind: event.kind,
      words: `${EVENT_KIND[event.kind].label}: ${event.title}`,
      route: routes.record('incidents', id, event.id),
    })),
    metrics: metrics(incident).map(({ name, readings }) => ({
      name,
      length: readings.find(({ headline }) => headline)?.length ?? 'not known',
    })),
    controls: data.controls.map(({ control, state }) => ({
      text: linkTo(knowledge, control)?.text ?? control,
      state: CONTROL_STATE[state].label,
    })),
  }
}

export type Comparable = ReturnType<typeof comparable>

/** A pair of related incidents, each pair once, ids in order. */
export function relatedPairs(knowledge: Knowledge): (readonly [string, string])[] {
  const pairs = knowledge.all('incidents').flatMap(({ id, data }) =>
    data.related.flatMap(({ incident }) => {
      const other = knowledge.get('incidents', knowledge.find(incident)?.id ?? '')?.id
      return other === undefined || other === id ? [] : [id < other ? ([id, other] as const) : ([other, id] as const)]
    }),
  )
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()].sort(([a, c], [b, d]) =>
    a + c < b + d ? -1 : 1,
  )
}
