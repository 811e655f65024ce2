import { z } from 'zod'
import { type FieldMeta, line, list, ref, sources, text, time, topics } from './fields.ts'
import { actors, asserters } from './parties.ts'
import { claim, record } from './shape.ts'
import { oneOf, type Vocabulary } from './vocabularies.ts'

export const COMMITMENT_FORCE = {
  intention: { label: 'Intention', means: 'Says that it means to.' },
  commitment: { label: 'Commitment', means: 'Says that it will.' },
  obligation: { label: 'Obligation', means: 'Is bound to by law, order or contract.' },
} as const satisfies Vocabulary

export const CLAIMED = {
  notStarted: { label: 'Not started', means: 'By its own account not begun.', also: ['planned', 'todo', 'open'] },
  inProgress: {
    label: 'In progress',
    means: 'By its own account begun.',
    also: ['started', 'ongoing', 'wip', 'in review'],
  },
  done: { label: 'Done', means: 'By its own account done.', also: ['complete', 'completed', 'delivered', 'closed'] },
  withdrawn: { label: 'Withdrawn', means: 'Taken back by the pledger.' },
} as const satisfies Vocabulary

export const EVIDENCE = {
  noneFound: {
    label: 'None found',
    means: 'Looked for, not found; that settles nothing.',
    also: ['searchedNoneFound'],
  },
  indirect: { label: 'Indirect', means: 'Signs of it, from outside.' },
  partial: { label: 'Partial', means: 'Part of it can be seen.' },
  verified: { label: 'Verified', means: 'It can be seen by others than the pledger.' },
  contradicted: { label: 'Contradicted', means: 'What can be seen speaks against it.' },
} as const satisfies Vocabulary

export const OUTCOME = {
  notAsked: { label: 'Not asked', means: 'Somebody says that it was not asked.' },
  askedAnswerUnknown: {
    label: 'Asked, answer unknown',
    means: 'It was asked; whether and what it answered is not recorded.',
    also: ['reached out', 'asked', 'contacted', 'pending', 'unknown'],
  },
  acknowledged: { label: 'Acknowledged', means: 'It said that it had the question, and no more.', also: ['received'] },
  noReply: {
    label: 'No reply',
    means: 'It was asked, and somebody says that nothing came back.',
    also: ['did not respond', 'no response', 'silence', 'did not reply'],
  },
  declined: {
    label: 'Declined',
    means: 'It was asked and would not say.',
    also: ['declined to comment', 'no comment', 'refused'],
  },
  nothingToAdd: {
    label: 'Nothing to add',
    means: 'It pointed to what it had published and added nothing.',
    also: ['referred to blog', 'nothing further', 'referred to statement'],
  },
  repliedNoPosition: { label: 'Replied, no position', means: 'It replied without taking a position.' },
  replied: { label: 'Replied', means: 'It replied; the statement has it.', also: ['answered', 'responded'] },
} as const satisfies Vocabulary

/**
 * What editors found when they looked for the position of an organization: their own work, never an organization’s
 * silence.
 */
export const SEARCH_OUTCOME = {
  notResearched: { label: 'Not researched', means: 'The editors have not looked.', also: ['not searched'] },
  noneFound: {
    label: 'None found',
    means: 'The editors looked and found nothing.',
    also: ['searchedNoneFound', 'searched none found', 'nothing found'],
  },
} as const satisfies Vocabulary

const logEntry = claim('l', {
  at: time('When this was so.'),
  assertedBy: asserters,
  claimed: oneOf(CLAIMED, 'What the pledger says.').optional(),
  evidence: oneOf(EVIDENCE, 'What others can see.').optional(),
  due: time('A revised due date.').optional(),
  org: ref('organizations', 'The member of the group that it is about, where several pledged.').optional(),
  note: text(5000, 'What happened.'),
})

/** One public promise by one organization, with a dated log of what came of it. */
export const commitments = record('commitments', {
  org: ref('organizations', 'Who promised.'),
  made: time('When.'),
  text: text(5000, 'What was promised, in our own words.'),
  force: oneOf(COMMITMENT_FORCE, 'How binding.'),
  askedBy: actors(
    'Who had asked for it, by a recommendation, a demand or an order: an organization, others by name, or a list.',
  ).optional(),
  inquiry: ref('inquiries', 'The record of that request, to which this promise is the answer.').optional(),
  statement: ref('statements', 'Where it was promised.')
    .optional()
    .meta({ evidence: true } satisfies FieldMeta),
  summit: ref('summits', 'The meeting it came from.').optional(),
  incident: ref('incidents', 'The incident it came from.').optional(),
  topics,
  controls: list(ref('controls', 'A control.'), 'Controls that it would put in place.'),
  due: time('First due date; a revised one is a log entry.').optional(),
  dueText: line(160, 'Due date in words (“once complete”).').optional(),
  supersedes: ref('commitments', 'The commitment it replaces.').optional(),
  sources: sources.describe('Sources of the promise; those of its statement serve where there are none.'),
  log: list(logEntry, 'What came of it, dated.'),
})

/** Somebody asked an organization; what came back: the typed silence. */
export const inquiries = record('inquiries', {
  org: ref('organizations', 'Who was asked.'),
  askedBy: asserters.describe('Who asked: an organization, or `editor`.'),
  question: text(1000, 'What was asked, as far as known.').optional(),
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
