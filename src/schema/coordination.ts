import { z } from 'zod'
import { asserters, line, list, ref, sources, text, time, topics } from './fields.ts'
import type { RuleId } from './rule-table.ts'
import { claim, record } from './shape.ts'
import { oneOf, type Vocabulary } from './vocabularies.ts'

export const COMMITMENT_FORCE = {
  intention: { label: 'Intention', means: 'Says that it means to.' },
  commitment: { label: 'Commitment', means: 'Says that it will.' },
  obligation: { label: 'Obligation', means: 'Is bound to by law, order or contract.' },
} as const satisfies Vocabulary

export const CLAIMED = {
  notStarted: { label: 'Not started', means: 'By its own account not begun.' },
  inProgress: { label: 'In progress', means: 'By its own account begun.' },
  done: { label: 'Done', means: 'By its own account done.' },
  withdrawn: { label: 'Withdrawn', means: 'Taken back by the pledger.' },
} as const satisfies Vocabulary

export const EVIDENCE = {
  noneFound: { label: 'None found', means: 'Looked for, not found.' },
  indirect: { label: 'Indirect', means: 'Signs of it, from outside.' },
  partial: { label: 'Partial', means: 'Part of it can be seen.' },
  verified: { label: 'Verified', means: 'It can be seen by others than the pledger.' },
  contradicted: { label: 'Contradicted', means: 'What can be seen speaks against it.' },
} as const satisfies Vocabulary

export const OUTCOME = {
  notAsked: { label: 'Not asked', means: 'Nobody is known to have asked.' },
  noReply: { label: 'No reply', means: 'Asked; nothing came back.' },
  declined: { label: 'Declined', means: 'Asked; would not say.' },
  repliedNoPosition: { label: 'Replied, no position', means: 'Replied without taking a position.' },
  replied: { label: 'Replied', means: 'Replied; the statement has it.' },
  notResearched: { label: 'Not researched', means: 'The editors have not looked.' },
  searchedNoneFound: { label: 'Searched, none found', means: 'The editors looked and found nothing.' },
} as const satisfies Vocabulary

const logEntry = claim('l', {
  at: time('When this was so.'),
  assertedBy: asserters,
  claimed: oneOf(CLAIMED, 'What the pledger says.').optional(),
  evidence: oneOf(EVIDENCE, 'What others can see.').optional(),
  due: time('A revised due date.').optional(),
  note: text(5000, 'What happened.'),
})

/** One public promise by one organization, with a dated log of what came of it. */
export const commitments = record('commitments', {
  org: ref('organizations', 'Who promised.'),
  made: time('When.'),
  text: text(5000, 'What was promised, in our own words.'),
  force: oneOf(COMMITMENT_FORCE, 'How binding.'),
  statement: ref('statements', 'Where it was promised.').optional(),
  summit: ref('summits', 'The meeting it came from.').optional(),
  incident: ref('incidents', 'The incident it came from.').optional(),
  topics,
  controls: list(ref('controls', 'A control.'), 'Controls that it would put in place.'),
  due: time('First due date; a revised one is a log entry.').optional(),
  dueText: line(160, 'Due date in words (“once complete”).').optional(),
  supersedes: ref('commitments', 'The commitment it replaces.').optional(),
  sources: z
    .array(ref('sources', 'Id of a source.'))
    .default([])
    .describe('Sources of the promise; those of its statement serve where there are none.'),
  log: list(logEntry, 'What came of it, dated.'),
}).refine((c) => c.statement !== undefined || c.sources.length > 0, {
  error: 'a promise needs the statement in which it was made, or sources',
  params: {
    rule: 'claim-without-source' satisfies RuleId,
    fix: 'add statement: with the id of the statement, or sources:',
  },
})

/** Somebody asked an organization; what came back: the typed silence. */
export const inquiries = record('inquiries', {
  org: ref('organizations', 'Who was asked.'),
  askedBy: asserters.describe('Who asked: an organization, or `editor`.'),
  about: z
    .strictObject({
      topic: ref('topics', 'The question.').optional(),
      summit: ref('summits', 'The meeting.').optional(),
      incident: ref('incidents', 'The incident.').optional(),
    })
    .refine((about) => about.topic ?? about.summit ?? about.incident, {
      error: 'expected at least one of topic, summit, incident',
    })
    .describe('What about.'),
  asked: time('When it was asked.').optional(),
  outcome: oneOf(OUTCOME, 'What came back.'),
  at: time('When that was so.'),
  statement: ref('statements', 'The reply; required with outcome replied.').optional(),
  sources,
}).refine((i) => i.outcome !== 'replied' || i.statement !== undefined, {
  error: 'outcome replied needs the statement that replied',
  path: ['statement'],
})
