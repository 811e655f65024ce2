import type { Knowledge } from '../graph/knowledge.ts'
import { added, changed, newestFirst, occurred } from '../graph/when.ts'
import { routes } from '../routes.ts'
import type { Entry } from '../schema/entry.ts'
import { INCIDENT_KIND, SEVERITY } from '../schema/incident-words.ts'
import { whoLinks } from './label.ts'
import { headlineReading } from './metrics.ts'
import { phases } from './phases.ts'

/** The orders a list of records comes in. */
export const SORTS = { occurred: { label: 'Occurred', of: occurred }, added: { label: 'Added', of: added }, changed: { label: 'Changed', of: changed } } as const
export type Sort = keyof typeof SORTS

/** An incident as a row of a list. */
export function incidentLine(knowledge: Knowledge, incident: Entry<'incidents'>) {
  const { data, id } = incident
  return {
    id,
    route: routes.record('incidents', id),
    title: data.title,
    summary: data.summary,
    kind: INCIDENT_KIND[data.kind].label,
    severity: SEVERITY[data.severity].label,
    origin: whoLinks(knowledge, data.organizations.filter(({ role }) => role === 'origin').map(({ org }) => org)),
    occurred: occurred(incident),
    added: added(incident),
    changed: changed(incident),
    phases: phases(incident),
    detect: headlineReading(incident, 'detect')?.length,
    recover: headlineReading(incident, 'recover')?.length,
    events: data.timeline.length,
  }
}

export type IncidentLine = ReturnType<typeof incidentLine>

/** All incidents as rows, newest first by the chosen order. */
export const incidentLines = (knowledge: Knowledge, sort: Sort = 'occurred', entries = knowledge.all('incidents')): IncidentLine[] =>
  newestFirst(entries, SORTS[sort].of).map((incident) => incidentLine(knowledge, incident))
