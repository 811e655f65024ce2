import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { ANSWERS, CHANNEL, OFFICIALNESS, POSITION_BASIS, POSITION_CHANGE } from '#schema/statements.ts'
import { STANCE } from '#schema/vocabularies.ts'
import { routes } from '#urls.ts'
import { type Link, linksTo, linkTo } from './label.ts'
import { statementsOn } from './matrix.ts'
import { recordView } from './record.ts'
import { speakerName } from './statement-line.ts'
import { threadView, warningsOf } from './thread.ts'

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
      drift:
        data.org !== undefined && statementsOn(knowledge, data.org, position.topic).length > 1
          ? routes.drift(position.topic, data.org)
          : undefined,
      stance: position.stance,
      label: STANCE[position.stance].label,
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
    warnings: warningsOf(knowledge, entry),
    thread: threadView(knowledge, entry),
    commitments: knowledge
      .from('commitments', 'statement', id)
      .map(({ id: commitment }) => linkTo(knowledge, commitment))
      .filter((link): link is Link => link !== undefined),
  }
}

export type StatementView = ReturnType<typeof statementView>
