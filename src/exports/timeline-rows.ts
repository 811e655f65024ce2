import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { EVENT_KIND } from '#schema/incident-words.ts'
import { oneLine } from '#text/words.ts'
import { formatText } from '#time/format.ts'
import { compareTexts } from '#time/moment.ts'
import { doubt, evidence } from '#views/evidence.ts'
import { orgName } from '#views/label.ts'

/** One event of a timeline in plain words, each on a single line: what every table and calendar of it is made of. */
export interface TimelineRow {
  readonly id: string
  /** As authored, in the Moment grammar. */
  readonly at: string
  /** In words, in UTC. */
  readonly when: string
  readonly kind: string
  readonly who: string
  readonly component: string
  readonly title: string
  readonly text: string
  readonly knownAt: string
  readonly doubt: string
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string }[]
  readonly url: string
}

/** The events of an incident in order of time, with absolute addresses where the site knows its own. */
export function timelineRows(knowledge: Knowledge, { id: own, data }: Entry<'incidents'>): TimelineRow[] {
  const address = (route: string) => absolute(knowledge, route)
  return [...data.timeline]
    .sort((a, b) => compareTexts(a.at, b.at))
    .map(({ id, at, kind, actor = [], component, title, text, knownAt = '', confidence, sources }) => ({
      id,
      at,
      when: formatText(at),
      kind: EVENT_KIND[kind].label,
      who: actor.map((org) => orgName(knowledge, org)).join(', '),
      component: oneLine(component ?? ''),
      title: oneLine(title),
      text: oneLine(text ?? ''),
      knownAt,
      doubt: doubt(confidence) ?? '',
      sources: evidence(knowledge, sources).map((source) => ({
        id: source.id,
        title: oneLine(source.title),
        url: source.url ?? address(source.route),
      })),
      url: address(routes.record('incidents', own, id)),
    }))
}
