import type { Knowledge } from '../graph/knowledge.ts'
import { newestFirst } from '../graph/when.ts'
import { routes } from '../routes.ts'
import type { Entry } from '../schema/entry.ts'
import { ATTENDANCE, ATTRIBUTION, BASIS, CAPACITY, HORIZON, POINT_FORCE, POINT_KIND, SUMMIT_KIND } from '../schema/summits.ts'
import { STANCE } from '../schema/vocabularies.ts'
import { evidence } from './evidence.ts'
import { linksTo, linkTo, whoLinks } from './label.ts'
import { claimView, recordView } from './record.ts'
import { commitmentLines } from './commitment.ts'
import { matrixView } from './matrix.ts'
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

type Point = Entry<'summits'>['data']['points'][number]

function pointView(knowledge: Knowledge, point: Point, host: string) {
  return {
    id: point.id,
    kind: point.kind,
    kindLabel: POINT_KIND[point.kind].label,
    force: point.force,
    forceLabel: POINT_FORCE[point.force].label,
    forceMeans: POINT_FORCE[point.force].means,
    horizon: point.horizon && HORIZON[point.horizon].label,
    answers: point.answers,
    text: point.text,
    assertedBy: whoLinks(knowledge, point.assertedBy),
    /** Whether only the host says so: readers must see that at the point itself. */
    hostOnly: point.assertedBy.length === 1 && point.assertedBy[0] === host,
    onRecord: point.onRecord.map(({ org, stance, statement }) => ({
      org: linkTo(knowledge, org),
      stance,
      label: STANCE[stance].label,
      statement: statement === undefined ? undefined : linkTo(knowledge, statement),
    })),
    topics: linksTo(knowledge, point.topics),
    commitments: linksTo(knowledge, point.commitments),
    ...claimView(knowledge, point),
  }
}

export type PointView = ReturnType<typeof pointView>

/** Everything the page of a meeting prints, body apart. */
export function summitView(knowledge: Knowledge, entry: Entry<'summits'>) {
  const { data, id } = entry
  const points = data.points.map((point) => pointView(knowledge, point, data.host))
  const bornHere = knowledge.from('commitments', 'summit', id)
  const byPoints = data.points.flatMap((point) => point.commitments.flatMap((commitment) => knowledge.get('commitments', commitment) ?? []))
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
    follows: linksTo(knowledge, data.follows),
    topics: linksTo(knowledge, data.topics),
    agenda: data.agenda.map(({ title, topic }) => ({ title, topic: topic === undefined ? undefined : linkTo(knowledge, topic) })),
    participants: data.participants.map((participant) => ({
      org: participant.org === undefined ? undefined : linkTo(knowledge, participant.org),
      described: participant.described,
      count: participant.count,
      people: participant.people.map(({ name, role }) => [name, role].filter(Boolean).join(', ')),
      capacity: CAPACITY[participant.capacity].label,
      attendance: ATTENDANCE[participant.attendance].label,
      basis: BASIS[participant.basis].label,
      evidence: evidence(knowledge, participant.sources),
    })),
    points,
    /** Points by kind, in the order of the vocabulary. */
    groups: Object.entries(POINT_KIND).flatMap(([kind, { label, means }]) => {
      const own = points.filter((point) => point.kind === kind)
      return own.length === 0 ? [] : [{ kind, label, means, points: own }]
    }),
    /** Where those who took part stand on the topics of the meeting. */
    matrix: matrixView(knowledge, data.topics.flatMap((topic) => knowledge.get('topics', topic) ?? []), [...new Set(data.participants.flatMap(({ org }) => org ?? []))]),
    hostReported: points.filter((point) => point.force === 'hostReported').length,
    statements: statementLines(knowledge, knowledge.from('statements', 'about.summits', id)),
    commitments: commitmentLines(knowledge, [...new Set([...bornHere, ...byPoints])]),
    inquiries: linksTo(knowledge, knowledge.from('inquiries', 'about.summit', id).map((inquiry) => inquiry.id)),
  }
}

export type SummitView = ReturnType<typeof summitView>
