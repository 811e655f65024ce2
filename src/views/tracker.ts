import { HEADLINE, SCHEDULE } from '#knowledge/commitment-state.ts'
import { followThrough, type FollowThrough, stateAt } from '#knowledge/follow-through.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { count } from '#text/words.ts'
import { commitmentLine } from './commitment.ts'
import { linkTo, orgName } from './label.ts'

type Option = readonly [value: string, label: string]

/** Follow-through in words. A share is given from three outcomes on, always with its n. */
export function followThroughView(found: FollowThrough) {
  const { n, settled, counts, kept } = found
  return {
    n,
    settled,
    counts: Object.entries(HEADLINE).flatMap(([key, { label }]) => {
      const own = counts.get(key as keyof typeof HEADLINE)
      return own === undefined ? [] : [{ key, label, n: own }]
    }),
    words:
      kept === undefined
        ? `Too few outcomes to compare (${settled})`
        : `${counts.get('kept') ?? 0} of ${settled} independently confirmed`,
  }
}

/** Follow-through of some commitments as of the run’s date. */
export const followThroughOf = (knowledge: Knowledge, entries: readonly Entry<'commitments'>[]) =>
  followThroughView(followThrough(entries.map((entry) => stateAt(knowledge, entry).headline)))

function byOrganization(knowledge: Knowledge) {
  const groups = Map.groupBy(knowledge.all('commitments'), ({ data }) => data.org)
  return [...groups]
    .map(([org, entries]) => ({
      org: { text: orgName(knowledge, org), route: routes.record('organizations', org) },
      ...followThroughOf(knowledge, entries),
    }))
    .sort((a, b) => b.n - a.n || a.org.text.localeCompare(b.org.text, 'en'))
}

const GONE: ReadonlySet<string> = new Set(['superseded', 'withdrawn'])

/**
 * The commitment tracker: all lines in the order given, what is past its date and due soon, what can be chosen, and how
 * each organization followed through.
 */
export function trackerView(knowledge: Knowledge, entries: readonly Entry<'commitments'>[]) {
  const lines = entries.map((entry) => commitmentLine(knowledge, entry))
  const open = (schedule: keyof typeof SCHEDULE) =>
    lines.filter((line) => line.scheduleKey === schedule && !GONE.has(line.headline))
  const options = (ids: readonly string[], label: (id: string) => string): Option[] =>
    [...new Set(ids)].map((id): Option => [id, label(id)]).sort((a, b) => a[1].localeCompare(b[1], 'en'))
  const title = (id: string) => linkTo(knowledge, id)?.text ?? id
  return {
    lines,
    datePassed: open('datePassed'),
    overdue: open('overdue'),
    dueSoon: open('dueSoon'),
    organizations: options(
      lines.map(({ orgId }) => orgId),
      (id) => orgName(knowledge, id),
    ),
    topics: options(
      lines.flatMap(({ topics }) => topics),
      title,
    ),
    controls: options(
      lines.flatMap(({ controls }) => controls),
      title,
    ),
    states: Object.entries(HEADLINE).map(([key, { label }]): Option => [key, label]),
    schedules: Object.entries(SCHEDULE).map(([key, { label }]): Option => [key, label]),
    followThrough: byOrganization(knowledge),
    first: lines.map(({ history }) => history.born).sort()[0] ?? knowledge.today,
    today: knowledge.today,
    total: count(lines.length, 'commitment'),
  }
}

export type TrackerView = ReturnType<typeof trackerView>
