import { z } from 'zod'
import { language, line, list, ownPart, ref, sources, text, time } from './fields.ts'
import type { RuleId } from './rule-table.ts'
import { heading, item, part, record } from './shape.ts'
import { oneOf, STANCE, type Vocabulary } from './vocabularies.ts'

export const CHANNEL = {
  blog: { label: 'Blog', means: 'Its own blog or news page.' },
  press: { label: 'Press', means: 'Said to the press.' },
  testimony: { label: 'Testimony', means: 'Given to a legislature or court.' },
  interview: { label: 'Interview', means: 'Given in an interview.' },
  filing: { label: 'Filing', means: 'Filed with an authority or court.' },
  social: { label: 'Social media', means: 'Posted on a social network.' },
  summit: { label: 'Summit', means: 'Said at or for a meeting.' },
  report: { label: 'Report', means: 'Part of a report.' },
  statusPage: { label: 'Status page', means: 'Posted on a status page.', also: ['status', 'statuspage'] },
  email: { label: 'E-mail', means: 'Sent by e-mail.', also: ['mail', 'newsletter'] },
  supportTicket: {
    label: 'Support ticket',
    means: 'Written in a ticket or support forum.',
    also: ['ticket', 'support', 'forum'],
  },
  call: { label: 'Call', means: 'Said in a call or briefing.', also: ['phone', 'briefing', 'earnings call'] },
} as const satisfies Vocabulary

export const OFFICIALNESS = {
  official: { label: 'Official', means: 'For the organization.' },
  personal: { label: 'Personal', means: 'For the speaker alone.' },
  unattributed: { label: 'Speaker not named', means: 'For the organization; the speaker is not named.' },
} as const satisfies Vocabulary

export const POSITION_BASIS = {
  quoted: { label: 'Quoted', means: 'The words are quoted here.' },
  paraphrased: { label: 'Paraphrased', means: 'The words were read and are given in ours.' },
  inferred: { label: 'Inferred', means: 'The editor infers it from what was said.' },
} as const satisfies Vocabulary

export const POSITION_CHANGE = {
  same: { label: 'Same', means: 'The position did not change.' },
  narrower: { label: 'Narrower', means: 'It covers less than before.' },
  broader: { label: 'Broader', means: 'It covers more than before.' },
  reversed: { label: 'Reversed', means: 'It is the opposite of before.' },
} as const satisfies Vocabulary

export const ANSWERS = {
  what: { label: 'What happened', means: 'It says what happened.' },
  why: { label: 'Why', means: 'It says why.' },
  remedy: { label: 'Remedy', means: 'It says what was or is being done about it.' },
  prevention: { label: 'Prevention', means: 'It says what will keep it from happening again.' },
} as const satisfies Vocabulary

export const RESPONSE = {
  agrees: { label: 'Agrees with', means: 'It agrees.' },
  disputes: { label: 'Disputes', means: 'It contests the other.' },
  clarifies: { label: 'Clarifies', means: 'It makes the other clearer.' },
  retracts: { label: 'Retracts', means: 'It takes the other back.' },
  supersedes: { label: 'Supersedes', means: 'It replaces the other.' },
  answers: { label: 'Answers', means: 'It answers the other.' },
} as const satisfies Vocabulary

/** Most words a verbatim quotation may have. */
export const QUOTE_WORDS = 40

const position = item({
  topic: ref('topics', 'The question.'),
  stance: oneOf(STANCE, 'The stance taken. Never inferred from silence.'),
  conditions: text(5000, 'The stated conditions; required with supportsWithConditions.').optional(),
  basis: oneOf(POSITION_BASIS, 'What the stance rests on.'),
  quote: ownPart('The quotation that shows it.').optional(),
  change: item({
    from: ref('statements', 'The earlier statement.'),
    how: oneOf(POSITION_CHANGE, 'How the position moved, in the editor’s judgement.'),
    note: text(5000, 'Why the editor judges so.'),
  })
    .optional()
    .describe('How it differs from an earlier statement.'),
})
  .refine((p) => p.stance !== 'supportsWithConditions' || p.conditions !== undefined, {
    error: 'supportsWithConditions needs conditions: say in a few words what they are',
    path: ['conditions'],
  })
  .refine((p) => p.basis !== 'quoted' || p.quote !== undefined, {
    error: 'expected the quotation that a quoted position rests on, found none',
    path: ['basis'],
    params: {
      rule: 'position-without-basis' satisfies RuleId,
      fix: 'add quote: with the id of a quotation of this record, or write basis: paraphrased',
    },
  })

/** What one organization said on one occasion in one venue; our paraphrase is the body. */
export const statements = record('statements', {
  ...heading,
  org: ref('organizations', 'Whose statement; may be omitted only when it is personal.').optional(),
  speaker: item({ name: line(120, 'Name.'), role: line(160, 'Role at the time.').optional() })
    .optional()
    .describe('Who spoke.'),
  said: time('When it was said; "../2024-09-12" when only the publication date is known.'),
  published: time('When it was published.').optional(),
  venue: line(200, 'Where it was said: publication, event, docket.'),
  channel: oneOf(CHANNEL, 'Through what channel.'),
  officialness: oneOf(OFFICIALNESS, 'For whom it was said.'),
  relayedBy: ref('organizations', 'The host or press organization in whose publication the words appear.').optional(),
  about: z
    .strictObject({
      incidents: list(ref('incidents', 'An incident.'), 'Incidents it is about.'),
      summits: list(ref('summits', 'A meeting.'), 'Meetings it is about.'),
    })
    .prefault({})
    .describe('What it is about.'),
  positions: list(position, 'Positions on topics; may be empty.'),
  quotes: list(
    part('k', {
      text: text(5000, `Verbatim words, at most ${QUOTE_WORDS}, without quotation marks.`),
      lang: language('Language tag (BCP 47) where it is not that of the site.').optional(),
    }),
    'Short verbatim quotations.',
  ),
  answers: list(oneOf(ANSWERS, 'A question answered.'), 'Which of the four questions of an incident it answers.'),
  respondsTo: list(
    item({
      statement: ref('statements', 'The other statement.'),
      how: oneOf(RESPONSE, 'How it responds.'),
    }),
    'Statements that it responds to.',
  ),
  sources,
}).refine((s) => s.org !== undefined || s.officialness === 'personal', {
  error: 'a statement needs org; only a personal one (officialness: personal) may go without',
  path: ['org'],
})
