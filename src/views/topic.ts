import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { SEARCH_OUTCOME } from '#schema/coordination.ts'
import { STANCE } from '#schema/vocabularies.ts'
import { commitmentLines } from './commitment.ts'
import { incidentItem } from './incident-list.ts'
import { inquiryLines } from './inquiry.ts'
import { linksTo, orgName } from './label.ts'
import { recordView } from './record.ts'
import { matrixView } from './matrix.ts'
import { metricSets } from './metric-sets.ts'
import { statementLine } from './statement-line.ts'
import { summitLines } from './summit.ts'

/** A topic as a line of a list. */
export function topicLine(knowledge: Knowledge, { data, id }: Entry<'topics'>) {
  const statements = knowledge.from('statements', 'positions.topic', id)
  return {
    id,
    route: routes.record('topics', id),
    label: data.label ?? data.question,
    question: data.question,
    statements: statements.length,
    organizations: new Set(statements.map((statement) => statement.data.org).filter(Boolean)).size,
  }
}

export type TopicLine = ReturnType<typeof topicLine>

/** Everything the page of a topic prints: who took which position when. */
export function topicView(knowledge: Knowledge, entry: Entry<'topics'>) {
  const { data, id } = entry
  return {
    ...recordView(knowledge, entry),
    question: data.question,
    description: data.description,
    related: linksTo(knowledge, [
      ...new Set([...data.related, ...knowledge.from('topics', 'related', id).map((topic) => topic.id)]),
    ]),
    matrix: matrixView(knowledge, [entry]),
    positions: newestFirst(knowledge.from('statements', 'positions.topic', id)).flatMap((statement) =>
      statement.data.positions
        .filter(({ topic }) => topic === id)
        .map(({ stance, conditions }) => ({
          org:
            statement.data.org === undefined
              ? undefined
              : {
                  text: orgName(knowledge, statement.data.org),
                  route: routes.record('organizations', statement.data.org),
                },
          stance,
          label: STANCE[stance].label,
          conditions,
          statement: statementLine(knowledge, statement),
        })),
    ),
    searches: data.searches.map(({ org, outcome, at, note }) => ({
      org: { text: orgName(knowledge, org), route: routes.record('organizations', org) },
      ...SEARCH_OUTCOME[outcome],
      at,
      note,
    })),
    inquiries: inquiryLines(knowledge, knowledge.from('inquiries', 'about.topic', id)),
    incidents: newestFirst(knowledge.from('incidents', 'topics', id)).map(incidentItem),
    lengths: metricSets(knowledge.from('incidents', 'topics', id)),
    summits: summitLines(knowledge, knowledge.from('summits', 'topics', id)),
    commitments: commitmentLines(knowledge, knowledge.from('commitments', 'topics', id)),
    controls: linksTo(
      knowledge,
      knowledge.from('controls', 'topics', id).map((control) => control.id),
    ),
  }
}

export type TopicView = ReturnType<typeof topicView>
