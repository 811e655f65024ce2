import type { IncidentView } from './incident.ts'

/** A section of the page of an incident, as its menu names it. */
export interface PageSection {
  readonly id: string
  readonly title: string
  /** How many things it holds. */
  readonly count?: number
  /** Whether it stands within the section before it. */
  readonly within?: boolean
}

/** Whether an incident says who or what was involved in it. */
export const involves = ({ roles, products, identifiers, topics, people }: IncidentView): boolean =>
  [roles, products, identifiers, topics, people].some((list) => list.length > 0)

/** The sections that an incident has, in the order of a reader’s questions. */
export function sectionsOf(view: IncidentView, story: boolean): PageSection[] {
  const { timeline, lanes, impact, findings, controls, actions, prompts } = view
  const { statements, summits, commitments, inquiries, proceedings, related } = view
  const counted = (id: string, title: string, ...lists: readonly (readonly unknown[])[]): PageSection[] => {
    const count = lists.reduce((sum, list) => sum + list.length, 0)
    return count === 0 ? [] : [{ id, title, count }]
  }
  return [
    ...(story ? [{ id: 'account', title: 'Story' }] : []),
    ...(timeline.count === 0 ? [] : [{ id: 'timeline', title: 'Timeline', count: timeline.count }]),
    ...(lanes === undefined ? [] : [{ id: 'lanes', title: 'Lanes', count: lanes.lanes.length, within: true }]),
    ...(impact.length > 0
      ? counted('impact', 'Impact', ...impact.map(({ figures }) => figures))
      : involves(view)
        ? [{ id: 'involved', title: 'Involved' }]
        : []),
    ...counted('lessons', 'Lessons', findings, controls, actions, prompts),
    ...counted('followed', 'What followed', statements, summits, commitments, inquiries, proceedings, related),
    { id: 'evidence', title: 'Evidence', ...(view.own ? {} : { count: view.sources.length }) },
  ]
}
