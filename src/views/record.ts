import { added, changed, occurred } from '#knowledge/dates.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { citableRecord } from '#exports/citable.ts'
import { asShort, asText } from '#exports/cite-words.ts'
import { csafRoute } from '#exports/csaf-file.ts'
import { hasFeed } from '#exports/feeds.ts'
import { routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import { ownFields, valueText } from '#schema/extend.ts'
import { kinds } from '#schema/kinds.ts'
import { CHECKED, RECORD_STATUS, REVISION_TYPE, type Tlp, VERDICT } from '#schema/vocabularies.ts'
import { formatText } from '#time/format.ts'
import { citedBy, citedParts, type Citing } from './cited-by.ts'
import { earlierParts, type EarlierPart } from './earlier-words.ts'
import { contributeLinks } from './contribute.ts'
import { doubt, type Evidence, evidence, sourcesOf } from './evidence.ts'
import { supportWords } from './provenance.ts'
import { labelOf, type Link, linkTo } from './label.ts'
import { partLabel } from './part-label.ts'

/** One reading of a contradiction. */
export interface ReadingView {
  readonly text: string
  readonly verdict: keyof typeof VERDICT
  readonly verdictLabel: string
  readonly evidence: readonly Evidence[]
}

/** Where accounts clash, and which the record follows. */
export interface ContradictionView {
  readonly id: string
  readonly about: string
  /** The part of this record that they are about, if it is one. */
  readonly part?: string
  readonly why: string
  readonly readings: readonly ReadingView[]
}

/** One revision of a record. */
export interface RevisionView {
  readonly revision: number
  readonly date: string
  readonly typeLabel: string
  readonly summary: string
  readonly changed: readonly string[]
  /** What it changed in the words of parts, as far as that was kept. */
  readonly earlier: readonly EarlierPart[]
}

/** A part that was taken back: its address stays, its words are gone. */
export interface RetractedPart {
  readonly id: string
  readonly date: string
  readonly reason: string
}

/** What every record page prints around its own content. Times are Moment texts; components put them into words. */
export interface RecordView {
  readonly kind: Kind
  readonly kindWord: string
  readonly id: string
  readonly route: string
  readonly twin: string
  readonly markdown: string
  /** Its CSAF document, where it has one. */
  readonly csaf?: string
  /** Name of its feed below `/feeds/`, for kinds that have one. */
  readonly feed?: string
  readonly title: string
  readonly summary?: string
  readonly tlp: Tlp
  /** Set unless the record is simply reviewed. */
  readonly status?: { readonly label: string; readonly reason?: string; readonly successor?: Link }
  readonly occurred?: string
  readonly added: string
  readonly changed: string
  readonly revision: number
  readonly history: readonly RevisionView[]
  /** How and when it was checked, in words; absent where nobody says so. */
  readonly checked?: string
  /** Parts that were taken back, in the order of that. */
  readonly retracted: readonly RetractedPart[]
  readonly contradictions: readonly ContradictionView[]
  /** Fields that the site added to this kind of record: name and value in words. */
  readonly ownFields: readonly (readonly [name: string, value: string])[]
  readonly tags: readonly string[]
  /** Every source the record rests on, numbered by position. */
  readonly sources: readonly Evidence[]
  /** How well its claims are supported, in words; absent where it makes none. */
  readonly support?: string
  /** Reviews that cited it, newest first, and in how many each of its parts was cited. */
  readonly citedBy: readonly Citing[]
  readonly cited: Readonly<Partial<Record<string, number>>>
  /**
   * The record’s own citation: short Markdown and plain text. The other forms are made from its data when they are
   * asked for.
   */
  readonly citation: { readonly short: string; readonly text: string }
  /** Ways to put the record right, as whole addresses. */
  readonly contribute: readonly Link[]
}

function statusView(knowledge: Knowledge, { data }: AnyEntry): RecordView['status'] {
  if (data.recordStatus === 'reviewed') return undefined
  const successor = data.supersededBy === undefined ? undefined : linkTo(knowledge, data.supersededBy)
  return {
    label: RECORD_STATUS[data.recordStatus].label,
    ...(data.statusReason === undefined ? {} : { reason: data.statusReason }),
    ...(successor === undefined ? {} : { successor }),
  }
}

function aboutPart(knowledge: Knowledge, entry: AnyEntry, about: string): { about: string; part?: string } {
  const part = knowledge.part(entry, about)
  return part ? { about: partLabel(part), part: about } : { about }
}

/**
 * The rival readings that a record holds. What they are about is named in words, with a link where it is a part of the
 * record.
 */
export const contradictionViews = (knowledge: Knowledge, entry: AnyEntry): ContradictionView[] =>
  entry.data.contradictions.map(({ id, about, why, readings }) => ({
    id,
    ...aboutPart(knowledge, entry, about),
    why,
    readings: readings.map(({ text, verdict, sources }) => ({
      text,
      verdict,
      verdictLabel: VERDICT[verdict].label,
      evidence: evidence(knowledge, sources),
    })),
  }))

function citationOf(knowledge: Knowledge, entry: AnyEntry): RecordView['citation'] {
  const cited = citableRecord(knowledge, entry)
  if (!cited) throw new Error(`${entry.file}: the current revision of ${entry.id} is not in its history`)
  return { short: asShort(cited), text: asText(cited) }
}

/** How and when a record was checked, in words. */
function checkedWords({ data: { checked } }: AnyEntry): string | undefined {
  if (checked === undefined) return undefined
  const { label, means } = CHECKED[checked.how]
  return `Checked ${label.charAt(0).toLowerCase()}${label.slice(1)} on ${formatText(checked.date)}. ${means}`
}

/** The common view of any record. */
export function recordView(knowledge: Knowledge, entry: AnyEntry): RecordView {
  const { data, kind, id } = entry
  const [status, at] = [statusView(knowledge, entry), occurred(entry)]
  const sources = sourcesOf(knowledge, entry)
  const [support, checked] = [supportWords(knowledge, entry, sources), checkedWords(entry)]
  const earlier = earlierParts(knowledge, entry)
  const csaf = entry.kind === 'incidents' ? csafRoute(knowledge, entry) : undefined
  return {
    kind,
    kindWord: kinds[kind].singular,
    id,
    route: routes.record(kind, id),
    twin: routes.twin(kind, id),
    markdown: routes.markdown(kind, id),
    ...(csaf === undefined ? {} : { csaf }),
    ...(hasFeed(knowledge, entry) ? { feed: `${kind}/${id}` } : {}),
    title: labelOf(knowledge, entry),
    ...('summary' in data ? { summary: data.summary } : {}),
    tlp: data.tlp,
    ...(status === undefined ? {} : { status }),
    ...(at === undefined ? {} : { occurred: at }),
    added: added(entry),
    changed: changed(entry),
    revision: data.revision,
    history: data.history.map(({ revision, date, type, summary, changed: parts }) => ({
      revision,
      date: formatText(date),
      typeLabel: REVISION_TYPE[type].label,
      summary,
      changed: parts,
      earlier: earlier.get(revision) ?? [],
    })),
    ...(checked === undefined ? {} : { checked }),
    retracted: data.history.flatMap(({ date, summary, retracted }) =>
      retracted
        .filter((part) => !knowledge.part(entry, part))
        .map((part) => ({ id: part, date: formatText(date), reason: summary })),
    ),
    contradictions: contradictionViews(knowledge, entry),
    tags: data.tags,
    ownFields: ownFields(knowledge.schemas, kind, data).map(({ label, value }) => [label, valueText(value)] as const),
    sources,
    ...(support === undefined ? {} : { support }),
    citedBy: citedBy(knowledge, entry),
    cited: citedParts(knowledge, entry),
    citation: citationOf(knowledge, entry),
    contribute: contributeLinks(knowledge, entry),
  }
}

/** A claim’s sources and doubt, as every claim prints them. */
export const claimView = (
  knowledge: Knowledge,
  { sources, confidence }: { readonly sources: readonly string[]; readonly confidence: 'high' | 'medium' | 'low' },
) => {
  const words = doubt(confidence)
  return { evidence: evidence(knowledge, sources), ...(words === undefined ? {} : { doubt: words }) }
}
