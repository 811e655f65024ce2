import { EVENT_KIND } from '#schema/incident-words.ts'
import { CONFIDENCE } from '#schema/vocabularies.ts'
import { oneLine } from '#text/words.ts'
import { formatText } from '#time/format.ts'
import { compareTexts } from '#time/moment.ts'
import { isReference, publishedName, type PublishedRecord } from './published.ts'

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

/** An event as the JSON of its incident prints it. */
interface PublishedEvent {
  readonly id: string
  readonly at: string
  readonly kind: keyof typeof EVENT_KIND
  readonly actor?: readonly unknown[]
  readonly component?: string
  readonly title: string
  readonly text?: string
  readonly knownAt?: string
  readonly confidence?: keyof typeof CONFIDENCE
  readonly sources?: readonly unknown[]
}

/** The events of a published incident in order of time; of those with certain ids alone, where `only` names them. */
export function timelineRows(incident: PublishedRecord, only?: ReadonlySet<string>): TimelineRow[] {
  const events = (incident.data['timeline'] ?? []) as readonly PublishedEvent[]
  return events
    .filter(({ id }) => only === undefined || only.has(id))
    .sort((a, b) => compareTexts(a.at, b.at))
    .map(({ id, at, kind, actor = [], component, title, text, knownAt = '', confidence = 'high', sources = [] }) => ({
      id,
      at,
      when: formatText(at),
      kind: EVENT_KIND[kind].label,
      who: actor.flatMap((who) => publishedName(who) ?? []).join(', '),
      component: oneLine(component ?? ''),
      title: oneLine(title),
      text: oneLine(text ?? ''),
      knownAt,
      doubt: confidence === 'high' ? '' : CONFIDENCE[confidence].label.toLowerCase(),
      sources: sources.filter(isReference).map((source) => ({
        id: source.id,
        title: oneLine(source.title),
        url: source.original ?? source.url,
      })),
      url: `${incident.url}#${id}`,
    }))
}
