import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { ATTENDANCE, ATTRIBUTION, BASIS, CAPACITY, POINT_KIND, SUMMIT_KIND } from '#schema/summits.ts'
import { evidence } from './evidence.ts'
import { linksTo, linkTo } from './label.ts'
import { incidentItem } from './incident-list.ts'
import { isObjection, pointView } from './point.ts'
import { recordView } from './record.ts'
import { asserterFilter } from './asserter-filter.ts'
import { commitmentLines } from './commitment.ts'
import { matrixView } from './matrix.ts'
import { mentionsOf } from './mentions.ts'
import { statementLines } from './statement-line.ts'

/** A meeting as a line of a list. */
export function summitLine(knowledge: Knowledge, { data, id }: Entry<'summits'>) {
  return {
    id,
    route: routes.record('summits', id),
    title: data.title,
    summary: data.summary,
    kind: SUMMIT_KIND[data.kind].label,
    date: data.date,
    host: linkTo(knowledge, data.host),
    points: data.points.length,
    participants: data.participants.length,
  }
}

export type SummitLine = ReturnType<typeof summitLine>

/** Meetings as lines, newest first. */
export const summitLines = (knowledge: Knowledge, entries: readonly Entry<'summits'>[]): SummitLine[] =>
  newestFirst(entries).map((entry) => summitLine(knowledge, entry))

type Participant = Entry<'summits'>['data']['participants'][number]

const participantView = (knowledge: Knowledge, participant: Participant) => ({
  org: participant.org === undefined ? undefined : linkTo(knowledge, participant.org),
  described: participant.described,
  count: participant.count,
  people: participant.people.map(({ name, role }) => [name, role].filter(Boolean).join(', ')),
  attendance: ATTENDANCE[participant.attendance].label,
  basis: BASIS[participant.basis].label,
  evidence: evidence(knowledge, participant.sources),
})

const isAbsent = ({ attendance }: Participant) => attendance === 'declined' || attendance === 'notInvited'

/**
 * Those who took part by capacity, in the order of the vocabulary; then those who are on record as absent, whatever
 * they would have spoken for.
 */
function capacitiesOf(knowledge: Knowledge, participants: readonly Participant[]) {
  const view = (own: readonly Participant[]) => own.map((participant) => participantView(knowledge, participant))
  const present = Object.entries(CAPACITY).map(([capacity, { label, means }]) => ({
    capacity,
    label,
    means,
    participants: view(participants.filter((one) => !isAbsent(one) && one.capacity === capacity)),
  }))
  const absent = {
    capacity: 'absent',
    label: 'Absent',
    means: 'Was not asked, or did not come.',
    participants: view(participants.filter(isAbsent)),
  }
  return [...present, absent].filter((group) => group.participants.length > 0)
}

/** Everything the page of a meeting prints, body apart. */
export function summitView(knowledge: Knowledge, entry: Entry<'summits'>) {
  const { data, id } = entry
  const points = data.points.map((point) => pointView(knowledge, entry, point))
  const bornHere = knowledge.from('commitments', 'summit', id)
  const byPoints = data.points.flatMap((point) =>
    point.commitments.flatMap((commitment) => knowledge.get('commitments', commitment) ?? []),
  )
  return {
    ...recordView(knowledge, entry),
    kindLabel: SUMMIT_KIND[data.kind].label,
    date: data.date,
    end: data.end,
    place: data.place,
    host: linkTo(knowledge, data.host),
    identifier: data.identifier,
    attribution: ATTRIBUTION[data.attribution].label,
    attributionMeans: ATTRIBUTION[data.attribution].means,
    follows: data.follows
      .flatMap((incident) => knowledge.get('incidents', knowledge.find(incident)?.id ?? '') ?? [])
      .map(incidentItem),
    topics: linksTo(knowledge, data.topics),
    agenda: data.agenda.map(({ title, topic }) => ({
      title,
      topic: topic === undefined ? undefined : linkTo(knowledge, topic),
    })),
    capacities: capacitiesOf(knowledge, data.participants),
    points,
    /** Points by kind, in the order of the vocabulary. */
    groups: Object.entries(POINT_KIND).flatMap(([kind, { label, means }]) => {
      const own = points.filter((point) => point.kind === kind)
      return own.length === 0 ? [] : [{ kind, label, means, points: own }]
    }),
    /** Where those who took part stand on the topics of the meeting. */
    matrix: matrixView(
      knowledge,
      data.topics.flatMap((topic) => knowledge.get('topics', topic) ?? []),
      [...new Set(data.participants.flatMap(({ org }) => org ?? []))],
    ),
    says: asserterFilter(points.map(({ says }) => says)),
    objections: points.filter(isObjection),
    mentions: mentionsOf(knowledge, entry),
    calendar: routes.summitsCalendar(),
    hostReported: points.filter((point) => point.force === 'hostReported').length,
    statements: statementLines(knowledge, knowledge.from('statements', 'about.summits', id)),
    commitments: commitmentLines(knowledge, [...new Set([...bornHere, ...byPoints])]),
    inquiries: linksTo(
      knowledge,
      knowledge.from('inquiries', 'about.summit', id).map((inquiry) => inquiry.id),
    ),
  }
}

export type SummitView = ReturnType<typeof summitView>
