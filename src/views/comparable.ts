import type { PublishedRecord } from '#exports/published.ts'
import { milestone } from '#knowledge/dates.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { CAUSE, CONTROL_STATE, EVENT_KIND, INCIDENT_KIND, MILESTONE } from '#schema/incident-words.ts'
import type { Incident } from '#schema/kinds.ts'
import { severityWords } from '#schema/severity.ts'
import type { Site } from '#schema/site.ts'
import { metrics } from './metrics.ts'
import { phases } from './phases.ts'

// What is read of a published incident below is there as it was authored; references in it would be resolved.
type Compared = Pick<
  Incident,
  'title' | 'shortTitle' | 'kind' | 'severity' | 'causes' | 'milestones' | 'outages' | 'timeline'
> & {
  readonly controls: readonly {
    readonly control: { readonly title: string }
    readonly state: keyof typeof CONTROL_STATE
  }[]
}

/**
 * An incident as far as it is compared with another, from its published JSON; `severities` are the scale of its owner.
 * Routes are without prefix.
 */
export function comparable({ id, data: published }: PublishedRecord, severities: Site['severities'] = []) {
  const data = published as unknown as Compared
  const incident = { data }
  const names = [...new Set(data.milestones.map(({ name }) => name))]
  return {
    id,
    title: data.title,
    shortTitle: data.shortTitle ?? data.title,
    route: routes.record('incidents', id),
    facts: `${INCIDENT_KIND[data.kind].label}, ${severityWords({ severities }, data.severity).label.toLowerCase()}`,
    causes: data.causes.map((cause) => CAUSE[cause].label),
    /** Headline readings, in the order of the vocabulary. */
    milestones: Object.entries(MILESTONE).flatMap(([name, { label }], rank) => {
      const found = names.some((own) => own === name) ? milestone(incident, name) : undefined
      return found ? [{ name, rank, label, at: found.at, route: routes.record('incidents', id, found.id) }] : []
    }),
    shape: phases(incident),
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
      text: control.title,
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
