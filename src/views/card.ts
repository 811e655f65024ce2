import type { Knowledge } from '#knowledge/knowledge.ts'
import { type AnyEntry, type Entry, stands } from '#schema/entry.ts'
import { INCIDENT_KIND } from '#schema/incident-words.ts'
import { severityWords } from '#schema/severity.ts'
import type { Kind } from '#schema/kind-names.ts'
import { SUMMIT_KIND } from '#schema/summits.ts'
import { STANCE } from '#schema/vocabularies.ts'
import { count } from '#text/words.ts'
import { formatText } from '#time/format.ts'
import { currentState } from './commitment-state.ts'
import { keyMoments } from './incident.ts'
import { linkTo, orgName } from './label.ts'
import { phases, type Phases } from './phases.ts'
import { speakerName } from './statement-line.ts'

/** Kinds of records that have a picture. */
export const CARD_KINDS = ['incidents', 'summits', 'statements', 'commitments'] as const satisfies readonly Kind[]
export type CardKind = (typeof CARD_KINDS)[number]

/** A record with a picture. */
export type CardEntry = { [K in CardKind]: Entry<K> }[CardKind]

/** A name and its value, both in words. */
export interface CardFact {
  readonly name: string
  readonly value: string
}

/** A record in a few words, as other people’s pages show it: drawn as the picture that links to it unfurl to. */
export interface CardView {
  readonly kind: CardKind
  readonly id: string
  /** `Incident, widespread`: what it is. */
  readonly kindWord: string
  readonly title: string
  /** Who and when, in words. */
  readonly line: string
  readonly quotation?: string
  readonly summary?: string
  /** Up to four. */
  readonly facts: readonly CardFact[]
  readonly phases?: Phases
  readonly site: string
  /** `TLP:AMBER`, in builds above CLEAR. */
  readonly marking?: string
}

/** Whether a record has a picture. What was withdrawn is not shown on. */
export const hasCard = (entry: AnyEntry): entry is CardEntry =>
  CARD_KINDS.some((kind) => kind === entry.kind) && stands(entry)

const fact = (name: string, value: string | undefined): CardFact[] => (value === undefined ? [] : [{ name, value }])

const joined = (words: readonly (string | undefined)[]) =>
  words.filter((word) => word !== undefined && word !== '').join(' · ')

function incidentCard(knowledge: Knowledge, entry: Entry<'incidents'>) {
  const { data } = entry
  const origins = data.organizations.filter(({ role }) => role === 'origin').map(({ org }) => orgName(knowledge, org))
  const [began, ...later] = keyMoments(entry)
  const shape = phases(entry)
  return {
    kindWord: `${INCIDENT_KIND[data.kind].label}, ${severityWords(knowledge.site, data.severity).label.toLowerCase()}`,
    title: data.title,
    line: joined([origins.join(', '), began?.at && formatText(began.at)]),
    facts: later.flatMap(({ word, after, at }) =>
      fact(word, after === undefined ? at && formatText(at) : `after ${after}`),
    ),
    ...(shape === undefined ? {} : { phases: shape }),
  }
}

function summitCard(knowledge: Knowledge, { data }: Entry<'summits'>) {
  const days = data.end === undefined ? formatText(data.date) : `${formatText(data.date)} to ${formatText(data.end)}`
  return {
    kindWord: SUMMIT_KIND[data.kind].label,
    title: data.title,
    line: joined([days, data.place]),
    facts: [
      ...fact('Host', orgName(knowledge, data.host)),
      ...(data.participants.length > 0 ? fact('Recorded', count(data.participants.length, 'participant')) : []),
      ...(data.points.length > 0 ? fact('Points', String(data.points.length)) : []),
    ],
  }
}

function statementCard(knowledge: Knowledge, entry: Entry<'statements'>) {
  const { data } = entry
  const who = joined([speakerName(entry), data.org === undefined ? undefined : orgName(knowledge, data.org)])
  const [quotation] = data.quotes
  return {
    kindWord: 'Statement',
    title: data.title,
    line: joined([who, formatText(data.said)]),
    ...(quotation === undefined ? {} : { quotation: quotation.text }),
    facts: data.positions
      .slice(0, 2)
      .map(({ topic, stance }) => ({ name: linkTo(knowledge, topic)?.text ?? topic, value: STANCE[stance].label })),
  }
}

function commitmentCard(knowledge: Knowledge, entry: Entry<'commitments'>) {
  const { data } = entry
  const state = currentState(knowledge, entry)
  return {
    kindWord: 'Commitment',
    title: data.text,
    line: joined([orgName(knowledge, data.org), `promised ${formatText(data.made)}`]),
    facts: [
      { name: 'Claimed', value: state.claimed },
      { name: 'Evidence', value: state.evidence },
      { name: 'Schedule', value: state.schedule },
    ],
  }
}

function own(knowledge: Knowledge, entry: CardEntry) {
  switch (entry.kind) {
    case 'incidents':
      return incidentCard(knowledge, entry)
    case 'summits':
      return summitCard(knowledge, entry)
    case 'statements':
      return statementCard(knowledge, entry)
    case 'commitments':
      return commitmentCard(knowledge, entry)
    default:
      return entry satisfies never
  }
}

/** What the picture of a record says; plain values only. */
export const cardView = (knowledge: Knowledge, entry: CardEntry): CardView => ({
  kind: entry.kind,
  id: entry.id,
  ...own(knowledge, entry),
  ...('summary' in entry.data ? { summary: entry.data.summary } : {}),
  site: knowledge.site.title,
  ...(knowledge.audience === 'CLEAR' ? {} : { marking: `TLP:${knowledge.audience}` }),
})
