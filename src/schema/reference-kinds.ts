import { z } from 'zod'
import { SEARCH_OUTCOME } from './coordination.ts'
import { language, line, list, ref, reference, text, time, topics, url } from './fields.ts'
import type { RuleId } from './rule-table.ts'
import { heading, item, record } from './shape.ts'
import { oneOf, type Vocabulary } from './vocabularies.ts'

export const ORGANIZATION_KIND = {
  vendor: { label: 'Vendor', means: 'Makes or sells products.' },
  platform: { label: 'Platform owner', means: 'Owns a platform others build on.' },
  operator: { label: 'Operator', means: 'Runs a service or network.' },
  regulator: { label: 'Regulator', means: 'Oversees a field.' },
  legislature: { label: 'Legislature', means: 'Makes law, or a committee of it.' },
  court: { label: 'Court', means: 'Judges.' },
  government: { label: 'Government', means: 'A government or agency.' },
  customer: { label: 'Customer', means: 'Uses a product concerned.' },
  press: { label: 'Press', means: 'Reports news.' },
  research: { label: 'Research', means: 'Studies the field.' },
  standards: { label: 'Standards body', means: 'Sets standards.' },
  association: { label: 'Association', means: 'Speaks for its members.' },
  insurer: { label: 'Insurer', means: 'Insures or models losses.' },
  community: { label: 'Community', means: 'An open project or group of people.' },
  group: { label: 'Group', means: 'Several organizations that act together.' },
} as const satisfies Vocabulary

export const SOURCE_TYPE = {
  webpage: { label: 'Web page', means: 'A page on the web.' },
  'post-weblog': { label: 'Blog post', means: 'A post on a blog.' },
  'article-newspaper': { label: 'News article', means: 'An article by the press.' },
  report: { label: 'Report', means: 'A report or review.' },
  legal_case: { label: 'Court document', means: 'A document of a court case.' },
  legislation: { label: 'Legislation', means: 'A law or regulation.' },
  hearing: { label: 'Hearing', means: 'A record of a hearing.' },
  'article-journal': { label: 'Journal article', means: 'An article in a journal.' },
  post: { label: 'Post', means: 'A post on a social network or forum.' },
  interview: { label: 'Interview', means: 'An interview.' },
  speech: { label: 'Talk', means: 'A talk or video.' },
  dataset: { label: 'Data set', means: 'Data.' },
  software: { label: 'Software', means: 'Source code, a repository, a change log.' },
  book: { label: 'Book', means: 'A book.' },
  document: { label: 'Document', means: 'Any other document.' },
} as const satisfies Vocabulary

export const SOURCE_KIND = {
  primary: { label: 'Primary', means: 'Issued by an actor, a court, a regulator or a study.' },
  news: { label: 'News', means: 'Reported by the press.' },
  analysis: { label: 'Analysis', means: 'Commentary, digests, rewrites.' },
} as const satisfies Vocabulary

export const SOURCE_READ = {
  whole: {
    label: 'Read whole',
    means: 'The original was read from end to end.',
    also: ['all', 'full', 'complete', 'original'],
  },
  part: { label: 'Read in part', means: 'Part of the original was read.', also: ['partly', 'excerpt', 'partial'] },
  copy: {
    label: 'Read in a copy',
    means: 'A copy, reprint or translation was read.',
    also: ['reprint', 'archive', 'mirror'],
  },
  notRead: {
    label: 'Not read',
    means: 'It is known from others that cite it.',
    also: ['no', 'not-read', 'unread', 'secondhand'],
  },
} as const satisfies Vocabulary

export const SOURCE_FLAG = {
  brokenLink: { label: 'Link broken', means: 'The address no longer answers.' },
  loginNeeded: { label: 'Login needed', means: 'Reading it needs an account.' },
  moved: { label: 'Moved', means: 'It now stands elsewhere.' },
} as const satisfies Vocabulary

export const CITATION_KIND = {
  codeReview: { label: 'Code review', means: 'A review of code.' },
  designReview: { label: 'Design review', means: 'A review of a design.' },
  vendorReview: { label: 'Vendor review', means: 'A review of a vendor or contract.' },
  riskRegister: { label: 'Risk register', means: 'An entry in a register of risks.' },
  paper: { label: 'Paper', means: 'A published paper or report.' },
} as const satisfies Vocabulary

