import { CLAIMED, COMMITMENT_FORCE, EVIDENCE } from '#schema/coordination.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { compareTexts } from '#time/moment.ts'
import { type Link, linksTo, linkTo, orgName, whoLinks } from './label.ts'
import { currentState, stateHistory } from './commitment-state.ts'
import { claimView, recordView } from './record.ts'
import { evidence } from './evidence.ts'

/** What a promise rests on: its own sources, else those of the statement in which it was made. */
const promiseSources = (knowledge: Knowledge, { data }: Entry<'commitments'>): readonly string[] =>
  data.sources.length > 0 ? data.sources : (knowledge.get('statements', data.statement ?? '')?.data.sources ?? [])

/** A commitment as a line of a list. */
export function commitmentLine(knowledge: Knowledge, entry: Entry<'commitments'>) {
  const { data, id } = entry
  return {
    id,
    route: routes.record('commitments', id),
    text: data.text,
    orgId: data.org,
    org: { text: orgName(knowledge, data.org), route: routes.record('organizations', data.org) },
    made: data.made,
    askedBy: whoLinks(knowledge, data.askedBy),
    dueText: data.dueText,
    force: COMMITMENT_FORCE[data.force].label,
    topics: data.topics,
    controls: data.controls,
    ...currentState(knowledge, entry),
    history: stateHistory(knowledge, entry),
    evidenceOf: evidence(knowledge, promiseSources(knowledge, entry)),
  }
}

export type CommitmentLine = ReturnType<typeof commitmentLine>

/** Commitments as lines, newest first. */
export const commitmentLines = (knowledge: Knowledge, entries: readonly Entry<'commitments'>[]): CommitmentLine[] =>
  newestFirst(entries).map((entry) => commitmentLine(knowledge, entry))

const optionalLink = (knowledge: Knowledge, id: string | undefined): Link | undefined =>
  id === undefined ? undefined : linkTo(knowledge, id)

type LogItem = Entry<'commitments'>['data']['log'][number]

function logNote({ claimed, evidence: found }: LogItem): string {
  return [
    claimed && `Claimed: ${CLAIMED[claimed].label.toLowerCase()}.`,
    found && `Evidence: ${EVIDENCE[found].label.toLowerCase()}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What became of a promise, in order: that it was made, its log, and the first due date among them. */
function course(knowledge: Knowledge, entry: Entry<'commitments'>) {
  const { made, due, log, force } = entry.data
  const start = {
    kind: 'made',
    id: undefined,
    at: made,
    text: 'Promised',
    note: `${COMMITMENT_FORCE[force].label}: ${COMMITMENT_FORCE[force].means.toLowerCase()}`,
    due: undefined,
    org: undefined as Link | undefined,
    assertedBy: [],
    evidence: evidence(knowledge, promiseSources(knowledge, entry)),
    doubt: undefined,
  }
  const end =
    due === undefined ? [] : [{ ...start, kind: 'due', at: due, text: 'First due date', note: '', evidence: [] }]
  const items = log.map((item) => ({
    kind: 'logged',
    id: item.id,
    at: item.at,
    text: item.note,
    note: logNote(item),
    due: item.due,
    org: optionalLink(knowledge, item.org),
    assertedBy: whoLinks(knowledge, item.assertedBy),
    doubt: undefined,
    ...claimView(knowledge, item),
  }))
  return [start, ...[...items, ...end].sort((a, b) => compareTexts(a.at, b.at))]
}

/** Everything the page of a commitment prints. */
export function commitmentView(knowledge: Knowledge, entry: Entry<'commitments'>) {
  const { data } = entry
  // The sources of the statement in which it was promised serve where the promise has none of its own.
  const own = evidence(
    knowledge,
    data.sources.length > 0 ? data.sources : (knowledge.get('statements', data.statement ?? '')?.data.sources ?? []),
  )
  const base = recordView(knowledge, entry)
  return {
    ...base,
    sources: [...new Map([...own, ...base.sources].map((source) => [source.id, source])).values()],
    org: linkTo(knowledge, data.org),
    text: data.text,
    force: COMMITMENT_FORCE[data.force].label,
    forceMeans: COMMITMENT_FORCE[data.force].means,
    made: data.made,
    due: data.due,
    dueText: data.dueText,
    askedBy: whoLinks(knowledge, data.askedBy),
    inquiry: optionalLink(knowledge, data.inquiry),
    statement: optionalLink(knowledge, data.statement),
    summit: optionalLink(knowledge, data.summit),
    incident: optionalLink(knowledge, data.incident),
    supersedes: optionalLink(knowledge, data.supersedes),
    supersededByCommitments: linksTo(
      knowledge,
      knowledge.from('commitments', 'supersedes', entry.id).map(({ id }) => id),
    ),
    topics: linksTo(knowledge, data.topics),
    controls: linksTo(knowledge, data.controls),
    evidence: own,
    state: currentState(knowledge, entry),
    states: stateHistory(knowledge, entry),
    today: knowledge.today,
    course: course(knowledge, entry),
  }
}

export type CommitmentView = ReturnType<typeof commitmentView>
