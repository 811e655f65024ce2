import type { Knowledge } from '#knowledge/knowledge.ts'
import { inOrderOfStatement, saidAt } from '#knowledge/statement-order.ts'
import type { Entry } from '#schema/entry.ts'
import { ANSWERS, CHANNEL, OFFICIALNESS, POSITION_BASIS, POSITION_CHANGE } from '#schema/statements.ts'
import { routes } from '#urls.ts'
import { moment } from '#time/moment.ts'
import { type Link, linksTo, linkTo } from './label.ts'
import { statementsOn } from './matrix.ts'
import { recordView } from './record.ts'
import { stanceWords } from './stance-words.ts'
import { speakerName, statementLine } from './statement-line.ts'
import { threadView, warningsOf } from './thread.ts'

const NEAR = 2
const OTHERS = 5

/**
 * What the same organization said before and after on the same topics or incidents, and what others said on the topics,
 * nearest in time first.
 */
function around(knowledge: Knowledge, entry: Entry<'statements'>) {
  const { data, id } = entry
  const topics = [...new Set(data.positions.map(({ topic }) => topic))]
  const onTopics = topics.flatMap((topic) => knowledge.from('statements', 'positions.topic', topic))
  const alike = [
    ...onTopics,
    ...data.about.incidents.flatMap((one) => knowledge.from('statements', 'about.incidents', one)),
  ]
  const at = (statement: Entry<'statements'>) =>
    moment(saidAt(statement)).earliest ?? moment(saidAt(statement)).latest ?? 0
  const own = inOrderOfStatement(
    [...new Set([...alike, entry])].filter(
      (one) => one === entry || (one.data.org !== undefined && one.data.org === data.org),
    ),
  )
  const place = own.findIndex((one) => one.id === id)
  const others = [...new Set(onTopics)]
    .filter((one) => one.id !== id && (one.data.org === undefined || one.data.org !== data.org))
    .toSorted((a, b) => Math.abs(at(a) - at(entry)) - Math.abs(at(b) - at(entry)))
    .slice(0, OTHERS)
  const lines = (entries: readonly Entry<'statements'>[]) => entries.map((one) => statementLine(knowledge, one))
  return {
    before: lines(own.slice(Math.max(0, place - NEAR), place)),
    after: lines(own.slice(place + 1, place + 1 + NEAR)),
    others: lines(inOrderOfStatement(others)),
    everything: topics.map((topic) => ({
      text: linkTo(knowledge, topic)?.text ?? topic,
      route: routes.statements({ topic }),
    })),
  }
}

/** Everything the page of a statement prints, body apart. */
export function statementView(knowledge: Knowledge, entry: Entry<'statements'>) {
  const { data, id } = entry
  return {
    ...recordView(knowledge, entry),
    org: data.org === undefined ? undefined : linkTo(knowledge, data.org),
    speaker: speakerName(entry),
    said: data.said,
    published: data.published,
    venue: data.venue,
    channel: CHANNEL[data.channel].label,
    officialness: OFFICIALNESS[data.officialness].label,
    relayedBy: data.relayedBy === undefined ? undefined : linkTo(knowledge, data.relayedBy),
    about: [...linksTo(knowledge, data.about.incidents), ...linksTo(knowledge, data.about.summits)],
    quotes: data.quotes.map(({ id: part, text, lang }) => ({ id: part, text, lang })),
    positions: data.positions.map((position) => ({
      topic: linkTo(knowledge, position.topic),
      /** Where this position is set beside the organization’s others on the topic. */
      history:
        data.org !== undefined && statementsOn(knowledge, data.org, position.topic).length > 1
          ? routes.positionHistory(position.topic, data.org)
          : undefined,
      stance: position.stance,
      label: stanceWords(knowledge, position.topic, position.stance),
      conditions: position.conditions,
      basis: POSITION_BASIS[position.basis].label,
      quote: position.quote,
      change: position.change && {
        how: POSITION_CHANGE[position.change.how].label,
        note: position.change.note,
        from: linkTo(knowledge, position.change.from),
      },
    })),
    answers: data.answers.map((answer) => ANSWERS[answer].label),
    ...around(knowledge, entry),
    warnings: warningsOf(knowledge, entry),
    thread: threadView(knowledge, entry),
    /** Cases in a step of which it was said. */
    proceedings: linksTo(
      knowledge,
      knowledge.from('proceedings', 'steps.statement', id).map((proceeding) => proceeding.id),
    ),
    commitments: knowledge
      .from('commitments', 'statement', id)
      .map(({ id: commitment }) => linkTo(knowledge, commitment))
      .filter((link): link is Link => link !== undefined),
  }
}

export type StatementView = ReturnType<typeof statementView>
