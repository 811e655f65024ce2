import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import type { Stance } from '#schema/vocabularies.ts'
import { type Evidence, evidence } from './evidence.ts'
import { type Link, linkTo, orgName } from './label.ts'
import { stanceWords } from './stance-words.ts'

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
  /** Its first verbatim words, where any are quoted. */
  readonly quote?: { readonly text: string; readonly lang?: string }
  /** Set where a later statement took it back. */
  readonly takenBack?: true
  readonly evidence: readonly Evidence[]
  /** In the words of each topic. */
  readonly stances: readonly {
    readonly topicId: string
    readonly topic: string
    readonly stance: Stance
    readonly label: string
  }[]
}

export const speakerName = ({ data }: Entry<'statements'>): string | undefined =>
  data.speaker && [data.speaker.name, data.speaker.role].filter(Boolean).join(', ')

const topicLabel = (knowledge: Knowledge, id: string) => linkTo(knowledge, id)?.text ?? id

const quoteOf = ({
  data: {
    quotes: [first],
  },
}: Entry<'statements'>): Pick<StatementLine, 'quote'> =>
  first === undefined ? {} : { quote: { text: first.text, ...(first.lang === undefined ? {} : { lang: first.lang }) } }

/** A statement as a line of a list. */
export function statementLine(knowledge: Knowledge, entry: Entry<'statements'>): StatementLine {
  const { data, id } = entry
  const speaker = speakerName(entry)
  const takenBack = knowledge
    .from('statements', 'respondsTo.statement', id)
    .some((other) => other.data.respondsTo.some(({ statement, how }) => statement === id && how === 'retracts'))
  return {
    id,
    route: routes.record('statements', id),
    title: data.title,
    summary: data.summary,
    ...(data.org === undefined
      ? {}
      : { org: { text: orgName(knowledge, data.org), route: routes.record('organizations', data.org) } }),
    ...(speaker === undefined ? {} : { speaker }),
    said: data.said,
    venue: data.venue,
    ...quoteOf(entry),
    ...(takenBack ? { takenBack } : {}),
    evidence: evidence(knowledge, data.sources),
    stances: data.positions.map(({ topic, stance }) => ({
      topicId: topic,
      topic: topicLabel(knowledge, topic),
      stance,
      label: stanceWords(knowledge, topic, stance),
    })),
  }
}

/** Statements as lines, newest first. */
export const statementLines = (knowledge: Knowledge, entries: readonly Entry<'statements'>[]): StatementLine[] =>
  newestFirst(entries).map((entry) => statementLine(knowledge, entry))
