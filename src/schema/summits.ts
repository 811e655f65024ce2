import { z } from 'zod'
import { defaultSources, line, list, ownPart, ref, sources, text, time, topics } from './fields.ts'
import { asserters } from './parties.ts'
import { claim, heading, item, record } from './shape.ts'
import { oneOf, STANCE, type Vocabulary } from './vocabularies.ts'

export const SUMMIT_KIND = {
  summit: { label: 'Summit', means: 'Organizations met on a question they share.' },
  hearing: { label: 'Hearing', means: 'A legislature or authority heard witnesses.' },
  workingGroup: { label: 'Working group', means: 'A group with a task met.' },
  meeting: { label: 'Meeting', means: 'Any other meeting.' },
  reviewBoard: { label: 'Review board', means: 'A board examined an incident.' },
} as const satisfies Vocabulary

export const ATTRIBUTION = {
  onRecord: { label: 'On the record', means: 'What was said may be attributed; a transcript or minutes exist.' },
  hostSummary: { label: 'Host’s summary', means: 'What is known is the host’s own account.' },
  chathamHouse: { label: 'Chatham House Rule', means: 'What was said may be used, not who said it.' },
  notStated: { label: 'Not stated', means: 'The sources do not say.' },
} as const satisfies Vocabulary

export const CAPACITY = {
  host: { label: 'Host', means: 'Called the meeting.' },
  vendor: { label: 'Vendor', means: 'Makes or sells a product concerned.' },
  government: { label: 'Government', means: 'Spoke for a government or authority.' },
  participant: { label: 'Participant', means: 'Took part in another capacity.' },
  witness: { label: 'Witness', means: 'Was called to testify.' },
  chair: { label: 'Chair', means: 'Led the meeting.' },
  observer: { label: 'Observer', means: 'Was present without a part.' },
} as const satisfies Vocabulary

export const ATTENDANCE = {
  attended: { label: 'Attended', means: 'Was there.' },
  invited: { label: 'Invited', means: 'Was asked; whether it came is not known.' },
  declined: { label: 'Declined', means: 'Was asked and did not come.' },
  sentDeputy: { label: 'Sent a deputy', means: 'Somebody else came in its place.' },
  notInvited: { label: 'Not invited', means: 'Was not asked.' },
  unknown: { label: 'Unknown', means: 'The sources do not say.' },
} as const satisfies Vocabulary

export const BASIS = {
  hostNamed: { label: 'Named by the host', means: 'The host’s account names it.' },
  selfStated: { label: 'Stated by itself', means: 'It says so itself.' },
  transcript: { label: 'Transcript', means: 'The transcript shows it.' },
  press: { label: 'Press', means: 'Press reports say so.' },
  inferred: { label: 'Inferred', means: 'The editor infers it.' },
} as const satisfies Vocabulary

export const POINT_KIND = {
  theme: { label: 'Theme', means: 'A subject that was talked about.' },
  consensus: { label: 'Consensus', means: 'What those present are said to agree on.' },
  disagreement: { label: 'Disagreement', means: 'Where they differed.' },
  decision: { label: 'Decision', means: 'What was decided.' },
  openQuestion: { label: 'Open question', means: 'What was left open.' },
  nextStep: { label: 'Next step', means: 'What is to follow.' },
  testimony: { label: 'Testimony', means: 'What a witness said.' },
  question: { label: 'Question', means: 'What was asked.' },
  answer: { label: 'Answer', means: 'What was answered.' },
} as const satisfies Vocabulary

export const HORIZON = {
  short: { label: 'Short term', means: 'For the near future, as the meeting put it.' },
  long: { label: 'Long term', means: 'For later, as the meeting put it.' },
} as const satisfies Vocabulary

export const POINT_FORCE = {
  idea: { label: 'Idea', means: 'Somebody’s proposal.' },
  discussed: { label: 'Discussed', means: 'Talked about, no more.' },
  hostReported: { label: 'Host’s report', means: 'The host reports it; no joint text exists.' },
  decided: { label: 'Decided', means: 'The meeting decided it.' },
  signed: { label: 'Signed', means: 'The parties signed it.' },
} as const satisfies Vocabulary

const participant = item({
  org: ref('organizations', 'The organization; or describe the participant.').optional(),
  described: line(200, 'Who it was, where no organization is named.').optional(),
  count: z.int().min(1).optional().describe('How many, where only a number is known.'),
  people: list(
    item({ name: line(120, 'Name.'), role: line(160, 'Role at the time.').optional() }),
    'People who came for it.',
  ),
  capacity: oneOf(CAPACITY, 'In what capacity.'),
  attendance: oneOf(ATTENDANCE, 'Whether it came.'),
  basis: oneOf(BASIS, 'How that is known.'),
  sources,
}).refine((p) => p.org !== undefined || p.described !== undefined, { error: 'a participant needs org, or described' })

const point = claim('p', {
  kind: oneOf(POINT_KIND, 'What sort of point.'),
  answers: ownPart('The point that it answers.').optional(),
  horizon: oneOf(HORIZON, 'For when.').optional(),
  force: oneOf(POINT_FORCE, 'What weight it has.'),
  text: text(5000, 'The point, in our own words.'),
  assertedBy: asserters,
  onRecord: list(
    item({
      org: ref('organizations', 'Who.'),
      stance: oneOf(STANCE, 'Its stance on the point.'),
      statement: ref('statements', 'Where it said so.').optional(),
    }),
    'Who is on the record about it.',
  ),
  topics,
  commitments: list(ref('commitments', 'A commitment.'), 'Commitments born from it.'),
})

/** Notes of a meeting that followed. */
export const summits = record('summits', {
  ...heading,
  kind: oneOf(SUMMIT_KIND, 'What sort of meeting.'),
  date: time('When it was held or began.'),
  end: time('When it ended, if not the same day.').optional(),
  place: line(200, 'Where.').optional(),
  host: ref('organizations', 'Who held it.'),
  identifier: line(80, 'Serial number of a hearing or docket.').optional(),
  attribution: oneOf(ATTRIBUTION, 'Under what rule its words are known.'),
  sources: defaultSources,
  follows: list(ref('incidents', 'An incident.'), 'Incidents it followed.'),
  participants: list(participant, 'Who took part, and how that is known.'),
  topics,
  agenda: list(
    item({ title: line(200, 'Item.'), topic: ref('topics', 'Its topic.').optional() }),
    'Agenda as published.',
  ),
  points: list(point, 'What was said, agreed, left open.'),
})
