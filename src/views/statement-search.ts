import type { Knowledge } from '#knowledge/knowledge.ts'
import { occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { asserterIds } from '#schema/parties.ts'
import { OUTCOME } from '#schema/coordination.ts'
import { STANCE } from '#schema/vocabularies.ts'
import { first } from '#text/strings/within.ts'
import { moment } from '#time/moment.ts'
import { formatText } from '#time/format.ts'
import { evidence } from './evidence.ts'
import { linkTo, orgName } from './label.ts'
import type { PositionMark } from './matrix.ts'
import { sortedEntries, type Sort } from './sorting.ts'
import { speakerName, statementLine } from './statement-line.ts'

/** What stands for every outcome of an inquiry that brought no words: `?stance=silence`. */
export const SILENCE = 'silence'

/** A stance, or a silence, on a topic: the words that are printed, and the pair by which results are narrowed. */
export interface Answer {
  readonly topic: string
  readonly topicLabel: string
  readonly value: string
  readonly mark: PositionMark
  readonly words: string
}

/** One result: what an organization said, or that it gave no answer. */
export interface StatementResult {
  readonly id: string
  readonly route: string
  readonly title: string
  readonly org: string
  readonly orgId: string
  readonly speaker: string | undefined
  readonly at: string
  readonly day: string
  readonly year: string
  readonly venue: string
  /** Verbatim words; none for a paraphrase and for silence. */
  readonly quotes: readonly { readonly id: string; readonly text: string; readonly lang: string | undefined }[]
  readonly answers: readonly Answer[]
  /** Grade and publisher of the first source. */
  readonly source: string
  readonly takenBack: boolean
  readonly silent: boolean
  /** What the title of a silence is put together of; undefined for a statement. */
  readonly asked: { readonly who: string; readonly topic: string; readonly means: string } | undefined
}

/** One value that results can be narrowed by, with how many results have it. */
export interface FacetOption {
  readonly value: string
  readonly label: string
  readonly n: number
}

const yearOf = (at: string): string => {
  const { earliest, latest } = moment(at)
  const instant = earliest ?? latest
  return instant === null ? '' : String(new Date(instant).getUTCFullYear())
}

const sourceWords = (knowledge: Knowledge, ids: readonly string[]): string => {
  const [first, ...rest] = evidence(knowledge, ids)
  return first ? `${first.gradeLabel}: ${first.publisher}${rest.length > 0 ? ` and ${rest.length} more` : ''}` : ''
}

function spoken(knowledge: Knowledge, entry: Entry<'statements'>): StatementResult {
  const { data, id } = entry
  const line = statementLine(knowledge, entry)
  const at = occurred(entry) ?? data.said
  return {
    id,
    route: line.route,
    title: data.title,
    org: line.org?.text ?? data.speaker?.name ?? '',
    orgId: data.org ?? '',
    // Whoever speaks for nobody else is named where the organization stands.
    speaker: line.org ? speakerName(entry) : data.speaker?.role,
    at,
    day: formatText(data.said),
    year: yearOf(at),
    venue: data.venue,
    quotes: data.quotes.map(({ id: part, text, lang }) => ({ id: part, text, lang })),
    answers: line.stances.map(({ topicId, topic, stance, label }) => ({
      topic: topicId,
      topicLabel: topic,
      value: stance,
      mark: stance,
      words: label,
    })),
    source: sourceWords(knowledge, data.sources),
    takenBack: line.takenBack === true,
    silent: false,
    asked: undefined,
  }
}

/**
 * The topic on which an inquiry got no answer that is a statement of its own; undefined where it got one, or asked
 * about something else.
 */
export const silentTopic = ({ data }: Entry<'inquiries'>): string | undefined =>
  data.statement === undefined ? data.about.topic : undefined

function silent(knowledge: Knowledge, inquiry: Entry<'inquiries'>): StatementResult[] {
  const { data, id } = inquiry
  const topic = silentTopic(inquiry)
  if (topic === undefined) return []
  const org = orgName(knowledge, data.org)
  const askers = asserterIds(data.askedBy)
    .map((asker) => (asker === 'editor' ? 'the editors' : asker === 'unknown' ? 'somebody' : orgName(knowledge, asker)))
    .join(', ')
  const topicLabel = linkTo(knowledge, topic)?.text ?? topic
  const silence = { who: org, topic: first(topicLabel, 'toLowerCase'), means: OUTCOME[data.outcome].means }
  return [
    {
      id,
      route: routes.record('inquiries', id),
      title: `${org} on ${silence.topic}: ${silence.means}`,
      org,
      orgId: data.org,
      speaker: undefined,
      at: data.asked ?? data.at,
      day: formatText(data.at),
      year: yearOf(data.asked ?? data.at),
      venue: askers === '' ? '' : `Asked by ${askers}`,
      quotes: [],
      answers: [{ topic, topicLabel, value: SILENCE, mark: data.outcome, words: OUTCOME[data.outcome].label }],
      source: sourceWords(knowledge, data.sources),
      takenBack: false,
      silent: true,
      asked: silence,
    },
  ]
}

const counted = (values: readonly (readonly [value: string, label: string])[]): FacetOption[] => {
  const labels = new Map(values)
  return [...Map.groupBy(values, ([value]) => value)]
    .map(([value, own]) => ({ value, label: labels.get(value) ?? value, n: own.length }))
    .filter(({ value }) => value !== '')
}

const byCount = (a: FacetOption, b: FacetOption) => b.n - a.n || a.label.localeCompare(b.label, 'en')

/**
 * The search of statements: every statement in the order asked for, and where the order is that of time also every
 * recorded silence; with what they can be narrowed by. A result counts once for each value that it has.
 */
export function statementSearch(knowledge: Knowledge, sort: Sort) {
  const said = sortedEntries(knowledge, 'statements', sort).map((entry) => spoken(knowledge, entry))
  const silences = knowledge.all('inquiries').flatMap((entry) => silent(knowledge, entry))
  const start = ({ at }: StatementResult) => moment(at).earliest ?? moment(at).latest ?? 0
  const results =
    sort === 'occurred' ? [...said, ...silences].toSorted((a, b) => start(b) - start(a)) : [...said, ...silences]
  const stances: readonly (readonly [string, string])[] = [
    ...Object.entries(STANCE).map(([value, { label }]) => [value, label] as const),
    [SILENCE, 'No answer'],
  ]
  const once = (pairs: (result: StatementResult) => readonly (readonly [string, string])[]) =>
    counted(results.flatMap((result) => [...new Map(pairs(result))]))
  const stanceCounts = new Map(
    once(({ answers }) => answers.map(({ value }) => [value, value] as const)).map(({ value, n }) => [value, n]),
  )
  return {
    results,
    organizations: once(({ orgId, org }) => [[orgId, org]]).toSorted(byCount),
    topics: once(({ answers }) => answers.map(({ topic, topicLabel }) => [topic, topicLabel] as const)).toSorted(
      byCount,
    ),
    stances: stances.flatMap(([value, label]) => {
      const n = stanceCounts.get(value)
      return n === undefined ? [] : [{ value, label, n }]
    }),
    years: once(({ year }) => [[year, year]]).toSorted((a, b) => b.value.localeCompare(a.value)),
  }
}

export type StatementSearch = ReturnType<typeof statementSearch>
