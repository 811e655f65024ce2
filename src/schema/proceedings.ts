import { line, list, ownPart, ref, sources, text, time } from './fields.ts'
import { actors, owner } from './parties.ts'
import { claim, heading, item, record } from './shape.ts'
import { oneOf, type Vocabulary } from './vocabularies.ts'

export const PROCEEDING_KIND = {
  lawsuit: { label: 'Lawsuit', means: 'One party sues another.', also: ['civil', 'suit', 'civil suit'] },
  classAction: { label: 'Class action', means: 'Some sue on behalf of many.', also: ['class-action'] },
  enforcement: {
    label: 'Enforcement action',
    means: 'An authority acts against an organization.',
    also: ['regulatory', 'penalty', 'consent order'],
  },
  criminal: { label: 'Criminal case', means: 'A prosecutor charges somebody.', also: ['indictment', 'prosecution'] },
} as const satisfies Vocabulary

export const PARTY_ROLE = {
  plaintiff: { label: 'Plaintiff', means: 'It sues.', also: ['claimant', 'complainant', 'petitioner'] },
  authority: {
    label: 'Authority',
    means: 'It brings the proceeding by its office.',
    also: ['prosecutor', 'regulator', 'government'],
  },
  defendant: {
    label: 'Defendant',
    means: 'It is sued, charged or proceeded against.',
    also: ['respondent', 'accused'],
  },
  other: { label: 'Other party', means: 'It takes part without being any of these.', also: ['intervener', 'amicus'] },
} as const satisfies Vocabulary

export const STEP_KIND = {
  filing: {
    label: 'Filing',
    means: 'It was brought: complaint, charge, notice.',
    also: ['complaint', 'filed', 'indictment', 'charge'],
  },
  motion: { label: 'Motion', means: 'A party asked the forum for something.', also: ['application', 'petition'] },
  hearing: { label: 'Hearing', means: 'The forum heard the parties.', also: ['trial'] },
  ruling: {
    label: 'Ruling',
    means: 'The forum decided something, or the whole.',
    also: ['decision', 'judgment', 'verdict', 'order'],
  },
  appeal: { label: 'Appeal', means: 'A ruling was brought before a higher forum.' },
  settlement: { label: 'Settlement', means: 'The parties agreed.', also: ['consent', 'agreement', 'undertaking'] },
  withdrawal: { label: 'Withdrawal', means: 'Whoever brought it took it back.', also: ['dropped'] },
  followUp: { label: 'Follow-up', means: 'What came of it afterwards: payment, compliance.', also: ['payment'] },
} as const satisfies Vocabulary

export const CLAIM_FATE = {
  pending: { label: 'Pending', means: 'Not decided by the last step on record.', also: ['open', 'undecided'] },
  goesOn: { label: 'Goes on', means: 'It was contested, and the forum let it go on.', also: ['survived', 'proceeds'] },
  narrowed: { label: 'Goes on in part', means: 'The forum let part of it go on.', also: ['partly dismissed'] },
  dismissed: { label: 'Dismissed', means: 'The forum threw it out without deciding who is right.' },
  upheld: { label: 'Upheld', means: 'The forum found for whoever claims it.', also: ['granted', 'convicted'] },
  rejected: { label: 'Rejected', means: 'The forum found against whoever claims it.', also: ['denied', 'acquitted'] },
  settled: { label: 'Settled', means: 'The parties agreed on it.' },
  withdrawn: { label: 'Withdrawn', means: 'Whoever claims it took it back.', also: ['dropped'] },
  unknown: { label: 'Not known', means: 'The sources read do not say.' },
} as const satisfies Vocabulary

export const PROCEEDING_STATE = {
  pending: { label: 'Pending', means: 'Not over by the last step on record.', also: ['open', 'ongoing'] },
  decided: { label: 'Decided', means: 'The forum decided it.', also: ['judgment', 'closed'] },
  dismissed: { label: 'Dismissed', means: 'The forum threw it out; its last steps say whether it may come again.' },
  settled: { label: 'Settled', means: 'The parties agreed.' },
  withdrawn: { label: 'Withdrawn', means: 'Whoever brought it took it back.', also: ['dropped'] },
  unknown: { label: 'Not known', means: 'The sources read do not say.' },
} as const satisfies Vocabulary

const party = item({
  who: owner('Who: an organization, or somebody by name.'),
  role: oneOf(PARTY_ROLE, 'In what role.'),
})

const claimed = claim('c', {
  text: text(2000, 'What is claimed or charged, in our own words.'),
  fate: oneOf(CLAIM_FATE, 'What became of it.').default('pending'),
  decided: ownPart('The step by which it came to that.').optional(),
}).refine(({ fate, decided }) => fate === 'pending' || fate === 'unknown' || decided !== undefined, {
  error: 'a claim that has come to a fate names in decided the step by which it did',
  path: ['decided'],
})

const step = claim('s', {
  at: time('When.'),
  kind: oneOf(STEP_KIND, 'What sort of step.'),
  by: actors('Who took it: an organization, others by name, or a list.').optional(),
  text: text(5000, 'What happened, in our own words.'),
  statement: ref('statements', 'A statement that was made in it.').optional(),
})

/**
 * A case before a court or an authority: who brought it against whom, what is claimed, and what became of it step by
 * step.
 */
export const proceedings = record('proceedings', {
  ...heading,
  kind: oneOf(PROCEEDING_KIND, 'What sort of proceeding.'),
  state: oneOf(PROCEEDING_STATE, 'Where it stands after the last step on record.'),
  parties: list(party, 'Who brought it, and against whom.'),
  forum: ref('organizations', 'The court or authority before which it is.').optional(),
  docket: line(120, 'Its number there.').optional(),
  incidents: list(ref('incidents', 'An incident.'), 'Incidents that it concerns.'),
  claims: list(claimed, 'What is claimed or charged, and what became of each.'),
  steps: list(step, 'What happened in it, in order.'),
  related: list(ref('proceedings', 'A proceeding.'), 'Proceedings between the same parties or on the same facts.'),
  sources: sources.describe('Sources of the parties, the forum and the docket.'),
})
