import { heldKinds } from '#knowledge/kinds-held.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { added, newestFirst } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { STATE } from '#schema/incident-words.ts'
import { CLAIMING_KINDS } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { count } from '#text/words.ts'
import { compareTexts } from '#time/moment.ts'
import { shortDay } from '#time/clock.ts'
import { commitmentLines } from './commitment.ts'
import { corrections } from './corrections.ts'
import { keyMoments } from './incident.ts'
import { labelOf, type Link, linkTo, orgName, shortTitle } from './label.ts'
import { isOpen, openState } from './open-state.ts'
import { statementLines } from './statement-line.ts'
import { silentTopic } from './statement-search.ts'
import { stripChart } from './strip-chart.ts'
import { summitLines } from './summit.ts'

const LATEST = 6
// So many of one kind, so that a batch of one kind is not all that is seen.
const LATEST_OF_KIND = 2
const CORRECTED = 3
const DAY = 86_400_000

/** The words of a tally, largest first: `9 too early to say`. */
const tally = (labels: readonly string[]) =>
  [...Map.groupBy(labels, (label) => label)]
    .map(([label, own]) => ({ label, count: own.length }))
    .toSorted((a, b) => b.count - a.count)

/** One station of an arc: when, what, and a few words more. `mark` is the mark of the log that stands for it. */
export interface Station extends Link {
  readonly day: string
  readonly mark: 'onset' | 'communication' | 'contact' | 'followUp'
  readonly note: string
}

/** An incident and what followed it, as far as the records tell: what was said, where they met, what was promised. */
function arc(
  knowledge: Knowledge,
  incident: Entry<'incidents'>,
): { readonly title: string; readonly stations: readonly Station[] } {
  const route = routes.record('incidents', incident.id)
  const statements = statementLines(knowledge, knowledge.from('statements', 'about.incidents', incident.id))
  const commitments = commitmentLines(knowledge, knowledge.from('commitments', 'incident', incident.id))
  const organizations = new Set(statements.flatMap(({ org }) => org?.route ?? [])).size
  const moments = keyMoments(incident)
  const over = moments.find(({ name }) => name === 'recovered')?.after
  const confirmed = commitments.filter(({ headline }) => headline === 'kept').length
  return {
    title: shortTitle(incident),
    stations: [
      {
        day: shortDay(moments[0]?.at) ?? '',
        mark: 'onset',
        text: shortTitle(incident),
        route,
        note: over === undefined ? count(incident.data.timeline.length, 'event') : `Over after ${over}`,
      },
      ...(statements.length === 0
        ? []
        : [
            {
              day: `from ${shortDay(statements.at(-1)?.said) ?? ''}`,
              mark: 'communication' as const,
              text: count(statements.length, 'statement'),
              route: `${route}#statements`,
              note: `by ${count(organizations, 'organization')}`,
            },
          ]),
      ...summitLines(knowledge, knowledge.from('summits', 'follows', incident.id))
        .toReversed()
        .map(({ title, route: own, date, host }) => ({
          day: shortDay(date) ?? '',
          mark: 'contact' as const,
          text: title,
          route: own,
          note: host === undefined ? '' : `Host: ${host.text}`,
        })),
      ...(commitments.length === 0
        ? []
        : [
            {
              day: 'today',
              mark: 'followUp' as const,
              text: count(commitments.length, 'promise'),
              route: `${route}#commitments`,
              note: `${confirmed} of ${commitments.length} independently confirmed`,
            },
          ]),
    ],
  }
}

const line = (knowledge: Knowledge, entry: AnyEntry) => ({
  kind: kinds[entry.kind].singular,
  text: labelOf(knowledge, entry),
  route: routes.record(entry.kind, entry.id),
  added: added(entry),
})

/** The incident the owner put first, else the one with the most events. */
function flagship(knowledge: Knowledge): Entry<'incidents'> | undefined {
  const chosen = knowledge.site.flagship === undefined ? undefined : knowledge.get('incidents', knowledge.site.flagship)
  return chosen ?? [...knowledge.all('incidents')].sort((a, b) => b.data.timeline.length - a.data.timeline.length)[0]
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * Three questions that the statements on record answer: on the topic most spoken of, by who spoke most of it, and who
 * gave no answer.
 */
function questions(knowledge: Knowledge): Link[] {
  const topics = tally(knowledge.all('statements').flatMap(({ data }) => data.positions.map(({ topic }) => topic)))
  const topic = knowledge.get('topics', topics[0]?.label ?? '')
  if (!topic) return []
  const words = (id: string) => lower(linkTo(knowledge, id)?.text ?? id)
  const [first] = tally(knowledge.from('statements', 'positions.topic', topic.id).flatMap(({ data }) => data.org ?? []))
  const unanswered = new Set(knowledge.all('inquiries').map(silentTopic))
  const silent = topics.find(({ label }) => unanswered.has(label))?.label
  return [
    { text: topic.data.question, route: routes.statements({ topic: topic.id }) },
    ...(first === undefined
      ? []
      : [
          {
            text: `What has ${orgName(knowledge, first.label)} said on ${words(topic.id)}?`,
            route: routes.statements({ org: first.label, topic: topic.id }),
          },
        ]),
    ...(silent === undefined
      ? []
      : [
          {
            text: `Who gave no answer on ${words(silent)}?`,
            route: routes.statements({ topic: silent, stance: 'silence' }),
          },
        ]),
  ]
}

/** An incident that is not over, with where it stands and as of when. */
const openLine = (knowledge: Knowledge, incident: Entry<'incidents'>) => ({
  text: shortTitle(incident),
  route: routes.record('incidents', incident.id),
  state: STATE[incident.data.state].label,
  at: openState(incident, knowledge.now + DAY)?.asOf,
})

const byAdded = (a: AnyEntry, b: AnyEntry) => compareTexts(added(b), added(a))

/**
 * What was added last, of several kinds where there are: by the day it was added; of one day by when it happened (the
 * sort is stable).
 */
function latest(entries: readonly AnyEntry[]): AnyEntry[] {
  const all = newestFirst(entries).toSorted(byAdded)
  const mixed = [...Map.groupBy(all, ({ kind }) => kind).values()].flatMap((own) => own.slice(0, LATEST_OF_KIND))
  return (mixed.length < LATEST ? all : mixed.toSorted(byAdded)).slice(0, LATEST)
}

/** Everything the front page prints. */
export function homeView(knowledge: Knowledge) {
  const first = flagship(knowledge)
  // Reference records come with every other one; news is what happened, was said or was promised.
  const news = CLAIMING_KINDS.flatMap((kind): readonly AnyEntry[] => knowledge.all(kind) as readonly AnyEntry[])
  return {
    chart: stripChart(knowledge),
    /** Kinds that there are, for what can be done with them. */
    held: heldKinds(knowledge),
    questions: questions(knowledge),
    statements: count(knowledge.all('statements').length, 'statement'),
    arc: first && arc(knowledge, first),
    open: newestFirst(knowledge.all('incidents'))
      .filter(isOpen)
      .map((incident) => openLine(knowledge, incident)),
    planned: knowledge
      .all('incidents')
      .filter(({ data }) => data.state === 'scheduled')
      .map((incident) => openLine(knowledge, incident)),
    latest: latest(news).map((entry) => line(knowledge, entry)),
    corrections: corrections(knowledge).slice(0, CORRECTED),
  }
}

export type HomeView = ReturnType<typeof homeView>
