import { newestFirst, occurred } from '#knowledge/dates.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { CLAIM_FATE, PARTY_ROLE, PROCEEDING_KIND, PROCEEDING_STATE, STEP_KIND } from '#schema/proceedings.ts'
import { routes } from '#urls.ts'
import { evidence } from './evidence.ts'
import { type Link, linksTo, linkTo, whoLinks } from './label.ts'
import { mentionsOf } from './mentions.ts'
import { claimView, recordView } from './record.ts'

type Proceeding = Entry<'proceedings'>
type Role = keyof typeof PARTY_ROLE

const inRole = (knowledge: Knowledge, { data }: Proceeding, roles: readonly Role[]) =>
  whoLinks(
    knowledge,
    data.parties.filter(({ role }) => roles.includes(role)).map(({ who }) => who),
  )

/**
 * A proceeding as a line of a list: who against whom, before whom, where it stands, and by which step that is known.
 */
export function proceedingLine(knowledge: Knowledge, entry: Proceeding) {
  const { data, id } = entry
  return {
    id,
    route: routes.record('proceedings', id),
    title: data.title,
    kindLabel: PROCEEDING_KIND[data.kind].label,
    broughtBy: inRole(knowledge, entry, ['plaintiff', 'authority']),
    against: inRole(knowledge, entry, ['defendant']),
    forum: whoLinks(knowledge, data.forum === undefined ? [] : [data.forum]),
    filed: occurred(entry),
    state: data.state,
    stateLabel: PROCEEDING_STATE[data.state].label,
    stateMeans: PROCEEDING_STATE[data.state].means,
    /** The last step on record: what the state is as of. */
    lastStep: data.steps.at(-1)?.at,
    evidence: evidence(knowledge, data.sources),
  }
}

export type ProceedingLine = ReturnType<typeof proceedingLine>

/** Proceedings as lines, newest first, each once. */
export const proceedingLines = (knowledge: Knowledge, entries: readonly Proceeding[]): ProceedingLine[] =>
  newestFirst([...new Set(entries)]).map((entry) => proceedingLine(knowledge, entry))

/** Proceedings that an organization is a party to, or decides. */
export const proceedingsOf = (knowledge: Knowledge, org: string): readonly Proceeding[] => [
  ...knowledge.from('proceedings', 'parties.who', org),
  ...knowledge.from('proceedings', 'forum', org),
]

function claimLine(knowledge: Knowledge, { data }: Proceeding, claim: Proceeding['data']['claims'][number]) {
  const step = data.steps.find(({ id }) => id === claim.decided)
  return {
    id: claim.id,
    text: claim.text,
    fate: claim.fate,
    fateLabel: CLAIM_FATE[claim.fate].label,
    fateMeans: CLAIM_FATE[claim.fate].means,
    decided: step && { id: step.id, at: step.at, label: STEP_KIND[step.kind].label },
    ...claimView(knowledge, claim),
  }
}

function stepLine(knowledge: Knowledge, { data }: Proceeding, step: Proceeding['data']['steps'][number]) {
  return {
    id: step.id,
    at: step.at,
    kindLabel: STEP_KIND[step.kind].label,
    by: whoLinks(knowledge, step.by),
    text: step.text,
    statement: step.statement === undefined ? undefined : linkTo(knowledge, step.statement),
    /** Claims that came to their fate by it. */
    decides: data.claims
      .filter(({ decided }) => decided === step.id)
      .map(({ id, text, fate }) => ({ id, text, fate, fateLabel: CLAIM_FATE[fate].label })),
    ...claimView(knowledge, step),
  }
}

/** Proceedings that either of two names as related to the other. */
function relatedTo(knowledge: Knowledge, { id, data }: Proceeding): Link[] {
  const others = [...data.related, ...knowledge.from('proceedings', 'related', id).map((other) => other.id)]
  return linksTo(knowledge, [...new Set(others)])
}

/** Everything the page of a proceeding prints. */
export function proceedingView(knowledge: Knowledge, entry: Proceeding) {
  const { data } = entry
  const related = relatedTo(knowledge, entry)
  const shown = new Set(related.map(({ route }) => route))
  return {
    ...recordView(knowledge, entry),
    ...proceedingLine(knowledge, entry),
    others: inRole(knowledge, entry, ['other']),
    docket: data.docket,
    incidents: linksTo(knowledge, data.incidents),
    related,
    claims: data.claims.map((claim) => claimLine(knowledge, entry, claim)),
    steps: data.steps.map((step) => stepLine(knowledge, entry, step)),
    mentions: mentionsOf(knowledge, entry).filter(({ route }) => !shown.has(route)),
  }
}

export type ProceedingView = ReturnType<typeof proceedingView>
