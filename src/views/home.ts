import type { Knowledge } from '#knowledge/knowledge.ts'
import { HEADLINE } from '#knowledge/commitment-state.ts'
import { added, newestFirst } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { count } from '#text/words.ts'
import { compareTexts } from '#time/moment.ts'
import { commitmentLines } from './commitment.ts'
import { incidentView } from './incident.ts'
import { labelOf, type Link } from './label.ts'
import { phases } from './phases.ts'
import { shortDay } from '#time/clock.ts'
import { statementLines } from './statement-line.ts'
import { summitLines } from './summit.ts'

const LATEST = 8
// Reference records come with every other one; news is what happened, was said or was promised.
const NEWS: readonly Kind[] = ['incidents', 'summits', 'statements', 'commitments', 'inquiries']

/** The words of a tally, largest first: `9 Too early to say`. */
const tally = (labels: readonly string[]) =>
  [...Map.groupBy(labels, (label) => label)]
    .map(([label, own]) => ({ label, count: own.length }))
    .toSorted((a, b) => b.count - a.count)

/** An incident and what followed it, as far as the records tell. */
function arc(knowledge: Knowledge, incident: Entry<'incidents'>) {
  const { title, summary, route, moments, phases, timeline, sources } = incidentView(knowledge, incident)
  const statements = statementLines(knowledge, knowledge.from('statements', 'about.incidents', incident.id))
  const commitments = commitmentLines(knowledge, knowledge.from('commitments', 'incident', incident.id))
  const organizations = new Set(statements.flatMap(({ org }) => org?.route ?? [])).size
  return {
    incident: {
      day: shortDay(moments[0]?.at),
      title,
      summary,
      route,
      moments,
      phases,
      words: `${count(timeline.count, 'event')}, ${count(sources.length, 'source')}`,
    },
    statements: {
      title: `${count(statements.length, 'statement')} by ${count(organizations, 'organization')}`,
      total: statements.length,
      first: shortDay(statements.at(-1)?.said),
      route: `${route}#statements`,
      topics: tally(statements.flatMap(({ stances }) => stances.map(({ topic }) => topic))).slice(0, 5),
    },
    summits: summitLines(knowledge, knowledge.from('summits', 'follows', incident.id))
      .toReversed()
      .map((line) => ({ ...line, day: shortDay(line.date) })),
    commitments: {
      title: count(commitments.length, 'promise'),
      total: commitments.length,
      route: `${route}#commitments`,
      outcomes: Object.values(HEADLINE).flatMap(({ label }) =>
        tally(commitments.map(({ headlineLabel }) => headlineLabel)).filter((found) => found.label === label),
      ),
    },
  }
}

const line = (knowledge: Knowledge, entry: AnyEntry) => ({
  kind: kinds[entry.kind].singular,
  text: labelOf(knowledge, entry),
  route: routes.record(entry.kind, entry.id),
  added: added(entry),
  phases: entry.kind === 'incidents' ? phases(entry) : undefined,
})

/** The incident the owner put first, else the one with the most events. */
function flagship(knowledge: Knowledge): Entry<'incidents'> | undefined {
  const chosen = knowledge.site.flagship === undefined ? undefined : knowledge.get('incidents', knowledge.site.flagship)
  return chosen ?? [...knowledge.all('incidents')].sort((a, b) => b.data.timeline.length - a.data.timeline.length)[0]
}

/** Everything the front page prints. */
export function homeView(knowledge: Knowledge) {
  const first = flagship(knowledge)
  const news = NEWS.flatMap((kind): readonly AnyEntry[] => knowledge.all(kind) as readonly AnyEntry[])
  const counts = KINDS.map((kind): Link & { count: number } => ({
    text: kinds[kind].label,
    route: routes.kind(kind),
    count: knowledge.all(kind).length,
  }))
  return {
    arc: first && arc(knowledge, first),
    // By the day they were added; those of one day by when they happened (the sort is stable).
    latest: newestFirst(news)
      .toSorted((a, b) => compareTexts(added(b), added(a)))
      .slice(0, LATEST)
      .map((entry) => line(knowledge, entry)),
    counts: counts.filter(({ count: total }) => total > 0),
  }
}

export type HomeView = ReturnType<typeof homeView>
