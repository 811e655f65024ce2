import type { z } from 'zod'
import { commitments, inquiries } from './coordination.ts'
import { incidents } from './incidents.ts'
import type { Kind } from './kind-names.ts'
import { citations, controls, organizations, sourceRecords, topicRecords } from './reference-kinds.ts'
import { statements } from './statements.ts'
import { summits } from './summits.ts'

/** Everything the code knows about a record kind: its schema, its words, its file form. */
export const kinds = {
  incidents: { schema: incidents, singular: 'incident', label: 'Incidents', body: true, dated: true },
  summits: { schema: summits, singular: 'summit', label: 'Summits', body: true, dated: true },
  statements: { schema: statements, singular: 'statement', label: 'Statements', body: true, dated: true },
  commitments: { schema: commitments, singular: 'commitment', label: 'Commitments', body: false, dated: false },
  inquiries: { schema: inquiries, singular: 'inquiry', label: 'Inquiries', body: false, dated: false },
  organizations: { schema: organizations, singular: 'organization', label: 'Organizations', body: false, dated: false },
  topics: { schema: topicRecords, singular: 'topic', label: 'Topics', body: false, dated: false },
  controls: { schema: controls, singular: 'control', label: 'Controls', body: true, dated: false },
  sources: { schema: sourceRecords, singular: 'source', label: 'Sources', body: false, dated: false },
  citations: { schema: citations, singular: 'citation', label: 'Citations', body: false, dated: false },
} as const satisfies Record<Kind, { schema: z.ZodType; singular: string; label: string; body: boolean; dated: boolean }>

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
export type Organization = Data<'organizations'>
export type Topic = Data<'topics'>
export type Control = Data<'controls'>
export type Source = Data<'sources'>
export type Citation = Data<'citations'>
