import { CLAIMED, COMMITMENT_FORCE, EVIDENCE } from '../schema/coordination.ts'
import { type CommitmentState, HEADLINE, SCHEDULE } from '../graph/commitment-state.ts'
import { stateAt } from '../graph/follow-through.ts'
import type { Knowledge } from '../graph/knowledge.ts'
import { newestFirst } from '../graph/when.ts'
import { routes } from '../routes.ts'
import type { Entry } from '../schema/entry.ts'
import { type Link, linksTo, linkTo, orgName, whoLinks } from './label.ts'
import { claimView, recordView } from './record.ts'
import { evidence } from './evidence.ts'

/** The three axes and the headline in words. */
export const stateView = (state: CommitmentState) => ({
  headline: state.headline,
  headlineLabel: HEADLINE[state.headline].label,
  headlineMeans: HEADLINE[state.headline].means,
  claimed: state.claimed === undefined ? 'Nothing recorded' : CLAIMED[state.claimed].label,
  evidence: state.evidence === undefined ? 'Nothing recorded' : EVIDENCE[state.evidence].label,
  schedule: SCHEDULE[state.schedule].label,
  due: state.due,
})

/** A commitment as a line of a list. */
export function commitmentLine(knowledge: Knowledge, entry: Entry<'commitments'>) {
  const { data, id } = entry
  return {
    id,
    route: routes.record('commitments', id),
    text: data.text,
    org: { text: orgName(knowledge, data.org), route: routes.record('organizations', data.org) },
    made: data.made,
    dueText: data.dueText,
    ...stateView(stateAt(knowledge, entry)),
  }
}

export type CommitmentLine = ReturnType<typeof commitmentLine>

/** Commitments as lines, newest first. */
export const commitmentLines = (knowledge: Knowledge, entries: readonly Entry<'commitments'>[]): CommitmentLine[] =>
  newestFirst(entries).map((entry) => commitmentLine(knowledge, entry))

const optionalLink = (knowledge: Knowledge, id: string | undefined): Link | undefined => (id === undefined ? undefined : linkTo(knowledge, id))

/** Everything the page of a commitment prints. */
export function commitmentView(knowledge: Knowledge, entry: Entry<'commitments'>) {
  const { data } = entry
  // The sources of the statement in which it was promised serve where the promise has none of its own.
  const own = evidence(knowledge, data.sources.length > 0 ? data.sources : (knowledge.get('statements', data.statement ?? '')?.data.sources ?? []))
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
    statement: optionalLink(knowledge, data.statement),
    summit: optionalLink(knowledge, data.summit),
    incident: optionalLink(knowledge, data.incident),
    supersedes: optionalLink(knowledge, data.supersedes),
    supersededByCommitments: linksTo(knowledge, knowledge.from('commitments', 'supersedes', entry.id).map(({ id }) => id)),
    topics: linksTo(knowledge, data.topics),
    controls: linksTo(knowledge, data.controls),
    evidence: own,
    state: stateView(stateAt(knowledge, entry)),
    log: data.log.map((item) => ({
      id: item.id,
      at: item.at,
      note: item.note,
      due: item.due,
      claimed: item.claimed && CLAIMED[item.claimed].label,
      found: item.evidence && EVIDENCE[item.evidence].label,
      assertedBy: whoLinks(knowledge, item.assertedBy),
      ...claimView(knowledge, item),
    })),
  }
}

export type CommitmentView = ReturnType<typeof commitmentView>
