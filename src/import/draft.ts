import type { INCIDENT_KIND } from '#schema/incident-words.ts'

/** Somebody without a record of its own. */
export interface Named {
  readonly name: string
  readonly kind: 'person' | 'team' | 'intruder' | 'customer' | 'group' | 'software'
}

export type EventKind =
  | 'context'
  | 'onset'
  | 'detection'
  | 'investigation'
  | 'escalation'
  | 'decision'
  | 'contact'
  | 'communication'
  | 'mitigation'
  | 'monitoring'
  | 'recovery'
  | 'followUp'

export type ComponentStatus = 'operational' | 'degraded' | 'partialOutage' | 'outage' | 'maintenance'

/** Parts of a draft, as records write them; the order of keys is that of the file. */
export interface DraftEvent {
  id: string
  at: string
  kind: EventKind
  actor?: Named | string
  component?: string
  status?: ComponentStatus
  title: string
  text?: string
  sources?: string[]
}

export type MilestoneName =
  | 'introduced'
  | 'began'
  | 'reported'
  | 'detected'
  | 'acknowledged'
  | 'communicated'
  | 'identified'
  | 'disclosed'
  | 'fixAvailable'
  | 'mitigated'
  | 'recovered'
  | 'closed'

export interface DraftMilestone {
  id: string
  name: MilestoneName
  event: string
}

/** The id of the milestone of a name, of which a draft has one. */
export const milestoneId = (name: MilestoneName): string =>
  `m-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

export interface DraftImpact {
  id: string
  measure: string
  what: string
  value?: number
  min?: number
  max?: number
  qualifier?: 'about' | 'atLeast' | 'atMost' | 'lessThan' | 'upTo'
  statistic?: 'peak' | 'mean' | 'median' | 'p95' | 'p99' | 'total'
  nature?: 'count' | 'estimate' | 'computed'
  unit?: string
  of?: string
  sources?: string[]
}

export type FindingKind =
  'rootCause' | 'trigger' | 'contributing' | 'mitigating' | 'risk' | 'wentWell' | 'wentWrong' | 'lucky' | 'lesson'

export interface DraftFinding {
  id: string
  kind: FindingKind
  text: string
  sources?: string[]
}

export interface DraftAction {
  id: string
  text: string
  owner?: Named
  type?: 'prevent' | 'detect' | 'mitigate' | 'repair' | 'process'
  priority?: 'highest' | 'high' | 'medium' | 'low'
  status: 'open' | 'inProgress' | 'done' | 'dropped' | 'unknown'
  due?: string
  ticket?: string
  url?: string
  sources?: string[]
}

/** An incident record in the making: the fields of its front matter, and its body. */
export interface Draft {
  readonly id: string
  readonly fields: DraftFields
  readonly body: string
  /** Paths of pictures beside the document that the body shows. */
  readonly pictures?: readonly string[]
}

export interface DraftFields {
  title: string
  summary?: string
  account?: 'own' | 'compiled'
  recordStatus?: 'draft'
  tlp?: string
  kind: keyof typeof INCIDENT_KIND | 'nearMiss' | 'maintenance'
  severity?: string
  state?: 'scheduled' | 'investigating' | 'identified' | 'monitoring' | 'resolved'
  detectedBy?: 'monitoring' | 'customer' | 'staff' | 'thirdParty'
  identifiers?: { type: string; value: string; url?: string }[]
  people?: { name: string; role?: string }[]
  organizations?: { org: string; role: string }[]
  products?: { name: string; org?: string; versions?: string }[]
  tags?: string[]
  published?: string
  organization?: string
  sources?: string[]
  history?: { revision: number; date: string; type: 'addition'; summary: string }[]
  milestones?: DraftMilestone[]
  timeline?: DraftEvent[]
  impact?: DraftImpact[]
  findings?: DraftFinding[]
  actions?: DraftAction[]
}

/** Another record that an incident needs: the source of a compiled account, its publisher. */
export interface Companion {
  readonly kind: 'sources' | 'organizations'
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Something that was not placed, or placed with a doubt: where it stands in the original, what it is, what to do. */
export interface Note {
  readonly line?: number
  readonly message: string
  readonly fix?: string
}

/** What comes of one document: records and notes, or the reason why there are none. */
export interface Imported {
  readonly drafts: readonly Draft[]
  readonly companions: readonly Companion[]
  readonly notes: readonly Note[]
  /** Why nothing was made of it. */
  readonly refused?: Note
}

/** What the content folder and the command say about an import. */
export interface ImportSettings {
  /** Name of the file, for a title where there is none, and for the day in it. */
  readonly name: string
  /** A zone by name or offset for times that name none. */
  readonly timezone?: string
  /** The account that records have which say nothing of it. */
  readonly account: 'own' | 'compiled'
  readonly publisher?: string
  /** The disclosure level of records which say nothing of it. */
  readonly tlp: string
  /** The severities of the owner’s own scale, by id with their labels. */
  readonly severities: readonly { readonly id: string; readonly label: string }[]
  /** The day of the import, for records that need one (`2026-01-31`). */
  readonly today: string
  /** Whether a record of an organization has this id. */
  readonly hasOrganization?: (id: string) => boolean
  /** Whether a picture of that path lies beside the document, so that it can be put beside the record. */
  readonly hasPicture?: (path: string) => boolean
}