const PLACEHOLDERS = new Set([
  'open source',
  'various',
  'unknown',
  'n/a',
  'none',
  'misc',
  'other',
  'tbd',
  'multiple',
  'several',
  'anonymous',
])

/** Whether a name stands for no organization in particular. */
export const isPlaceholder = (name: string): boolean => PLACEHOLDERS.has(name.trim().toLowerCase())

/** Vendors, platform owners, regulators, courts, customers, press, and groups of them. */
export const organizations = record('organizations', {
  name: line(200, 'Full name.').refine((name) => !isPlaceholder(name), {
    error: (issue) =>
      `expected the name of an organization, found "${String(issue.input)}", which stands for none in particular`,
    params: {
      rule: 'placeholder-organization' satisfies RuleId,
      fix: 'name the organization, or describe it in words where it is mentioned',
    },
  }),
  shortName: line(60, 'Name for tables and lanes.').optional(),
  kind: oneOf(ORGANIZATION_KIND, 'What sort of organization.'),
  url: url('Its site.').optional(),
  formerNames: list(line(120, 'A former name.'), 'Names it had before.'),
  parent: ref('organizations', 'The organization it belongs to.').optional(),
  members: list(ref('organizations', 'A member.'), 'Members, for groups.'),
  securityContact: line(200, 'Where to report weaknesses.').optional(),
  description: text(5000, 'Who it is, in a sentence.').optional(),
  replies: list(
    item({
      at: time('When it was received.'),
      about: reference('The record or part that it answers.').optional(),
      text: text(
        20_000,
        'The answer in full, in the organization’s own words. It was sent for publication, so it is no quotation.',
      ),
      from: line(200, 'Name and role of the sender.').optional(),
    }),
    'Answers that the organization sent for publication: its right of reply.',
  ),
})

/** A question on which organizations take positions. */
export const topicRecords = record('topics', {
  question: line(200, 'The question, so that “supports” and “opposes” read naturally.'),
  label: line(60, 'Short name for tables and filters; the question serves where there is none.').optional(),
  description: text(5000, 'What the question is about.'),
  stances: z
    .strictObject({
      supports: line(40, 'What who supports it wants: “keep access”.'),
      opposes: line(40, 'What who opposes it wants: “move out”.'),
    })
    .optional()
    .describe('The two sides of the question in a few words each, said in place of “supports” and “opposes”.'),
  related: list(ref('topics', 'A topic.'), 'Related topics.'),
  searches: list(
    item({
      org: ref('organizations', 'Whose position was looked for.'),
      outcome: oneOf(SEARCH_OUTCOME, 'What was found.'),
      at: time('When.'),
      note: text(1000, 'Where the editors looked.').optional(),
    }),
    'Positions that the editors looked for: their own work, never an organization’s silence.',
  ),
})

/** A safeguard: the body says how it works, how it fails, how to check it in a review. */
export const controls = record('controls', { ...heading, topics })

/** One publication; claims cite it by id. CSL-like. */
export const sourceRecords = record('sources', {
  title: line(300, 'Title as published.'),
  type: oneOf(SOURCE_TYPE, 'Sort of publication (CSL names).'),
  publisher: line(200, 'Who wrote it, not who hosts a copy.'),
  authors: list(line(200, 'A name.'), 'Authors.'),
  published: time('When it was published.').optional(),
  publishedNote: line(300, 'What is known of the date, where no date is.').optional(),
  url: url('The publisher’s own address. Never invented.').optional(),
  archive: url('An archived copy.').optional(),
  accessed: time('When it was read.').optional(),
  lang: language('Language tag (BCP 47).').default('en'),
  kind: oneOf(SOURCE_KIND, 'Primary, news or analysis.'),
  read: oneOf(SOURCE_READ, 'What of it was read.').optional(),
  via: text(5000, 'The public reprint actually read, where it was not the original.').optional(),
  note: text(5000, 'What a reader should know of it: whom it draws on, how much of it was read.').optional(),
  flags: list(oneOf(SOURCE_FLAG, 'A flag.'), 'What a reader should know about the link.'),
})

/** A review that cited a record. */
export const citations = record('citations', {
  title: line(200, 'What cited it.'),
  at: time('When.'),
  url: url('Where.').optional(),
  kind: oneOf(CITATION_KIND, 'What sort of review.'),
  cites: z.array(reference('A record or part.')).min(1).describe('What it cites.'),
  note: text(5000, 'What came of it.').optional(),
})
