import type { Knowledge } from '#knowledge/knowledge.ts'
import { added, changed, occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { INCIDENT_KIND } from '#schema/incident-words.ts'
import { severityWords } from '#schema/severity.ts'
import { formatDate, formatText, utcFields } from '#time/format.ts'
import { moment } from '#time/moment.ts'
import { incidentFacets } from './incident-facets.ts'
import { whoLinks } from './label.ts'
import { headlineLength } from './metrics.ts'
import { openState } from './open-state.ts'
import { phases } from './phases.ts'

/** The day of a time, or the coarser time itself: lists compare days, not minutes. */
function day(at: string): string {
  const { start, earliest } = moment(at)
  return start?.zone === undefined || earliest === null ? formatText(at) : formatDate(utcFields(earliest).slice(0, 3))
}

/** An incident as a line among others that concern the same thing: when, what, its shape. */
export const incidentItem = (incident: Entry<'incidents'>) => ({
  text: incident.data.title,
  route: routes.record('incidents', incident.id),
  at: occurred(incident),
  phases: phases(incident),
})

/** An incident as a row of a list. */
export function incidentLine(knowledge: Knowledge, incident: Entry<'incidents'>) {
  const { data, id } = incident
  const began = occurred(incident)
  return {
    id,
    route: routes.record('incidents', id),
    title: data.title,
    summary: data.summary,
    kind: INCIDENT_KIND[data.kind].label,
    severity:
      data.severity === 'unknown'
        ? 'severity unknown'
        : severityWords(knowledge.site, data.severity).label.toLowerCase(),
    /** Where it stands, if it is not over. */
    state: openState(incident)?.label,
    origin: whoLinks(
      knowledge,
      data.organizations.filter(({ role }) => role === 'origin').map(({ org }) => org),
    ),
    occurred: began,
    day: began === undefined ? undefined : day(began),
    added: added(incident),
    changed: changed(incident),
    phases: phases(incident),
    detect: headlineLength(incident, 'detect')?.length,
    recover: headlineLength(incident, 'recover')?.length,
    events: data.timeline.length,
    facets: incidentFacets(knowledge, incident),
  }
}

export type IncidentLine = ReturnType<typeof incidentLine>
