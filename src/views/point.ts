import type { Knowledge } from '#knowledge/knowledge.ts'
import { sayersOf } from '#knowledge/asserters.ts'
import { occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { HORIZON, POINT_FORCE, POINT_KIND } from '#schema/summits.ts'
import { STANCE } from '#schema/vocabularies.ts'
import { knownFrom } from '#time/day.ts'
import { moment } from '#time/moment.ts'
import { currentState } from './commitment-state.ts'
import { labelOf, type Link, linksTo, linkTo, whoLinks } from './label.ts'
import { claimView } from './record.ts'
import { type StatementLine, statementLines } from './statement-line.ts'

type Summit = Entry<'summits'>
type Point = Summit['data']['points'][number]

/** Most statements named as said later on an open question; the topic’s page has them all. */
const LATER = 3

const pointLink = ({ id, text }: Point): Link => ({ text, route: `#${id}` })

const endOf = ({ data }: Summit): number => moment(data.end ?? data.date).latest ?? Number.POSITIVE_INFINITY

/** Whether a record is of a time after the meeting. */
function isLater(entry: AnyEntry, summit: Summit): boolean {
  const at = occurred(entry)
  return at !== undefined && knownFrom(at) > endOf(summit)
}

/** Records that refer to this point and came later: where it was taken up again. */
function takenUp(knowledge: Knowledge, summit: Summit, point: Point): Link[] {
  const others = [...new Set(knowledge.backlinks(summit.id, point.id).map(({ from }) => from))].filter((entry) =>
    isLater(entry, summit),
  )
  return others.map((entry) => ({ text: labelOf(knowledge, entry), route: routes.record(entry.kind, entry.id) }))
}

/** Statements on the topics of an open question, said after the meeting: none of them is claimed to answer it. */
function saidLater(knowledge: Knowledge, summit: Summit, point: Point): StatementLine[] {
  const later = point.topics
    .flatMap((topic) => knowledge.from('statements', 'positions.topic', topic))
    .filter((statement) => isLater(statement, summit))
  return statementLines(knowledge, [...new Set(later)]).slice(0, LATER)
}

/** A point of a meeting as its page prints it, with what became of it. */
export function pointView(knowledge: Knowledge, summit: Summit, point: Point) {
  const { host, points } = summit.data
  const asked = points.find(({ id }) => id === point.answers)
  return {
    id: point.id,
    kind: point.kind,
    kindLabel: POINT_KIND[point.kind].label,
    force: point.force,
    forceLabel: POINT_FORCE[point.force].label,
    forceMeans: POINT_FORCE[point.force].means,
    horizon: point.horizon && HORIZON[point.horizon].label,
    text: point.text,
    assertedBy: whoLinks(knowledge, point.assertedBy),
    says: sayersOf(knowledge, point, host),
    /** Whether only the host says so: readers must see that at the point itself. */
    hostOnly: point.assertedBy.length === 1 && point.assertedBy[0] === host,
    onRecord: point.onRecord.map(({ org, stance, statement }) => ({
      org: linkTo(knowledge, org),
      stance,
      label: STANCE[stance].label,
      statement: statement === undefined ? undefined : linkTo(knowledge, statement),
    })),
    topics: linksTo(knowledge, point.topics),
    commitments: point.commitments.flatMap((id) => {
      const entry = knowledge.get('commitments', id)
      return entry
        ? [
            {
              text: labelOf(knowledge, entry),
              route: routes.record('commitments', id),
              outcome: currentState(knowledge, entry),
            },
          ]
        : []
    }),
    /** The point that this one answers, and those that answer it. */
    answers: asked && pointLink(asked),
    answeredBy: points.filter(({ answers }) => answers === point.id).map(pointLink),
    takenUp: takenUp(knowledge, summit, point),
    saidLater: point.kind === 'openQuestion' ? saidLater(knowledge, summit, point) : [],
    ...claimView(knowledge, point),
  }
}

export type PointView = ReturnType<typeof pointView>

/** Whether a point is contested: a disagreement, or one that somebody on the record opposes. */
export const isObjection = ({ kind, onRecord }: PointView): boolean =>
  kind === 'disagreement' || onRecord.some(({ stance }) => stance === 'opposes')
