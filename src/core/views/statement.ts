import type { Knowledge } from '../graph/knowledge.ts'
import { newestFirst } from '../graph/when.ts'
import { routes } from '../routes.ts'
import type { Entry } from '../schema/entry.ts'
import { ANSWERS, CHANNEL, OFFICIALNESS, POSITION_BASIS, POSITION_CHANGE, RESPONSE } from '../schema/statements.ts'
import { STANCE, type Stance } from '../schema/vocabularies.ts'
import { type Link, linksTo, linkTo, orgName } from './label.ts'
import { recordView } from './record.ts'

/** One line about a statement, for lists. */
export interface StatementLine {
  readonly id: string
  readonly route: string
  readonly title: string
  readonly summary: string
  readonly org?: Link
  readonly speaker?: string
  readonly said: string
  readonly venue: string
  readonly stances: readonly { readonly topic: string; readonly stance: Stance; readonly label: string }[]
}

export const speakerName = ({ data }: Entry<'statements'>): string | undefined => data.speaker && [data.speaker.name, data.speaker.role].filter(Boolean).join(', ')

const topicLabel = (knowledge: Knowledge, id: string) => linkTo(knowledge, id)?.text ?? id

/** A statement as a line of a list. */
export function statementLine(knowledge: Knowledge, entry: Entry<'statements'>): StatementLine {
  const { data, id } = entry
  const speaker = speakerName(entry)
  return {
    id,
    route: routes.record('statements', id),
    title: data.title,
    summary: data.summary,
    ...(data.org === undefined ? {} : { org: { text: orgName(knowledge, data.org), route: routes.record('organizations', data.org) } }),
    ...(speaker === undefined ? {} : { speaker }),
    said: data.said,
    venue: data.venue,
    stances: data.positions.map(({ topic, stance }) => ({ topic: topicLabel(knowledge, topic), stance, label: STANCE[stance].label })),
  }
}

/** Statements as lines, newest first. */
export const statementLines = (knowledge: Knowledge, entries: readonly Entry<'statements'>[]): StatementLine[] =>
  newestFirst(entries).map((entry) => statementLine(knowledge, entry))

/** Everything the page of a statement prints, body apart. */
export function statementView(knowledge: Knowledge, entry: Entry<'statements'>) {
  const { data, id } = entry
  const response = (other: Entry<'statements'>, how: keyof typeof RESPONSE) => ({ how: RESPONSE[how].label, statement: statementLine(knowledge, other) })
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
    respondsTo: data.respondsTo.flatMap(({ statement, how }) => {
      const other = knowledge.get('statements', statement)
      return other ? [response(other, how)] : []
    }),
    responses: newestFirst(knowledge.from('statements', 'respondsTo.statement', id)).flatMap((other) =>
      other.data.respondsTo.filter(({ statement }) => statement === id).map(({ how }) => response(other, how)),
    ),
    commitments: knowledge.from('commitments', 'statement', id).map(({ id: commitment }) => linkTo(knowledge, commitment)).filter((link): link is Link => link !== undefined),
  }
}

export type StatementView = ReturnType<typeof statementView>
