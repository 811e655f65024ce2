import type { z } from 'zod'
import { commitments, inquiries } from './coordination.ts'
import { incidents } from './incidents.ts'
import type { Kind } from './kind-names.ts'
import { proceedings } from './proceedings.ts'
import { citations, controls, organizations, sourceRecords, topicRecords } from './reference-kinds.ts'
import { statements } from './statements.ts'
import { summits } from './summits.ts'

interface KindFacts {
  readonly schema: z.ZodType
  readonly singular: string
  readonly label: string
  /** Whether a record has a text below its front matter. */
  readonly body: boolean
  /** Whether its id begins with its date. */
  readonly dated: boolean
  /** What its own time means, for the first order of its list; kinds without a time are in the order of their names. */
  readonly time?: string
}

const plain = { body: false, dated: false } as const
const told = { body: true, dated: true } as const

/** Everything the code knows about a record kind: its schema, its words, its file form. */
export const kinds = {
  incidents: { schema: incidents, singular: 'incident', label: 'Incidents', time: 'date it began', ...told },
  summits: { schema: summits, singular: 'summit', label: 'Summits', time: 'date held', ...told },
  statements: { schema: statements, singular: 'statement', label: 'Statements', time: 'date said', ...told },
  commitments: { schema: commitments, singular: 'commitment', label: 'Commitments', time: 'date made', ...plain },
  inquiries: { schema: inquiries, singular: 'inquiry', label: 'Inquiries', time: 'date asked', ...plain },
  proceedings: { schema: proceedings, singular: 'proceeding', label: 'Proceedings', time: 'date filed', ...plain },
  organizations: { schema: organizations, singular: 'organization', label: 'Organizations', ...plain },
  topics: { schema: topicRecords, singular: 'topic', label: 'Topics', ...plain },
  controls: { schema: controls, singular: 'control', label: 'Controls', ...plain, body: true },
  sources: { schema: sourceRecords, singular: 'source', label: 'Sources', time: 'date published', ...plain },
  citations: { schema: citations, singular: 'citation', label: 'Citations', time: 'date cited', ...plain },
} as const satisfies Record<Kind, KindFacts>

type Parsed<K extends Kind> = z.output<(typeof kinds)[K]['schema']>
/** An incident as its file gives it: a milestone may leave its time to its event. */
export type ParsedIncident = Parsed<'incidents'>
type Milestone = ParsedIncident['milestones'][number]
export type Incident = Omit<ParsedIncident, 'milestones'> & {
  milestones: (Omit<Milestone, 'at'> & { at: string })[]
}

/** The data of a kind, completed (complete.ts). */
export type Data<K extends Kind = Kind> = { [Own in Kind]: Own extends 'incidents' ? Incident : Parsed<Own> }[K]
export type Summit = Data<'summits'>
export type Statement = Data<'statements'>
export type Commitment = Data<'commitments'>
export type Inquiry = Data<'inquiries'>
export type Proceeding = Data<'proceedings'>
export type Organization = Data<'organizations'>
export type Topic = Data<'topics'>
export type Control = Data<'controls'>
export type Source = Data<'sources'>
export type Citation = Data<'citations'>
