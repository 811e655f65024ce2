import type { Knowledge } from '#knowledge/knowledge.ts'
import { inOrderOfStatement, saidAt } from '#knowledge/statement-order.ts'
import { occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { OFFICIALNESS, POSITION_BASIS, POSITION_CHANGE } from '#schema/statements.ts'
import type { STANCE } from '#schema/vocabularies.ts'
import { paragraphsOf } from '#text/html-text.ts'
import { first } from '#text/strings/within.ts'
import { gapInDays } from '#time/day.ts'
import { formatText } from '#time/format.ts'
import { compareTexts, moment } from '#time/moment.ts'
import { claimView } from './record.ts'
import type { PositionPoint } from './position-line.ts'
import { sourcesOf } from './evidence.ts'
import { labelOf, type Link, linkTo, orgName } from './label.ts'
import { stanceWords } from './stance-words.ts'
import { statementLine, type StatementLine } from './statement-line.ts'
import { statementsOn } from './matrix.ts'

/** Pairs of organization and topic with several statements, each of which has a page. */
export function positionHistories(knowledge: Knowledge): { readonly org: string; readonly topic: string }[] {
  return knowledge.all('topics').flatMap(({ id: topic }) => {
    const orgs = knowledge.from('statements', 'positions.topic', topic).flatMap(({ data }) => data.org ?? [])
    return [...new Set(orgs)]
      .filter((org) => knowledge.get('organizations', org) && statementsOn(knowledge, org, topic).length > 1)
      .map((org) => ({ org, topic }))
  })
}

/**
 * What happened after one statement and before the next: incidents and meetings of this topic or with this
 * organization.
 */
function happened(
  knowledge: Knowledge,
  { org, topic }: { org: string; topic: string },
  from: string,
  to: string,
): (Link & { at: string })[] {
  const related: AnyEntry[] = [
    ...knowledge.from('incidents', 'topics', topic),
    ...knowledge.from('incidents', 'organizations.org', org),
    ...knowledge.from('summits', 'topics', topic),
    ...knowledge.from('summits', 'participants.org', org),
  ]
  const [after, before] = [moment(from).latest, moment(to).earliest]
  return [...new Set(related)]
    .flatMap((entry) => {
      const at = occurred(entry)
      const earliest = at === undefined ? null : moment(at).earliest
      const inside =
        earliest !== null &&
        after !== null &&
        before !== null &&
        earliest >= (moment(from).earliest ?? after) &&
        earliest <= before
      return at !== undefined && inside
        ? [{ at, text: labelOf(knowledge, entry), route: routes.record(entry.kind, entry.id) }]
        : []
    })
    .sort((a, b) => compareTexts(a.at, b.at))
}

/** One statement on the way, with what lay between it and the one before. */
export interface PositionStep {
  readonly line: StatementLine
  readonly stances: readonly {
    readonly stance: keyof typeof STANCE
    readonly label: string
    readonly conditions?: string
    readonly basis: string
  }[]
  readonly officialness?: string
  readonly quotes: readonly string[]
  readonly paragraphs: readonly string[]
  readonly changes: readonly { readonly how: string; readonly note: string; readonly from?: Link }[]
  readonly gap?: { readonly length: string; readonly happened: readonly (Link & { readonly at: string })[] }
  readonly evidence: ReturnType<typeof claimView>['evidence']
}

/**
 * How an organization’s words on a topic changed: its statements in the order said. Whether a position is the same,
 * narrower, broader or reversed is the author’s judgement and is never computed. `bodyOf` gives a statement’s rendered
 * body.
 */
export function positionHistoryView(knowledge: Knowledge, org: string, topic: string, bodyOf: (id: string) => string) {
  const pair = { org, topic }
  const statements = inOrderOfStatement(statementsOn(knowledge, org, topic))
  const steps = statements.map((statement, index): PositionStep => {
    const { data, id } = statement
    const positions = data.positions.filter((position) => position.topic === topic)
    const before = statements[index - 1]
    const shown = new Set(positions.flatMap(({ quote }) => quote ?? []))
    return {
      line: statementLine(knowledge, statement),
      stances: positions.map(({ stance, conditions, basis }) => ({
        stance,
        label: stanceWords(knowledge, topic, stance),
        basis: POSITION_BASIS[basis].label,
        ...(conditions === undefined ? {} : { conditions }),
      })),
      ...(data.officialness === 'official'
        ? {}
        : { officialness: `${OFFICIALNESS[data.officialness].label}: ${OFFICIALNESS[data.officialness].means}` }),
      quotes: data.quotes.filter((quote) => shown.size === 0 || shown.has(quote.id)).map(({ text }) => text),
      paragraphs: paragraphsOf(bodyOf(id)),
      changes: positions.flatMap(({ change }) => {
        if (!change) return []
        const from = linkTo(knowledge, change.from)
        return [{ how: POSITION_CHANGE[change.how].label, note: change.note, ...(from === undefined ? {} : { from }) }]
      }),
      ...(before === undefined
        ? {}
        : {
            gap: {
              length: gapInDays(saidAt(before), saidAt(statement)),
              happened: happened(knowledge, pair, saidAt(before), saidAt(statement)),
            },
          }),
      evidence: claimView(knowledge, { sources: data.sources, confidence: 'high' }).evidence,
    }
  })
  const label = linkTo(knowledge, topic)?.text ?? topic
  const names = { who: orgName(knowledge, org), topic: first(label, 'toLowerCase') }
  return {
    title: `${names.who} on ${names.topic}`,
    names,
    summary: `What ${names.who} said on this topic, in order, with what happened between.`,
    route: routes.positionHistory(topic, org),
    org: linkTo(knowledge, org),
    topic: linkTo(knowledge, topic),
    question: knowledge.get('topics', topic)?.data.question ?? '',
    steps,
    points: statements.flatMap((statement): PositionPoint[] => {
      const { earliest, latest } = moment(saidAt(statement))
      const stance = statement.data.positions.find((position) => position.topic === topic)?.stance
      const at = earliest ?? latest
      return stance === undefined || at === null
        ? []
        : [{ at, mark: stance, words: stanceWords(knowledge, topic, stance), day: formatText(statement.data.said) }]
    }),
    now: knowledge.now,
    sources: [
      ...new Map(
        statements.flatMap((statement) => sourcesOf(knowledge, statement)).map((source) => [source.id, source]),
      ).values(),
    ],
  }
}

export type PositionHistoryView = ReturnType<typeof positionHistoryView>
