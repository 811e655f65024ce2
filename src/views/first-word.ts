import type { Knowledge } from '#knowledge/knowledge.ts'
import { inOrderOfStatement, saidAt } from '#knowledge/statement-order.ts'
import { milestone } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { betweenTexts, formatDuration } from '#time/duration.ts'
import { compareTexts } from '#time/moment.ts'
import type { Link } from './label.ts'

/** How long after an incident began an organization first spoke of it in public, and where that is recorded. */
export interface FirstWord {
  readonly length: string
  readonly at: string
  readonly where: Link
}

/**
 * The first public word of an organization on an incident: its earliest public-word event or statement about it.
 * Undefined where there is none, where the beginning is not known, or where it spoke before the incident began (about
 * something else, then).
 */
export function firstWord(knowledge: Knowledge, incident: Entry<'incidents'>, org: string): FirstWord | undefined {
  const began = milestone(incident, 'began')?.at
  if (began === undefined) return undefined
  const events = incident.data.timeline
    .filter(({ kind, actor }) => kind === 'communication' && actor?.includes(org) === true)
    .map(({ id, at, title }) => ({ at, where: { text: title, route: routes.record('incidents', incident.id, id) } }))
  const said = inOrderOfStatement(
    knowledge
      .from('statements', 'about.incidents', incident.id)
      .filter(({ data }) => data.org === org && data.officialness !== 'personal'),
  ).map((statement) => ({
    at: saidAt(statement),
    where: { text: statement.data.title, route: routes.record('statements', statement.id) },
  }))
  const [first] = [...events, ...said].sort((a, b) => compareTexts(a.at, b.at))
  const duration = first && betweenTexts(began, first.at)
  if (!first || !duration || (duration.max !== null && duration.max < 0)) return undefined
  return { ...first, length: formatDuration(duration) }
}
